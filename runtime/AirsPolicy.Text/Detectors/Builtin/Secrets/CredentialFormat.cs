using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// The form of a credential: characters, classes of them (<c>[A-Za-z0-9_-]</c>), a backslash before what would be something else, and
/// behind a class or character how many of it there are (<c>{36}</c>, <c>{20,40}</c>, <c>{20,}</c>). Read from left to right, each part as
/// long as it goes and never again, so that a credential is read in one pass.
/// </summary>
internal sealed class CredentialFormat
{
    /// <summary>The most characters that a part without an end is read for; credentials are shorter.</summary>
    private const int Unbounded = 4096;

    private readonly Part[] _parts;
    private readonly int _anchor;

    private CredentialFormat(Part[] parts)
    {
        _parts = parts;
        var (first, count) = LongestLiteral(parts);
        Anchor = string.Concat(parts.Skip(first).Take(count).Select(part => part.Literal));
        _anchor = first;
        LeastAhead = parts.Take(first).Sum(part => part.Least);
        MostAhead = parts.Take(first).Sum(part => part.Most);
    }

    /// <summary>
    /// The characters by which it is looked for: those that it begins with, or else the most that stand together in it. Empty where it has
    /// none.
    /// </summary>
    public string Anchor { get; }

    /// <summary>The fewest characters before the anchor.</summary>
    public int LeastAhead { get; }

    /// <summary>The most characters before the anchor.</summary>
    public int MostAhead { get; }

    /// <summary>What characters can stand before the anchor, and some more.</summary>
    public SearchValues<char> AheadWith(string others) => SearchValues.Create([.. Characters(_parts.Take(_anchor)), .. others]);

    /// <summary>What is read behind the anchor.</summary>
    public Trail Trail => new(() => [.. _parts.Skip(_anchor + Anchor.Length).Select(TrailOf)]);

    /// <summary>What is read of a whole credential, behind parts that stand before it.</summary>
    public Trail TrailBehind(params TrailPart[] parts) => new(() => [.. parts, .. _parts.Select(TrailOf)]);

    /// <summary>Reads a form.</summary>
    public static CredentialFormat Parse(string format)
    {
        var parts = new List<Part>();
        for (var at = 0; at < format.Length;)
        {
            var set = default(CharacterSet);
            var literal = '\0';
            if (format[at] == '[') set = ParseClass(format, ref at);
            else
            {
                if (format[at] == '\\') at++;
                literal = format[at];
                set = set.With(format[at++]);
            }
            var (least, most) = ParseCount(format, ref at);
            if (least != 1 || most != 1) literal = '\0';
            parts.Add(new Part(literal, set, least, most));
        }
        return new CredentialFormat([.. parts]);
    }

    /// <summary>Where a credential that begins at a place ends, or 0 where none does or it goes on.</summary>
    public int End(ReadOnlySpan<char> text, int start) => End(text, start, -1);

    /// <summary>The same, where its anchor has to stand at a place; -1 for any.</summary>
    public int End(ReadOnlySpan<char> text, int start, int anchor)
    {
        var at = start;
        for (var i = 0; i < _parts.Length; i++)
        {
            var part = _parts[i];
            var from = at;
            if (i == _anchor && anchor >= 0 && at != anchor) return 0;
            while (at < text.Length && at - from < part.Most && part.Set.Contains(text[at])) at++;
            if (at - from < part.Least) return 0;
        }
        return
            at < text.Length
            && (
                char.IsAsciiLetterOrDigit(text[at])
                || _parts[^1] is { Literal: '\0' } last && last.Set.Contains(text[at]) && text[at] is not ('.' or '-' or '='))
            ? 0
            : at;
    }

    private static IEnumerable<char> Characters(IEnumerable<Part> parts) =>
        Enumerable.Range(0, 128).Select(code => (char)code).Where(unit => parts.Any(part => part.Set.Contains(unit)));

    private static TrailPart TrailOf(Part part) => new(SearchValues.Create([.. Characters([part])]), part.Least, part.Most);

    private static (int First, int Count) LongestLiteral(Part[] parts)
    {
        int first = 0, longest = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var count = parts.Skip(i).TakeWhile(part => part.Literal != '\0').Count();
            if (count > longest) (first, longest) = (i, count);
            // What it begins with tells where it begins.
            if (i == 0 && count > 1) break;
        }
        return (first, longest);
    }

    private static CharacterSet ParseClass(string format, ref int at)
    {
        var set = default(CharacterSet);
        var end = format.IndexOf(']', at);
        for (at++; at < end; at++)
        {
            var isRange = at + 2 < end && format[at + 1] == '-';
            for (var unit = format[at]; unit <= format[isRange ? at + 2 : at]; unit++)
                set = set.With(unit);
            if (isRange) at += 2;
        }
        at = end + 1;
        return set;
    }

    private static (int Least, int Most) ParseCount(string format, ref int at)
    {
        if (at >= format.Length || format[at] != '{') return (1, 1);
        var end = format.IndexOf('}', at);
        var counts = format[(at + 1)..end].Split(',');
        at = end + 1;
        var least = int.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture);
        return (
            least,
            counts.Length == 1 ? least
            : counts[1].Length == 0 ? Unbounded
            : int.Parse(counts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private readonly record struct Part(char Literal, CharacterSet Set, int Least, int Most);
}
