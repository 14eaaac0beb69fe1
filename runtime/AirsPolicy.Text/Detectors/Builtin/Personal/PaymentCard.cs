using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Primary account numbers of payment cards: 12 to 19 digits in one run, or in groups with the same single separator between them, that
/// begin with a range of an issuer and end in their check digit (ISO/IEC 7812-1: numbering and, in annex B, the Luhn formula).
/// </summary>
/// <remarks>A number is no part of a longer run of digits or of a decimal fraction. From each place the longest number counts, and numbers
/// do not overlap.
/// Twelve digits, which only Maestro issues, need a word for a card nearby, and so do ranges that no network is known to issue.</remarks>
[BuiltinDetector("pii.card", Summary = "Finds payment card numbers: 12 to 19 digits of a known issuer with a right check digit.",
    Source = "ISO/IEC 7812-1, annex B, and the ranges of issuer identification numbers that the card networks publish")]
internal sealed class PaymentCard : IBuiltinDetector
{
    private const int LeastDigits = 12, UsualDigits = 15, MostDigits = 19;

    private static readonly NearbyWords s_words = new(
        "card",
        "cards",
        "maestro",
        "credit",
        "debit",
        "kreditkarte",
        "karte",
        "carte",
        "tarjeta",
        "carta",
        "cartao",
        "kaart",
        "kort");

    public RequiredParts Required { get; } = RequiredParts.Number(LeastDigits);

    // Before a number up to four digits with a letter before them are looked at, and words for a card.
    public BuiltinWindow Window { get; } = new(NumberText.Digits, NumberRegions.WidestGap, LeastDigits, Before: 0, After: 0, Context: 64);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        foreach (var region in text.Numbers)
        {
            if (region.Digits < LeastDigits) continue;
            for (var start = region.Start; start < region.End;)
            {
                var end = IsWithinAnother(folded, start) ? start : EndOfNumber(folded, start);
                if (end > start) matches.Add(new TextSpan(start, end));
                else end = EndOfRun(folded, start);
                var next = folded[end..region.End].IndexOfAny(NumberText.Digits);
                start = next < 0 ? region.End : end + next;
            }
        }
    }

    // The end of the longest number that begins at the first digit of a run, or its start where none does. Looks at no more than 19 digits.
    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        // The sums of the Luhn formula where the first digit is doubled, and where the second is.
        Span<int> sums = stackalloc int[2];
        sums.Clear();
        var separator = '\0';
        var end = start;
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                if (count == MostDigits) break;
                var digit = text[at] - '0';
                sums[count & 1] += digit > 4 ? 2 * digit - 9 : 2 * digit;
                sums[~count & 1] += digit;
                digits[count++] = text[at];
                if (count >= LeastDigits
                    && sums[count & 1] % 10 == 0
                    && !NumberText.IsDigitAt(text, at + 1)
                    && !BeginsFraction(text, at + 1)
                    && IsNumber(digits[..count], text, start, at + 1))
                    end = at + 1;
                continue;
            }
            if (separator == '\0') separator = text[at];
            if (!NumberText.IsSeparator(text[at]) || text[at] != separator || !NumberText.IsDigitAt(text, at + 1)) break;
        }
        return end;
    }

    // Ranges are assigned anew all the time: where a card is named those of payment that are not known count too.
    private static bool IsNumber(ReadOnlySpan<char> digits, ReadOnlySpan<char> text, int start, int end)
    {
        var isIssued = CardIssuers.Issue(digits);
        if (isIssued && digits.Length > LeastDigits) return true;
        return (isIssued || digits.Length >= UsualDigits && digits[0] is >= '2' and <= '6') && s_words.StandNear(text, start, end);
    }

    // A fraction, or the rest of a number that begins with letters, such as an IBAN.
    private static bool IsWithinAnother(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return false;
        if (text[start - 1] == '.') return start >= 2 && char.IsAsciiDigit(text[start - 2]);
        var at = start - 1;
        if (NumberText.IsSeparator(text[at]) && --at >= 0 && !char.IsAsciiDigit(text[at])) return false;
        for (var digits = 0; at >= 0 && digits < 4 && char.IsAsciiDigit(text[at]); digits++) at--;
        return at >= 0 && char.IsAsciiLetterLower(text[at]);
    }

    private static bool BeginsFraction(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] == '.' && NumberText.IsDigitAt(text, end + 1);

    private static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept(NumberText.Digits);
        return length < 0 ? text.Length : start + length;
    }
}
