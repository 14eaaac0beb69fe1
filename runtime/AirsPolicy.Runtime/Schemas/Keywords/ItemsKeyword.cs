using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>items</c>: a schema for all items behind those of <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _schema = source.Single;
    private readonly int _first = source.Sibling("prefixItems")?.List.Count ?? 0;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        if (value.Kind != JsonKind.List)
            return true;
        for (var i = _first; i < value.Items.Length; i++)
        {
            if (!run.Item(_schema, value, i))
                return false;
        }
        parts?.AddAll();
        return true;
    }
}
