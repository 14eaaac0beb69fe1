using System.Text.Json.Nodes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Facts of which something is gone or no longer fits.</summary>
internal static class DamagedFacts
{
    /// <summary>The facts as they are, with members missing anywhere, with one that does not fit, or broken in their text.</summary>
    /// <param name="facts">Facts as JSON, one object.</param>
    public static string Of(string facts, Random random) => random.Next(8) switch
    {
        0 => facts,
        1 => BrokenText.Of(facts, random),
        2 => Changed(facts, random, record => record[Member(record, random)] = new JsonArray(new JsonObject())),
        _ => Changed(facts, random, record => record.Remove(Member(record, random))),
    };

    private static string Changed(string facts, Random random, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(facts)!.AsObject();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            // The root holds most of what rules read.
            var records = Records(root).Where(record => record.Count > 0).ToList();
            change(random.Next(3) > 0 ? root : records[random.Next(records.Count)]);
        }
        return root.ToJsonString();
    }

    private static string Member(JsonObject record, Random random) => record.ElementAt(random.Next(record.Count)).Key;

    private static IEnumerable<JsonObject> Records(JsonNode? node) => node switch
    {
        JsonObject record => record.Select(member => member.Value).SelectMany(Records).Prepend(record),
        JsonArray list => list.SelectMany(Records),
        _ => [],
    };
}
