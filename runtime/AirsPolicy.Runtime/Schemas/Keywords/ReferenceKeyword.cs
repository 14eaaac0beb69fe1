using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>$ref</c>: the schema that it leads to holds here too.</summary>
internal sealed class ReferenceKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _target = source.Target();

    public override IEnumerable<SchemaNode> InPlace => [_target];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) => _target.Accepts(run, value, parts);
}
