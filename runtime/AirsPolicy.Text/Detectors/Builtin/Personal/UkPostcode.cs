using System.Collections.Frozen;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Postcodes of the United Kingdom: one of the 124 areas, a district of a digit and perhaps a digit or letter, a space, a digit and two
/// letters that are none of C, I, K, M, O and V (Royal Mail, PAF Programmers Guide; BS 7666-3). Without the space a postcode is named or
/// all there is.
/// </summary>
[BuiltinDetector(
    "pii.uk_postcode",
    Summary = "Finds postcodes of the United Kingdom.",
    Source = "Royal Mail, PAF Programmers Guide, Postcode; BS 7666-3"
)]
internal sealed class UkPostcode : IBuiltinDetector
{
    private static readonly NearbyWords s_words = new("postcode", "post code", "address", "postal code");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_areas = new[]
    {
        "ab",
        "al",
        "b",
        "ba",
        "bb",
        "bd",
        "bh",
        "bl",
        "bn",
        "br",
        "bs",
        "bt",
        "ca",
        "cb",
        "cf",
        "ch",
        "cm",
        "co",
        "cr",
        "ct",
        "cv",
        "cw",
        "da",
        "dd",
        "de",
        "dg",
        "dh",
        "dl",
        "dn",
        "dt",
        "dy",
        "e",
        "ec",
        "eh",
        "en",
        "ex",
        "fk",
        "fy",
        "g",
        "gl",
        "gu",
        "gy",
        "ha",
        "hd",
        "hg",
        "hp",
        "hr",
        "hs",
        "hu",
        "hx",
        "ig",
        "im",
        "ip",
        "iv",
        "je",
        "ka",
        "kt",
        "kw",
        "ky",
        "l",
        "la",
        "ld",
        "le",
        "ll",
        "ln",
        "ls",
        "lu",
        "m",
        "me",
        "mk",
        "ml",
        "n",
        "ne",
        "ng",
        "nn",
        "np",
        "nr",
        "nw",
        "ol",
        "ox",
        "pa",
        "pe",
        "ph",
        "pl",
        "po",
        "pr",
        "rg",
        "rh",
        "rm",
        "s",
        "sa",
        "se",
        "sg",
        "sk",
        "sl",
        "sm",
        "sn",
        "so",
        "sp",
        "sr",
        "ss",
        "st",
        "sw",
        "sy",
        "ta",
        "td",
        "tf",
        "tn",
        "tq",
        "tr",
        "ts",
        "tw",
        "ub",
        "w",
        "wa",
        "wc",
        "wd",
        "wf",
        "wn",
        "wr",
        "ws",
        "wv",
        "yo",
        "ze",
    }
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public int Score => (int)Millionths.Whole * 4 / 5;

    public BuiltinWindow Window { get; } = new(NumberText.Digits, Gap: 6, Least: 2, Before: 3, After: 3, Context: 64);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        for (var from = 0; folded[from..].IndexOfAny(NumberText.Digits) is var index and >= 0;)
        {
            var digit = from + index;
            var start = StartOfArea(folded, digit);
            var end = start < digit ? EndOf(folded, start, digit) : 0;
            if (end > 0) matches.Add(new TextSpan(start, end));
            from = Math.Max(end, digit + 1);
        }
    }

    private static int StartOfArea(ReadOnlySpan<char> text, int digit)
    {
        var start = digit;
        while (start > 0 && digit - start < 3 && char.IsAsciiLetterLower(text[start - 1])) start--;
        var area = text[start..digit];
        // The one that follows no rule: Girobank's.
        return (s_areas.Contains(area) || area is "gir") && Boundaries.BeginsAt(text, start) ? start : digit;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, int digit)
    {
        // The longer district first: of DN551PT it is DN55.
        for (var length = text[start] == 'g' && digit - start == 3 ? 0 : 2; length >= 0; length--)
        {
            var at = digit + length;
            if (length == 0 && digit - start != 3 || length == 2 && !(at <= text.Length && char.IsAsciiLetterOrDigit(text[at - 1])))
                continue;
            var isParted = at < text.Length && text[at] == ' ';
            if (isParted)
                at++;
            if (at + 3 > text.Length
                || !char.IsAsciiDigit(text[at])
                || !IsUnit(text[at + 1])
                || !IsUnit(text[at + 2])
                || !Boundaries.EndsAt(text, at + 3))
                continue;
            if (isParted || Boundaries.IsAlone(text, start, at + 3) || s_words.StandNear(text, start, at + 3))
                return at + 3;
        }
        return 0;
    }

    private static bool IsUnit(char unit) => char.IsAsciiLetterLower(unit) && unit is not ('c' or 'i' or 'k' or 'm' or 'o' or 'v');
}
