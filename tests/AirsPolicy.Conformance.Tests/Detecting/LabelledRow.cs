using System.Text;
using System.Text.Json;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>A text of the evaluation data, and what a person found in it.</summary>
internal sealed record LabelledRow(string Text, bool IsClean, IReadOnlyList<LabelledValue> Values)
{
    public const string Personal = "authored_pii.jsonl", Secrets = "authored_secrets.jsonl";

    public static string[] Files { get; } = [Personal, Secrets];

    public static IEnumerable<LabelledRow> Read(string file) =>
        File.ReadLines(LabelledRowsFactAttribute.PathOf(file)).Select(line => Of(JsonDocument.Parse(line).RootElement));

    /// <summary>Whether every value is found exactly by the detector of its kind.</summary>
    public bool IsFound => Values.All(value => value.IsFoundIn(Text));

    private static LabelledRow Of(JsonElement row)
    {
        var text = row.TryGetProperty("text", out var plain)
            ? plain.GetString()!
            : Encoding.UTF8.GetString(row.GetProperty("text_base64").GetBytesFromBase64());
        var values = row.GetProperty("spans").EnumerateArray().Select(span =>
            new LabelledValue(span[2].GetString()!, new Detection(span[0].GetInt32(), span[1].GetInt32())));
        return new LabelledRow(text, row.GetProperty("label").GetString() == "clean", [.. values]);
    }
}
