using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Hardware addresses: six pairs of hexadecimal digits with hyphens or colons between them, or three groups of four with points (IEEE
/// 802-2014, section 8.1). Those of all zeros and all ones are nobody's.
/// </summary>
[BuiltinDetector(
    "pii.mac_address",
    Summary = "Finds hardware (MAC) addresses.",
    Source = "IEEE Std 802-2014, section 8.1, Hexadecimal representation"
)]
internal sealed class MacAddress : IBuiltinDetector
{
    private const int Pairs = 17, Groups = 14;

    public BuiltinWindow Window { get; } = new(WindowUnits.HexadecimalPairs, Gap: 0, Groups, Before: 0, After: 0, Context: 12);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        for (var from = 2; from + 3 <= folded.Length && folded[from..].IndexOfAny(":-.") is var index and >= 0;)
        {
            var at = from + index;
            from = at + 1;
            if (folded[at] != '.' && Read(folded, at - 2, 2, Pairs) || folded[at] == '.' && at >= 4 && Read(folded, at - 4, 4, Groups))
            {
                var start = folded[at] == '.' ? at - 4 : at - 2;
                var end = start + (folded[at] == '.' ? Groups : Pairs);
                matches.Add(new TextSpan(start, end));
                from = end + 2;
            }
        }
    }

    private static bool Read(ReadOnlySpan<char> text, int start, int group, int length)
    {
        if (start + length > text.Length) return false;
        var address = text.Slice(start, length);
        var separator = address[group];
        for (var i = 0; i < length; i++)
        {
            if (i % (group + 1) == group ? address[i] != separator : !char.IsAsciiHexDigitLower(address[i])) return false;
        }
        if (!address.ContainsAnyExcept('0', separator) || !address.ContainsAnyExcept('f', separator)) return false;
        var end = start + length;
        var isInRow = IsPair(text, start - 3, start - 1, separator) || IsPair(text, end + 1, end, separator);
        return (separator == '.' || !isInRow)
            && Boundaries.BeginsAt(text, start)
            && Boundaries.EndsAt(text, end);
    }

    // Part of a longer row of pairs: a fingerprint, a dump. A colon alone stands behind the word for an address.
    private static bool IsPair(ReadOnlySpan<char> text, int start, int at, char separator) =>
        (uint)at < (uint)text.Length
        && text[at] == separator
        && start >= 0
        && start + 2 <= text.Length
        && char.IsAsciiHexDigitLower(text[start])
        && char.IsAsciiHexDigitLower(text[start + 1])
        && !(start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        && !(start + 2 < text.Length && char.IsAsciiLetterOrDigit(text[start + 2]));
}
