using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>uniqueItems</c>: no two items are equal.</summary>
internal sealed class UniqueItemsKeyword(KeywordSource source) : Keyword(source)
{
    private readonly bool _unique = source.Flag;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) =>
        !_unique || value.Kind != JsonKind.List || (run.Spend(value.Items.Length) && AreUnique(value.Items))
        || run.Refuse(Place, "has two items that are equal");

    private static bool AreUnique(JsonValue[] items)
    {
        var seen = new HashSet<JsonValue>(items.Length);
        return Array.TrueForAll(items, seen.Add);
    }
}
