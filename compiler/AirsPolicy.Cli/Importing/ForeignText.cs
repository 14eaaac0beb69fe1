using System.Globalization;
using System.Text;

namespace AirsPolicy.Cli.Importing;

/// <summary>Text of others as comments and literals of the language, which it can neither end nor make look like something else.</summary>
internal static class ForeignText
{
    private const int LongestTitle = 120;
    private const int LongestComment = 2_000;
    private const int LineWidth = 100;

    /// <summary>A literal that means exactly the text; what is not plain ASCII stands in it by its number.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                literal.Append('\\').Append((char)rune.Value);
            else if (rune.Value is >= ' ' and < 0x7F)
                literal.Append((char)rune.Value);
            else
                literal.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");
        }
        return literal.Append('"').ToString();
    }

    /// <summary>
    /// A title on one line without what acts on its surroundings, or null where nothing is left; letters that pass for others stand by
    /// their numbers.
    /// </summary>
    public static string? Title(string? text)
    {
        var title = Clean(string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        if (title.Length == 0)
            return null;
        var literal = new StringBuilder("\"");
        var count = 0;
        foreach (var rune in title.EnumerateRunes())
        {
            if (count++ == LongestTitle)
                return literal.Append("…\"").ToString();
            literal.Append(
                IsLookAlike(rune) ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}")
                : rune.Value is '"' or '\\' ? $"\\{rune}"
                : rune.ToString());
        }
        return literal.Append('"').ToString();
    }

    /// <summary>The lines of a comment that quotes a text; none where it shows nothing.</summary>
    public static IEnumerable<string> Quoted(string text)
    {
        var left = LongestComment;
        var lines = text.ReplaceLineEndings("\n")
            .Split(['\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])
            .Select(line => Clean(line.Replace('\t', ' ')).TrimEnd())
            .ToArray();
        foreach (var line in string.Join("\n", lines).Trim('\n') is { Length: > 0 } shown ? shown.Split('\n') : [])
        {
            foreach (var part in Broken(line))
            {
                if (part.Length > left)
                {
                    yield return "// > … and more, which the manifest says";
                    yield break;
                }
                left -= part.Length + 1;
                yield return part.Length == 0 ? "// >" : "// > " + part;
            }
        }
    }

    private static IEnumerable<string> Broken(string line)
    {
        while (line.Length > LineWidth)
        {
            var space = line.LastIndexOf(' ', LineWidth);
            var end = space > 0 ? space : char.IsHighSurrogate(line[LineWidth - 1]) ? LineWidth - 1 : LineWidth;
            yield return line[..end];
            line = line[end..].TrimStart();
        }
        yield return line;
    }

    // Without what shows nothing or reorders what stands around it.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !IsHidden(rune)).Select(rune => rune.ToString()));

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Surrogate
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x3164
                or 0xFFA0
                or 0xFFFD
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0100 and <= 0xE01EF);

    // Greek, Cyrillic, Armenian, Cherokee: their letters pass for Latin ones.
    private static bool IsLookAlike(Rune rune) =>
        rune.Value
            is (>= 0x0370 and <= 0x058F)
                or (>= 0x13A0 and <= 0x13FF)
                or (>= 0x1C80 and <= 0x1C8F)
                or (>= 0x1D00 and <= 0x1DBF)
                or (>= 0x1F00 and <= 0x1FFF)
                or (>= 0x2DE0 and <= 0x2DFF)
                or (>= 0xA640 and <= 0xA69F)
                or (>= 0xAB70 and <= 0xABBF)
                or (>= 0x10140 and <= 0x1018F)
                or (>= 0x1D000 and <= 0x1D7FF);
}
