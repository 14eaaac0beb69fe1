using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>allOf</c>: every schema accepts the value.</summary>
internal sealed class AllOfKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode[] _schemas = source.Schemas;

    public override IEnumerable<SchemaNode> InPlace => _schemas;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        foreach (var schema in _schemas)
        {
            if (!schema.Accepts(run, value, parts))
                return false;
        }
        return true;
    }
}
