using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>
/// The facts that a host would hand to one version. What only the other version declares is left out; what neither knows stays, since
/// refusing it is part of what a policy decides.
/// </summary>
internal static class KnownFacts
{
    public static JsonObject Of(JsonObject facts, RecordShape own, RecordShape other)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in facts)
        {
            var known = Find(own, name);
            var others = Find(other, name);
            if (known is null && others is not null)
                continue;
            kept[name] = known is null || others is null ? value?.DeepClone() : Of(value, known, others);
        }
        return kept;
    }

    private static JsonNode? Of(JsonNode? value, Shape own, Shape other) => (value, own, other) switch
    {
        (JsonObject record, RecordShape a, RecordShape b) => Of(record, a, b),
        (JsonArray items, ListShape a, ListShape b) => new JsonArray([.. items.Select(item => Of(item, a.Element, b.Element))]),
        _ => value?.DeepClone(),
    };

    private static Shape? Find(RecordShape record, string wireName) =>
        record.Members.FirstOrDefault(member => member.WireName == wireName)?.Shape;
}
