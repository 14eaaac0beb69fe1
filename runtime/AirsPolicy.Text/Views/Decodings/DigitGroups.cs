using System.Buffers;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>Bytes written one by one with a space between: two hexadecimal digits each, or eight binary ones.</summary>
internal static class DigitGroups
{
    private const int HexDigits = 2, BinaryDigits = 8;
    private const int FewestHex = 6, FewestBinary = 4;

    // A text of letters has small ones, which are 61 to 7A.
    private static readonly SearchValues<string> s_letters = SearchValues.Create([" 6", " 7", " 0110", " 0111"], StringComparison.Ordinal);

    /// <summary>The next groups from a position on; at the end of the text where there are none.</summary>
    public static TextSpan Next(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && text[from..].IndexOfAny(s_letters) is >= 0 and var index)
        {
            var space = from + index;
            var start = space;
            while (start > from && space - start < BinaryDigits && char.IsAsciiHexDigit(text[start - 1])) start--;
            var width = space - start;
            if (width is not (HexDigits or BinaryDigits))
            {
                from = space + 1;
                continue;
            }
            var end = space;
            while (end + width < text.Length && text[end] == ' ' && AreDigits(text.Slice(end + 1, width), width)) end += width + 1;
            var count = (end - start + 1) / (width + 1);
            if (AreDigits(text[start..space], width) && count >= (width == HexDigits ? FewestHex : FewestBinary))
                return new TextSpan(start, end);
            from = Math.Max(end, space + 1);
        }
        return new TextSpan(text.Length, text.Length);
    }

    /// <summary>The bytes of groups, and how many they are.</summary>
    public static int Decode(ReadOnlySpan<char> groups, Span<byte> bytes)
    {
        var width = groups.IndexOf(' ');
        var count = 0;
        for (var at = 0; at < groups.Length; at += width + 1)
        {
            var value = 0;
            foreach (var digit in groups.Slice(at, width))
                value = width == HexDigits ? 16 * value + ValueOf(digit) : 2 * value + (digit - '0');
            bytes[count++] = (byte)value;
        }
        return count;
    }

    private static bool AreDigits(ReadOnlySpan<char> group, int width)
    {
        foreach (var digit in group)
        {
            if (width == HexDigits ? !char.IsAsciiHexDigit(digit) : digit is not ('0' or '1')) return false;
        }
        return true;
    }

    private static int ValueOf(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
