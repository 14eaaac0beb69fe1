using AirsPolicy.Runtime.Text.Detectors.Search;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>
/// Social Security numbers: area (three digits), group (two), serial (four). No area is 000, 666 or above 899, no group 00 and no serial 0000
/// (Social Security Administration, POMS RM 10201.035 and the randomization of 2011). Of the nine digits alone many numbers are made: they count
/// with the same separator between all parts, or with a word for them nearby.
/// </summary>
[BuiltinDetector("pii.us_ssn", Summary = "Finds US Social Security numbers: with separators, or nine digits near a word for them.")]
internal sealed class UsSocialSecurityNumber : IBuiltinDetector
{
    // How far a word for the number may stand from it, in units of the folded text.
    private const int Nearby = 40;

    private static readonly string[] s_words = ["ssn", "ssns", "social security", "soc sec", "ss#", "ss no"];

    public RequiredParts Required => RequiredParts.Number(9);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        for (var from = 0; from < folded.Length;)
        {
            var digit = folded[from..].IndexOfAny(NumberText.Digits);
            if (digit < 0) return;
            var start = from + digit;
            var end = EndOfNumber(folded, start);
            if (end > start) matches.Add(new TextSpan(start, end));
            var next = folded[start..].IndexOfAnyExcept(NumberText.Digits);
            from = end > start ? end : next < 0 ? folded.Length : start + next;
        }
    }

    // The end of the number that begins at the first digit of a run, or 0.
    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        if (!TakeDigits(text, start, 3, out var area)) return 0;
        var separated = NumberText.IsSeparatorAt(text, start + 3);
        var step = separated ? 1 : 0;
        var end = start + 9 + 2 * step;
        if (!TakeDigits(text, start + 3 + step, 2, out var group) || !TakeDigits(text, start + 5 + 2 * step, 4, out var serial)) return 0;
        if (separated && text[start + 3] != text[start + 6]) return 0;
        if (NumberText.IsDigitAt(text, end) || !IsIssued(area, group, serial)) return 0;
        return separated && !IsPartOfMore(text, start, end, text[start + 3]) || HasWordNearby(text, start, end) ? end : 0;
    }

    private static bool TakeDigits(ReadOnlySpan<char> text, int start, int count, out int value)
    {
        value = 0;
        if (start + count > text.Length) return false;
        foreach (var unit in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit(unit)) return false;
            value = 10 * value + (unit - '0');
        }
        return true;
    }

    private static bool IsIssued(int area, int group, int serial) =>
        area is > 0 and not 666 and < 900 && group > 0 && serial > 0
        // The two that were printed on specimens and that the Administration has declared void.
        && (area, group, serial) is not ((78, 5, 1120) or (219, 9, 9999));

    // The groups of a longer number, as of a telephone or an account.
    private static bool IsPartOfMore(ReadOnlySpan<char> text, int start, int end, char separator) =>
        start >= 2 && text[start - 1] == separator && char.IsAsciiDigit(text[start - 2])
        || end < text.Length && text[end] == separator && NumberText.IsDigitAt(text, end + 1);

    private static bool HasWordNearby(ReadOnlySpan<char> text, int start, int end) =>
        HasWord(text[Math.Max(0, start - Nearby)..start]) || HasWord(text[end..Math.Min(text.Length, end + Nearby)]);

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var word in s_words)
        {
            for (var from = 0; text[from..].IndexOf(word, StringComparison.Ordinal) is var index and >= 0; from += index + 1)
            {
                var start = from + index;
                if (!IsLetterAt(text, start - 1) && !IsLetterAt(text, start + word.Length)) return true;
            }
        }
        return false;
    }

    private static bool IsLetterAt(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length && char.IsAsciiLetterLower(text[index]);
}
