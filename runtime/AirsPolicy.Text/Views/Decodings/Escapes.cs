using System.Globalization;
using System.Text;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Characters written by their numbers: percent-encoding (RFC 3986, section 2.1), character references of HTML (section 13.5, those of
/// ASCII signs) and backslash escapes of programming languages.
/// </summary>
internal static class Escapes
{
    private const int LongestReference = 10;

    private static readonly (string Name, char Sign)[] s_named =
    [
        ("lt", '<'),
        ("gt", '>'),
        ("amp", '&'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("colon", ':'),
        ("semi", ';'),
        ("comma", ','),
        ("period", '.'),
        ("excl", '!'),
        ("quest", '?'),
        ("lpar", '('),
        ("rpar", ')'),
        ("lsqb", '['),
        ("lbrack", '['),
        ("rsqb", ']'),
        ("rbrack", ']'),
        ("lcub", '{'),
        ("rcub", '}'),
        ("sol", '/'),
        ("bsol", '\\'),
        ("num", '#'),
        ("equals", '='),
        ("vert", '|'),
        ("lowbar", '_'),
        ("Tab", '\t'),
        ("NewLine", '\n'),
    ];

    /// <summary>Reads one character at the beginning of a text that begins with one of <c>% &amp; \</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="character">Room for two units.</param>
    /// <param name="written">How many units the character has.</param>
    /// <returns>The length of what was read; 0 where nothing is encoded here.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<char> character, out int written)
    {
        written = 0;
        if (text.Length < 3) return 0;
        return text[0] switch
        {
            '%' => Bytes(text, "%", character, out written),
            '&' => text[1] == '#' ? NumberedReference(text, character, out written) : NamedReference(text, character, out written),
            _ => text[1] switch
            {
                'x' or 'X' => Bytes(text, text[1] == 'x' ? "\\x" : "\\X", character, out written),
                'u' when text[2] == '{' => Braced(text, character, out written),
                'u' => Units(text, character, out written),
                _ => 0,
            },
        };
    }

    // The bytes of one character in UTF-8, each with its prefix.
    private static int Bytes(ReadOnlySpan<char> text, ReadOnlySpan<char> prefix, Span<char> character, out int written)
    {
        Span<byte> bytes = stackalloc byte[4];
        var (count, step) = (0, prefix.Length + 2);
        for (; count < 4 && text.Length >= step && text.StartsWith(prefix, StringComparison.Ordinal); count++, text = text[step..])
        {
            if (!byte.TryParse(text[prefix.Length..step], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
                break;
        }
        written = 0;
        if (count == 0 || Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) != System.Buffers.OperationStatus.Done) return 0;
        return Write(rune.Value, used * step, character, out written);
    }

    private static int Units(ReadOnlySpan<char> text, Span<char> character, out int written)
    {
        written = 0;
        if (text.Length < 6 || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return 0;
        character[0] = (char)unit;
        written = 1;
        return 6;
    }

    private static int Braced(ReadOnlySpan<char> text, Span<char> character, out int written)
    {
        written = 0;
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf('}');
        return end > 3 && int.TryParse(text[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
            ? Write(codePoint, end + 1, character, out written)
            : 0;
    }

    // The semicolon may be left out, as browsers let it be.
    private static int NumberedReference(ReadOnlySpan<char> text, Span<char> character, out int written)
    {
        written = 0;
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end < LongestReference && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (!int.TryParse(
                text[start..end],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var codePoint))
            return 0;
        return Write(codePoint, end < text.Length && text[end] == ';' ? end + 1 : end, character, out written);
    }

    private static int NamedReference(ReadOnlySpan<char> text, Span<char> character, out int written)
    {
        written = 0;
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (end < 0) return 0;
        foreach (var (name, sign) in s_named)
        {
            if (text[1..end].SequenceEqual(name)) return Write(sign, end + 1, character, out written);
        }
        return 0;
    }

    private static int Write(int codePoint, int length, Span<char> character, out int written)
    {
        var isCharacter = Rune.TryCreate(codePoint, out var rune) && codePoint != 0;
        written = isCharacter ? rune.EncodeToUtf16(character) : 0;
        return isCharacter ? length : 0;
    }
}
