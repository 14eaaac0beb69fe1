using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AirsPolicy.Cli.Reports;

/// <summary>Facts on one line, each long text by its beginning and its length.</summary>
internal static class ShortFacts
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="most">How many UTF-16 units of a text are shown.</param>
    public static string Of(string facts, int most) =>
        JsonNode.Parse(facts) is { } root ? Shortened(root, most).ToJsonString(s_readable) : facts;

    private static JsonNode Shortened(JsonNode node, int most) =>
        node switch
        {
            JsonObject record => new JsonObject(
                record.Select(member => KeyValuePair.Create(member.Key, member.Value is { } value ? Shortened(value, most) : null))),
            JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Shortened(item, most))]),
            JsonValue value
                when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { } text && text.Length > most =>
                JsonValue.Create(Begun(text, most)),
            _ => node.DeepClone(),
        };

    private static string Begun(string text, int most)
    {
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return $"{text[..end]}… ({text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters)";
    }
}
