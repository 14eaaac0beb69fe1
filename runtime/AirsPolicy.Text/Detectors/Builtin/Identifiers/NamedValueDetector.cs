using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>
/// Identifiers whose form says little, because each issuer has its own: a value with digits in it that a word before it, or right behind
/// it, names.
/// </summary>
/// <param name="leastDigits">The fewest digits of the value.</param>
/// <param name="length">The fewest and the most letters and digits.</param>
/// <param name="mostLetters">The most letters.</param>
/// <param name="words">Words for it.</param>
internal abstract class NamedValueDetector(int leastDigits, (int Least, int Most) length, int mostLetters, params string[] words)
    : IBuiltinDetector
{
    private readonly NearbyWords _words = new(48, 24, words);

    public BuiltinWindow Window { get; } =
        new(
            NumberText.Digits,
            (4 * length.Most) + 8,
            Math.Min(leastDigits, NumberRegions.LeastDigits),
            length.Most + 1,
            (3 * length.Most) + 2,
            Context: 64,
            WindowUnits.NotInNames);

    public int Score => (int)Millionths.Whole * 7 / 10;

    public RequiredParts Required { get; } = new(new NearbyWords(words).Words, Math.Min(leastDigits, NumberRegions.LeastDigits));

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        var from = 0;
        foreach (var region in text.Numbers)
        {
            if (region.Start < from) continue;
            var start = region.Start;
            var end = region.Start;
            while (start > from && region.Start - start <= length.Most && IsPart(folded, start - 1))
                start--;
            while (end < folded.Length && end - start <= 2 * length.Most && IsPart(folded, end))
                end++;
            if (IsValue(folded[start..end])
                && Boundaries.BeginsAt(folded, start)
                && Boundaries.EndsAt(folded, end)
                && _words.StandNear(folded, start, end))
                matches.Add(new TextSpan(start, end));
            from = Math.Max(end, region.Start);
        }
    }

    // A hyphen stands between two characters of the value.
    private static bool IsPart(ReadOnlySpan<char> text, int index) =>
        char.IsAsciiLetterOrDigit(text[index])
        || text[index] == '-'
            && index > 0
            && index + 1 < text.Length
            && char.IsAsciiLetterOrDigit(text[index - 1])
            && char.IsAsciiLetterOrDigit(text[index + 1]);

    private bool IsValue(ReadOnlySpan<char> value)
    {
        int digits = 0, letters = 0;
        foreach (var unit in value)
        {
            if (char.IsAsciiDigit(unit)) digits++;
            else if (unit != '-') letters++;
        }
        return digits >= leastDigits && letters <= mostLetters && digits + letters >= length.Least && digits + letters <= length.Most;
    }
}
