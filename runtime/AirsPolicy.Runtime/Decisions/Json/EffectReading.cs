using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;
using static AirsPolicy.Runtime.Decisions.Json.DecisionReading;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>Reads effects from JSON.</summary>
internal static class EffectReading
{
    public static Effect Read(JsonElement json) =>
        TextAt(json, "effect") switch
        {
            "flag" => new FlagEffect(OptionalText(json, "reason")),
            "block" => new BlockEffect(OptionalText(json, "message")),
            "halt" => ReadHalt(json),
            "halted" => new HaltedEffect(
                Word<HaltScope>(json, "scope"),
                Instant(json, "since"),
                OptionalInstant(json, "until"),
                OptionalText(json, "message")),
            "hold" => ReadHold(json),
            "append" => new AppendEffect(TextAt(json, "text")),
            "replace" => new ReplaceEffect(TextAt(json, "text")),
            "cut" => new CutEffect(Long(json, "limit"), Word<CutUnit>(json, "unit")),
            "drop" => ReadDrop(json),
            "redact" => ReadRedact(json),
            "event" => ReadEvent(json),
            "label" => new LabelEffect(TextAt(json, "label")),
            "require" => new RequireEffect(TextAt(json, "duty")),
            var word => throw new JsonException($"'{word}' is no effect."),
        };

    public static HaltEffect ReadHalt(JsonElement json) =>
        new(Word<HaltScope>(json, "scope"), OptionalDuration(json, "for"), OptionalText(json, "message"));

    public static HoldEffect ReadHold(JsonElement json) => new(
        TextAt(json, "queue"),
        OptionalDuration(json, "within"),
        TextAt(json, "otherwise") switch
        {
            "halt" => true,
            "block" => false,
            var word => throw new JsonException($"'{word}' is not one of 'block', 'halt'."),
        });

    public static DropEffect ReadDrop(JsonElement json) =>
        new(
            TextAt(json, "path"),
            List(json, "items", item => item.TryGetInt32(out var index) ? index : throw new JsonException("An item is an int.")));

    public static EventEffect ReadEvent(JsonElement json) => new(Word<EventAction>(json, "action"), TextAt(json, "target"));

    private static RedactEffect ReadRedact(JsonElement json) => new(
        TextAt(json, "path"),
        List(json, "spans", span => new RedactedSpan(Int(span, "start"), Int(span, "end"))),
        Word<RedactionMethod>(json, "method"),
        TextAt(json, "kind"));
}
