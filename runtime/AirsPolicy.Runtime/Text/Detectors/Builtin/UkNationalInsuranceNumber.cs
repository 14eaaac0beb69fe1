using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>
/// National Insurance numbers: a prefix of two letters, six digits and a suffix A to D, together or with the same single separator between all pairs
/// (HMRC National Insurance Manual, NIM39110). A number counts without its suffix as well: it dates from contribution cards, identifies nobody, and is
/// often left out where numbers are kept.
/// </summary>
[BuiltinDetector("pii.uk_nino", Summary = "Finds UK National Insurance numbers, with or without their suffix.")]
internal sealed class UkNationalInsuranceNumber : IBuiltinDetector
{
    private const string NeverAllocated = "bg gb kn nk nt tn zz";

    public RequiredParts Required => RequiredParts.Number(6);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        for (var from = 0; from < folded.Length;)
        {
            var digit = folded[from..].IndexOfAny(NumberText.Digits);
            if (digit < 0) return;
            var at = from + digit;
            from = at + 1;
            // The prefix stands right before the first digit, or before the separator before it.
            var start = NumberText.IsSeparatorAt(folded, at - 1) ? at - 3 : at - 2;
            if (start < 0 || !IsPrefix(folded[start], folded[start + 1]) || ContinuesBefore(folded, start)) continue;
            if (EndOfNumber(folded, start + 2, at) is not (> 0 and var end)) continue;
            matches.Add(new TextSpan(start, end));
            from = end;
        }
    }

    // The end of six digits and perhaps a suffix, or 0.
    private static int EndOfNumber(ReadOnlySpan<char> text, int afterPrefix, int firstDigit)
    {
        var separated = firstDigit > afterPrefix;
        var at = firstDigit;
        for (var pair = 0; pair < 3; pair++)
        {
            if (pair > 0 && separated)
            {
                if (at >= text.Length || text[at] != text[afterPrefix]) return 0;
                at++;
            }
            if (!NumberText.IsDigitAt(text, at) || !NumberText.IsDigitAt(text, at + 1)) return 0;
            at += 2;
        }
        var suffix = separated && at < text.Length && text[at] == text[afterPrefix] ? at + 1 : at;
        if (suffix < text.Length && text[suffix] is >= 'a' and <= 'd' && !ContinuesAt(text, suffix + 1)) return suffix + 1;
        return ContinuesAt(text, at) ? 0 : at;
    }

    private static bool IsPrefix(char first, char second) =>
        char.IsAsciiLetterLower(first) && char.IsAsciiLetterLower(second)
        && !"dfiquv".Contains(first, StringComparison.Ordinal) && !"dfiquvo".Contains(second, StringComparison.Ordinal)
        && !NeverAllocated.AsSpan().Contains([first, second], StringComparison.Ordinal);

    private static bool ContinuesBefore(ReadOnlySpan<char> text, int index) => index > 0 && CharacterTables.IsWord(Scalars.Last(text[..index], out _));

    private static bool ContinuesAt(ReadOnlySpan<char> text, int index) => index < text.Length && CharacterTables.IsWord(Scalars.First(text[index..], out _));
}
