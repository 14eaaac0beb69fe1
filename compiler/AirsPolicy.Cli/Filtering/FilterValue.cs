using System.Text.Json;
using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Filtering;

/// <summary>A value of a record, or one that a filter compares with.</summary>
internal abstract record FilterValue
{
    /// <summary>A text, or nothing.</summary>
    public static FilterValue? Of(string? text) => text is null ? null : new TextValue(text);

    /// <summary>Texts, or nothing where there are none.</summary>
    public static FilterValue? Of(ValueList<string> texts) => texts.Count == 0 ? null : new TextsValue(texts);

    /// <summary>A point in time, or nothing.</summary>
    public static FilterValue? Of(DateTimeOffset? instant) => instant is { } at ? new InstantValue(at.UtcTicks) : null;
}

internal sealed record TextValue(string Text) : FilterValue;

internal sealed record TextsValue(ValueList<string> Texts) : FilterValue;

internal sealed record NumberValue(decimal Number) : FilterValue;

/// <summary>A point in time.</summary>
/// <param name="Ticks">In units of 100 ns since 0001-01-01 UTC.</param>
internal sealed record InstantValue(long Ticks) : FilterValue;

/// <summary>A point in time before or after that at which a record is looked at.</summary>
/// <param name="Ticks">How much later, in units of 100 ns; less than zero is earlier.</param>
internal sealed record NowValue(long Ticks) : FilterValue;

/// <summary>A length of time.</summary>
/// <param name="Ticks">In units of 100 ns.</param>
internal sealed record DurationValue(long Ticks) : FilterValue;

internal sealed record BoolValue(bool Is) : FilterValue;

/// <summary>A word that a field can be.</summary>
internal sealed record WordValue(string Word) : FilterValue;

/// <summary>JSON of a record.</summary>
internal sealed record JsonValue(JsonElement Json) : FilterValue
{
    /// <summary>The text that it is; null where it is none.</summary>
    public string? Text
    {
        get
        {
            try
            {
                return Json.ValueKind == JsonValueKind.String ? Json.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                // Half of a surrogate pair, written as an escape, is no text.
                return null;
            }
        }
    }
}
