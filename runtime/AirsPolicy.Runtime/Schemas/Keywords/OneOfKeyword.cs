using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>oneOf</c>: exactly one schema accepts the value.</summary>
internal sealed class OneOfKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode[] _schemas = source.Schemas;

    public override IEnumerable<SchemaNode> InPlace => _schemas;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        var accepted = 0;
        foreach (var schema in _schemas)
        {
            if (run.Tries(schema, value, parts) && ++accepted > 1)
                return run.Refuse(Place, $"fits more than one of the {_schemas.Length} schemas of which exactly one has to fit");
        }
        return accepted == 1 || run.Refuse(Place, $"fits none of the {_schemas.Length} schemas of which exactly one has to fit");
    }
}
