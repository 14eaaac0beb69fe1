using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>The forms of the values that effects have.</summary>
internal static class ValueForms
{
    public static ValueForm<string> Text { get; } = new((json, name, text) => json.WriteString(name, text), DecisionReading.TextAt);

    public static ValueForm<string?> OptionalText { get; } = new(DecisionWriter.WriteOptional, DecisionReading.OptionalText);

    public static ValueForm<long> Number { get; } = new((json, name, number) => json.WriteNumber(name, number), DecisionReading.Long);

    public static ValueForm<long?> OptionalDuration { get; } = new(
        (json, name, ticks) => DecisionWriter.WriteOptional(json, name, ticks is { } value ? DurationText.Format(value) : null),
        DecisionReading.OptionalDuration);

    public static ValueForm<long> Instant { get; } = new(
        (json, name, ticks) => json.WriteString(name, InstantText.Format(ticks)),
        DecisionReading.Instant);

    public static ValueForm<long?> OptionalInstant { get; } = new(
        (json, name, ticks) => DecisionWriter.WriteOptional(json, name, ticks is { } value ? InstantText.Format(value) : null),
        DecisionReading.OptionalInstant);

    public static ValueForm<ValueList<int>> Ints { get; } = new(
        (json, name, items) => DecisionWriter.WriteList(json, name, items, (j, item) => j.WriteNumberValue(item)),
        (json, name) => DecisionReading.List(
            json,
            name,
            item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number)
                ? number
                : throw new JsonException("An item is an int.")));

    public static ValueForm<ValueList<RedactedSpan>> Spans { get; } = new(
        (json, name, spans) => DecisionWriter.WriteList(json, name, spans, WriteSpan),
        (json, name) => DecisionReading.List(
            json,
            name,
            span => new RedactedSpan(DecisionReading.Int(span, "start"), DecisionReading.Int(span, "end"))));

    /// <summary>The word of an enum.</summary>
    public static ValueForm<T> Word<T>() where T : struct, Enum =>
        new((json, name, value) => json.WriteString(name, DecisionWords.Of(value)), DecisionReading.Word<T>);

    /// <summary>One of two words.</summary>
    public static ValueForm<bool> Either(string no, string yes) => new(
        (json, name, value) => json.WriteString(name, value ? yes : no),
        (json, name) => DecisionReading.TextAt(json, name) is var word && word == yes
            || (word == no ? false : throw new JsonException($"'{word}' is not one of '{no}', '{yes}'.")));

    private static void WriteSpan(Utf8JsonWriter json, RedactedSpan span)
    {
        json.WriteStartObject();
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }
}
