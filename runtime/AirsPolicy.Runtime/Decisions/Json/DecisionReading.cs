using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>Reads the parts of a decision from JSON.</summary>
internal static class DecisionReading
{
    public static Decision ReadDecision(JsonElement json) =>
        new()
        {
            Point = TextAt(json, "point"),
            Outcome = Word<Outcome>(json, "outcome"),
            Message = OptionalText(json, "message"),
            Fired = List(json, "fired", rule => ReadRule(rule, detect: false)),
            Detected = List(json, "would", rule => ReadRule(rule, detect: true)),
            Content = ReadContent(Member(json, "content")),
            Holds = List(json, "holds", EffectJson.ReadValues<HoldEffect>),
            Halts = List(json, "halts", EffectJson.ReadValues<HaltEffect>),
            Stops = List(json, "stops", ReadStop),
            Events = List(json, "events", EffectJson.ReadValues<EventEffect>),
            Duties = List(json, "duties", TextOf),
            Failure = ReadFailure(json),
            Retracted =
                Has(json, "retracted", out var retracted)
                && (
                    retracted.ValueKind is JsonValueKind.True or JsonValueKind.False
                        ? retracted.GetBoolean()
                        : throw new JsonException("'retracted' is true or false.")),
            Bundle = OptionalText(json, "bundle"),
        };

    private static ContentChange ReadContent(JsonElement json) =>
        new(
            OptionalText(json, "replacement"),
            List(
                json,
                "redactions",
                r => new Redaction(TextAt(r, "path"), Int(r, "start"), Int(r, "end"), Word<RedactionMethod>(r, "method"), TextAt(r, "kind"))
            ),
            List(json, "drops", EffectJson.ReadValues<DropEffect>),
            OptionalLong(json, "cut_to_characters"),
            OptionalLong(json, "cut_to_bytes"),
            List(json, "appended", TextOf),
            List(json, "labels", TextOf));

    private static MatchedRule ReadRule(JsonElement json, bool detect) => new(
        new RuleOrigin(
            TextAt(json, "control"),
            OptionalText(json, "title"),
            OptionalText(json, "severity"),
            string.Join(',', List(json, "satisfies", TextOf)),
            Int(json, "rule"),
            TextAt(json, "file"),
            Int(json, "line"),
            Int(json, "column")),
        List(json, "effects", EffectJson.Read),
        ReadFailure(json),
        detect,
        ReadRefusal(json));

    public static Refusal? ReadRefusal(JsonElement json) =>
        Has(json, "refusal", out var refusal) ? new Refusal(Word<RefusalKind>(refusal, "kind"), TextAt(refusal, "reason")) : null;

    public static ToolStop ReadStop(JsonElement json) =>
        new(TextAt(json, "tool"), Word<StopAction>(json, "action"), OptionalText(json, "by"));

    private static Failure? ReadFailure(JsonElement json) =>
        Has(json, "failure", out var failure) ? new Failure(Word<FailureKind>(failure, "kind"), TextAt(failure, "detail")) : null;

    public static JsonElement Member(JsonElement json, string name) =>
        Has(json, name, out var member) ? member : throw new JsonException($"'{name}' is missing.");

    private static bool Has(JsonElement json, string name, out JsonElement member) => json.ValueKind == JsonValueKind.Object
        ? json.TryGetProperty(name, out member)
        : throw new JsonException($"A record that may have '{name}' fits here.");

    public static string TextAt(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : throw new JsonException($"'{name}' is a text.");

    public static string? OptionalText(JsonElement json, string name) => Has(json, name, out _) ? TextAt(json, name) : null;

    public static string TextOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : throw new JsonException("A text fits here.");

    public static T Word<T>(JsonElement json, string name) where T : struct, Enum => DecisionWords.Parse<T>(TextAt(json, name));

    public static int Int(JsonElement json, string name) =>
        Long(json, name) is >= int.MinValue and <= int.MaxValue and var value
            ? (int)value
            : throw new JsonException($"'{name}' is an int of 32 bits.");

    public static long Long(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value)
            ? value
            : throw new JsonException($"'{name}' is an int.");

    public static long? OptionalLong(JsonElement json, string name) => Has(json, name, out _) ? Long(json, name) : null;

    public static long Instant(JsonElement json, string name) =>
        InstantText.TryParse(TextAt(json, name), out var ticks)
            ? ticks
            : throw new JsonException($"'{name}' is an instant such as '2026-01-01T12:00:00Z'.");

    public static long? OptionalInstant(JsonElement json, string name) => Has(json, name, out _) ? Instant(json, name) : null;

    public static long? OptionalDuration(JsonElement json, string name)
    {
        if (!Has(json, name, out _))
            return null;
        return DurationText.TryParse(TextAt(json, name), out var ticks)
            ? ticks
            : throw new JsonException($"'{name}' is a duration such as '15m'.");
    }

    public static ValueList<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(read).ToValueList()
            : throw new JsonException($"'{name}' is a list.");
}
