using System.Text.RegularExpressions;
using AirsPolicy.Runtime.State.Origins;

namespace AirsPolicy.Language.Evaluation.Origins;

/// <summary>What it means that a value occurs in a text: a plain search, without an index.</summary>
internal static partial class OriginSearch
{
    /// <summary>Whether a value can be looked for at all.</summary>
    public static bool IsClear(string value)
    {
        var written = WrittenText.Of(value);
        return value.Length <= OriginLimits.LongestValue
            && written.Letters >= OriginLimits.ShortestValue
            && written.Size <= OriginLimits.LongestValue;
    }

    /// <summary>Whether a value occurs in a text: word for word, or as a number whose groups are divided otherwise.</summary>
    public static bool In(string text, string value)
    {
        var (whole, part) = (WrittenText.Of(text), WrittenText.Of(value));
        if (whole.Starts.Any(start => StandsAt(whole, part, start)))
            return true;
        return Joined(part.Text) is { } number && (WordsOf(whole).Contains(number) || Numbers(whole, text.Length).Contains(number));
    }

    private static bool StandsAt(WrittenText whole, WrittenText part, int start) =>
        whole.Characters.Skip(start).Take(part.Characters.Count).SequenceEqual(part.Characters)
        && (part.Characters[^1].Divides || whole.Ends.Contains(start + part.Characters.Count));

    private static IEnumerable<string> WordsOf(WrittenText text) =>
        from start in text.Starts from end in text.Ends.Where(end => end > start).Take(2) select text.Between(start, end);

    private static IEnumerable<string> Numbers(WrittenText text, int characters) =>
        (from start in text.Starts
         from end in text.Ends
         where end > start && end - start <= 2 * OriginLimits.LongestNumber
         let written = text.Between(start, end)
         where written.AsSpan().ContainsAny(' ', '-')
         let joined = Joined(written)
         where joined is not null
         select joined).Take(OriginLimits.NumbersIn(characters));

    // The groups of a number as one, or null for what is no number.
    private static string? Joined(string written)
    {
        if (!Groups().IsMatch(written))
            return null;
        var joined = written.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return joined.Length is >= OriginLimits.ShortestValue and <= OriginLimits.LongestNumber
            && written.Split(' ', '-').Length <= OriginLimits.MostGroups
            && 2 * joined.Count(char.IsAsciiDigit) >= joined.Length
            ? joined
            : null;
    }

    [GeneratedRegex(@"\A[a-z+]*[0-9][a-z0-9+]*([ -][a-z0-9+]+)*\z")]
    private static partial Regex Groups();
}
