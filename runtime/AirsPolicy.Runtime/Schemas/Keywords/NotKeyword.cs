using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>not</c>: the schema refuses the value.</summary>
internal sealed class NotKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _schema = source.Single;

    public override IEnumerable<SchemaNode> InPlace => [_schema];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) =>
        !run.Tries(_schema, value, null) || run.Refuse(Place, "fits the schema that must not fit");
}
