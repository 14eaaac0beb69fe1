using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>The least remarkable value of a shape: what a request holds where a rule does not ask for anything else.</summary>
internal static class HarmlessValue
{
    /// <summary>A text in which no policy should find anything.</summary>
    public const string Text = "hello";

    /// <summary>A value that fits, optional members left out.</summary>
    public static JsonNode Of(Shape shape) => shape switch
    {
        BoolShape => JsonValue.Create(false),
        IntShape number => JsonValue.Create(Math.Clamp(0, number.Minimum, Math.Max(number.Minimum, number.Maximum))),
        DecimalShape number => JsonValue.Create(Between(number)),
        ShareShape or MoneyShape or SizeShape => JsonValue.Create(0),
        DurationShape => JsonValue.Create("0s"),
        InstantShape => JsonValue.Create(InstantText.Format(VirtualClock.Start.Ticks)),
        DateShape => JsonValue.Create(DateText.Format(DateOnly.FromDateTime(VirtualClock.Start).DayNumber)),
        TextShape text => JsonValue.Create(Fitting(text)),
        EnumShape names => JsonValue.Create(names.Names[0]),
        ListShape list => new JsonArray([.. Enumerable.Range(0, list.MinItems).Select(_ => Of(list.Element))]),
        RecordShape record => OfRecord(record),
        RestrictedShape values => JsonNode.Parse(values.Values[0]) ?? JsonValue.Create(false),
        _ => new JsonObject(),
    };

    private static JsonObject OfRecord(RecordShape record)
    {
        var members = new JsonObject();
        foreach (var member in record.Members.Where(member => !member.Optional))
            members[member.WireName] = Of(member.Shape);
        return members;
    }

    private static decimal Between(DecimalShape number)
    {
        if (number.Minimum is { } least && (number.MinimumExcluded ? least >= 0 : least > 0))
            return number.MinimumExcluded ? least + 1 : least;
        if (number.Maximum is { } most && (number.MaximumExcluded ? most <= 0 : most < 0))
            return number.MaximumExcluded ? most - 1 : most;
        return 0;
    }

    private static string Fitting(TextShape text)
    {
        if (text.Pattern is { } pattern)
            return PatternSamples.OfSchema(pattern).FirstOrDefault(Text);
        var fitting = Text.Length < text.MinLength ? new string('a', text.MinLength) : Text;
        return text.MaxLength is { } most && most < fitting.Length ? fitting[..most] : fitting;
    }
}
