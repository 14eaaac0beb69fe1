using System.Globalization;
using System.Text;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Filtering;

/// <summary>The one way a filter is written.</summary>
internal static class FilterText
{
    /// <summary>A text that reads back to the same filter.</summary>
    public static string Of(Filter filter) => filter switch
    {
        OrFilter or => $"{Of(or.Left)} or {(or.Right is OrFilter ? Enclosed(or.Right) : Of(or.Right))}",
        AndFilter and => $"{(and.Left is OrFilter ? Enclosed(and.Left) : Of(and.Left))} and {OfNegation(and.Right)}",
        NotFilter not => $"not {OfNegation(not.Inner)}",
        AbsentFilter absent => $"{Of(absent.Path)} is absent",
        ComparisonFilter one => $"{Of(one.Path)} {FilterWords.Of(one.Relation)} {Of(one.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static string OfNegation(Filter filter) => filter is OrFilter or AndFilter ? Enclosed(filter) : Of(filter);

    private static string Enclosed(Filter filter) => $"({Of(filter)})";

    private static string Of(FilterPath path) =>
        path.Members.Aggregate(
            path.Field.Name,
            (text, member) => text + (IsName(member) ? $".{member}" : $"[{Quoted(member)}]"));

    private static string Of(FilterValue value) => value switch
    {
        TextValue text => Quoted(text.Text),
        NumberValue number => Of(number.Number),
        InstantValue instant => InstantText.Format(instant.Ticks),
        NowValue { Ticks: 0 } => "now",
        NowValue now => $"now {(now.Ticks < 0 ? "-" : "+")} {DurationText.Format(Math.Abs(now.Ticks))}",
        DurationValue duration => DurationText.Format(duration.Ticks),
        BoolValue truth => truth.Is ? "true" : "false",
        WordValue word => IsName(word.Word) && !FilterWords.Reserved.Contains(word.Word) ? word.Word : Quoted(word.Word),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    // A whole number that 64 bits do not hold is read with a point.
    private static string Of(decimal number)
    {
        var text = DecimalText.Format(number);
        return decimal.IsInteger(number) && Math.Abs(number) > long.MaxValue ? $"{text}.0" : text;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append(rune);
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is >= ' ' and < 0x7F)
                quoted.Append(rune);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }
        return quoted.Append('"').ToString();
    }
}
