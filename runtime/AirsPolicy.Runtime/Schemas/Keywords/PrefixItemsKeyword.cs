using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>prefixItems</c>: a schema for each of the first items, as many as there are.</summary>
internal sealed class PrefixItemsKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode[] _schemas = source.Schemas;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        if (value.Kind != JsonKind.List)
            return true;
        for (var i = 0; i < value.Items.Length && i < _schemas.Length; i++)
        {
            if (!run.Item(_schemas[i], value, i))
                return false;
        }
        parts?.AddFirst(_schemas.Length);
        return true;
    }
}
