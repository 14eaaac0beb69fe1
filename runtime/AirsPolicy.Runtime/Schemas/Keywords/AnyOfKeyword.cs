using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>anyOf</c>: some schema accepts the value.</summary>
internal sealed class AnyOfKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode[] _schemas = source.Schemas;

    public override IEnumerable<SchemaNode> InPlace => _schemas;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        var accepted = false;
        foreach (var schema in _schemas)
        {
            accepted |= run.Tries(schema, value, parts);
            // Who asks for parts has to hear of all schemas that accept.
            if (accepted && parts is null)
                return true;
        }
        return accepted || run.Refuse(Place, $"fits none of the {_schemas.Length} schemas of which one has to fit");
    }
}
