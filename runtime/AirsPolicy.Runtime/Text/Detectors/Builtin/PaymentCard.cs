using AirsPolicy.Runtime.Text.Detectors.Search;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>
/// Primary account numbers of payment cards: 13 to 19 digits in one run, or in groups with the same single separator between them, that begin with
/// a range of an issuer and end in their check digit (ISO/IEC 7812-1: numbering and, in annex B, the Luhn formula).
/// </summary>
/// <remarks>A number is no part of a longer run of digits or of a decimal fraction. From each place the longest number counts, and numbers do not overlap.</remarks>
[BuiltinDetector("pii.card", Summary = "Finds payment card numbers: 13 to 19 digits of a known issuer with a right check digit.")]
internal sealed class PaymentCard : IBuiltinDetector
{
    private const int LeastDigits = 13, MostDigits = 19;

    public RequiredParts Required => RequiredParts.Number(13);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        for (var from = 0; from < folded.Length;)
        {
            var digit = folded[from..].IndexOfAny(NumberText.Digits);
            if (digit < 0) return;
            var start = from + digit;
            var end = IsFraction(folded, start) ? start : EndOfNumber(folded, start);
            if (end > start) matches.Add(new TextSpan(start, end));
            else end = EndOfRun(folded, start);
            from = end;
        }
    }

    // The end of the longest number that begins at the first digit of a run, or its start where none does. Looks at no more than 19 digits.
    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var count = 0;
        var separator = '\0';
        var end = start;
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                if (count == MostDigits) break;
                digits[count++] = (byte)(text[at] - '0');
                if (!NumberText.IsDigitAt(text, at + 1) && !BeginsFraction(text, at + 1) && IsNumber(digits[..count])) end = at + 1;
                continue;
            }
            if (separator == '\0') separator = text[at];
            if (!NumberText.IsSeparator(text[at]) || text[at] != separator || !NumberText.IsDigitAt(text, at + 1)) break;
        }
        return end;
    }

    private static bool IsNumber(ReadOnlySpan<byte> digits) => digits.Length >= LeastDigits && CardIssuers.Issue(digits) && HasCheckDigit(digits);

    // From the right every second digit is doubled, with the digits of the double added up; the sum is a multiple of ten.
    private static bool HasCheckDigit(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] << (i & 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    private static bool IsFraction(ReadOnlySpan<char> text, int start) => start >= 2 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]);

    private static bool BeginsFraction(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] == '.' && NumberText.IsDigitAt(text, end + 1);

    private static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept(NumberText.Digits);
        return length < 0 ? text.Length : start + length;
    }
}
