using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// International bank account numbers: a country, two check digits and what the country's structure says, together or in groups of four.
/// The number with its first four characters moved to the end, letters counting as two digits, is one modulo 97 (ISO 13616-1, ISO/IEC 7064
/// MOD 97-10).
/// </summary>
[BuiltinDetector("pii.iban", Summary = "Finds international bank account numbers, by country, length and check digits.",
    Source = "ISO 13616-1 and SWIFT, IBAN Registry, https://www.swift.com/standards/data-standards/iban-international-bank-account-number")]
internal sealed class Iban : IBuiltinDetector
{
    public RequiredParts Required { get; } = RequiredParts.Number(4);

    public BuiltinWindow Window { get; } = new(NumberText.Digits, Gap: 48, Least: 4, Before: 2, After: 44, Context: 12);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        Span<char> iban = stackalloc char[IbanStructures.Longest];
        var from = 2;
        while (from + 1 < folded.Length && folded[from..].IndexOfAny(NumberText.Digits) is var index and >= 0)
        {
            var at = from + index;
            // The check digits stand right behind the country.
            var end = NumberText.IsDigitAt(folded, at + 1) ? EndOf(folded, at - 2, iban) : -1;
            if (end > 0) matches.Add(new TextSpan(at - 2, end));
            from = end > 0 ? end + 2 : EndOfRun(folded, at);
        }
    }

    // The registry has capitals. Small letters throughout are typed, too, and so is a capital at the beginning; a mixture is a slip.
    public bool Stands(ReadOnlySpan<char> original)
    {
        int place = 0, capitals = 0, small = 0;
        Span<char> country = stackalloc char[2];
        foreach (var unit in original)
        {
            if (!char.IsAscii(unit)) return true;
            if (!char.IsAsciiLetterOrDigit(unit)) continue;
            if (place < country.Length) country[place] = char.ToLowerInvariant(unit);
            if (place > 0 && (place < country.Length || IbanStructures.IsLetter(country, place)))
            {
                if (char.IsAsciiLetterUpper(unit)) capitals++;
                else small++;
            }
            place++;
        }
        return capitals == 0 || small == 0;
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept(NumberText.Digits);
        return length < 0 ? text.Length : start + length;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, Span<char> iban)
    {
        var length = IbanStructures.LengthOf(text.Slice(start, 2));
        if (length == 0 || !Boundaries.BeginsAt(text, start)) return -1;
        var at = start;
        var separator = '\0';
        for (var count = 0; count < length; at++)
        {
            if (at >= text.Length) return -1;
            if (char.IsAsciiDigit(text[at]) || char.IsAsciiLetterLower(text[at]))
            {
                iban[count++] = text[at];
                continue;
            }
            // Groups of four, all parted in the same way.
            if (count == 4)
                separator = text[at];
            if (count % 4 != 0
                || count == 0
                || text[at] != separator
                || !NumberText.IsSeparator(separator)
                || NumberText.IsSeparatorAt(text, at - 1))
                return -1;
        }
        return Boundaries.EndsAt(text, at) && IbanStructures.Fit(iban[..length]) && HasCheckDigits(iban[..length]) ? at : -1;
    }

    private static bool HasCheckDigits(ReadOnlySpan<char> iban)
    {
        Span<char> turned = stackalloc char[iban.Length];
        iban[4..].CopyTo(turned);
        iban[..4].CopyTo(turned[^4..]);
        return CheckDigits.Remainder(turned, 97) == 1;
    }
}
