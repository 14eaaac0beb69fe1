using System.Globalization;
using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>
/// Writes one character so that it reads as itself: escaped where it has a meaning, by its number where it does not show.
/// </summary>
internal static class CharacterWriter
{
    public static void WriteOutsideClass(StringBuilder text, int codePoint) => Write(text, codePoint, "\\^$.*+?()[]{}|/");

    public static void WriteInClass(StringBuilder text, int codePoint) => Write(text, codePoint, "\\^[]-/");

    private static void Write(StringBuilder text, int codePoint, string special)
    {
        switch (codePoint)
        {
            case '\t':
                text.Append("\\t");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case >= ' ' and <= '~':
                if (special.Contains((char)codePoint, StringComparison.Ordinal)) text.Append('\\');
                text.Append((char)codePoint);
                break;
            case <= 0xFF:
                text.Append(CultureInfo.InvariantCulture, $"\\x{codePoint:X2}");
                break;
            default:
                WriteOther(text, codePoint);
                break;
        }
    }

    private static void WriteOther(StringBuilder text, int codePoint)
    {
        if (CharacterTables.IsWord(codePoint) && !CharacterTables.IsInvisible(codePoint)) text.Append(char.ConvertFromUtf32(codePoint));
        else text.Append(CultureInfo.InvariantCulture, $"\\u{{{codePoint:X}}}");
    }
}
