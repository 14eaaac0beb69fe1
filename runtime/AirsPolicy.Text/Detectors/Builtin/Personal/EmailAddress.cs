using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// E-mail addresses as people write them: a local part of letters, digits and <c>. _ % + ' -</c>, and a domain under a top-level domain
/// that exists (RFC 5321, section 4.1.2; RFC 6531 for other letters). What is no mailbox of a person does not count: message ids (RFC 5322,
/// section 3.6.4) and the addresses of mailing lists on hosts that are named for them (<c>lists.…</c>).
/// </summary>
[BuiltinDetector("pii.email", Summary = "Finds e-mail addresses under top-level domains that exist.",
    Source = "RFC 5321, section 4.1.2, RFC 6531, and IANA, Root Zone Database, https://www.iana.org/domains/root/db")]
internal sealed class EmailAddress : IBuiltinDetector
{
    private const int LongestLocalPart = 64, LongestDomain = 253;

    public RequiredParts Required { get; } = RequiredParts.AnyOf("@");

    public BuiltinWindow Window { get; } =
        new(SearchValues.Create("@"), Gap: 320, Least: 1, LongestLocalPart, LongestDomain + 1, Context: 8, WindowUnits.NotInMailboxes);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        var least = 0;
        for (var from = 0; folded[from..].IndexOf('@') is var index and >= 0;)
        {
            var at = from + index;
            from = at + 1;
            var start = StartOfLocalPart(folded, at, least);
            if (start == at || EndOfDomain(folded, at + 1) is not (> 0 and var end)) continue;
            if (IsMessageId(folded[start..at]) || folded[(at + 1)..].StartsWith("lists.", StringComparison.Ordinal)) continue;
            matches.Add(new TextSpan(start, end));
            from = least = end;
        }
    }

    private static int StartOfLocalPart(ReadOnlySpan<char> text, int at, int least)
    {
        var start = at;
        least = Math.Max(least, at - LongestLocalPart);
        while (start > least && IsLocal(text[start - 1]) && !(start < at && IsEndOfOther(text, start)))
            start--;
        // A local part neither begins nor ends in a point, and what stands around it begins in other punctuation.
        while (start < at && (!CharacterTables.IsWord(text[start]) && !char.IsSurrogate(text[start]) || Boundaries.IsMark(text[start])))
            start++;
        if (start < at && char.IsLowSurrogate(text[start])) start++;
        return text[at - 1 < 0 ? 0 : at - 1] == '.' ? at : start;
    }

    // Scripts without spaces go right up to an address of ASCII.
    private static bool IsEndOfOther(ReadOnlySpan<char> text, int start) =>
        text[start - 1] >= 0x80 && char.IsAscii(text[start]) && Boundaries.BeginsAt(text, start);

    private static bool IsLocal(char unit) => unit is '.' or '_' or '%' or '+' or '\'' or '-' || CharacterTables.IsWord(unit);

    // The end of the longest domain that begins there, or 0.
    private static int EndOfDomain(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length
            && end - start < LongestDomain
            && (text[end] is '.' or '-' || CharacterTables.IsWord(text[end]) && text[end] != '_'))
            end++;
        while (end > start)
        {
            var domain = text[start..end];
            var point = domain.LastIndexOf('.');
            if (point <= 0) return 0;
            var label = domain[(point + 1)..];
            if (EndOfTopLevelDomain(label) is > 0 and var length && !domain[..point].EndsWith('.') && domain[0] is not ('.' or '-'))
                return start + point + 1 + length;
            end = start + point;
        }
        return 0;
    }

    // Scripts without spaces go on right behind an address; a label in their letters is one of itself.
    private static int EndOfTopLevelDomain(ReadOnlySpan<char> label)
    {
        var other = label.IndexOfAnyExceptInRange('\0', '\x7F');
        if (other < 0) return TopLevelDomains.Contain(label) ? label.Length : 0;
        if (other == 0) return label.Length >= 2 && !char.IsLowSurrogate(label[0]) && !char.IsHighSurrogate(label[^1]) ? label.Length : 0;
        return TopLevelDomains.Contain(label[..other]) && Boundaries.EndsAt(label, other) ? other : 0;
    }

    private static bool IsMessageId(ReadOnlySpan<char> localPart)
    {
        int digits = 0, letters = 0;
        foreach (var unit in localPart)
        {
            if (char.IsAsciiDigit(unit)) digits++;
            else if (CharacterTables.IsWord(unit)) letters++;
        }
        return digits >= 10 && letters <= 3 && localPart.Contains('.');
    }
}
