using System.Globalization;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Syntax;

/// <summary>What single characters are to the lexer.</summary>
internal static class CharacterClass
{
    public static bool IsNamePart(char unit) => unit is >= 'a' and <= 'z' or '_' or >= '0' and <= '9' or >= 'A' and <= 'Z';

    public static bool IsDigit(char unit) => unit is >= '0' and <= '9';

    public static bool IsLetter(char unit) => unit is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    /// <summary>A character that shows as a gap, other than space, tab and line breaks: what is pasted from documents.</summary>
    public static bool IsGap(char unit) =>
        unit is '\v' or '\f' or '\u00A0' or '\u1680' or >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF';

    public static int EndOfLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : start + length;
    }

    public static int AfterLineBreak(string text, int position) =>
        position + (text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1);

    /// <summary>The code point at a position; a lone surrogate is itself.</summary>
    public static int CodePointAt(string text, int position) =>
        WidthAt(text, position) == 2 ? char.ConvertToUtf32(text[position], text[position + 1]) : text[position];

    public static int WidthAt(string text, int position) =>
        char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]) ? 2 : 1;

    /// <summary>Whether no token and no trivia can begin here.</summary>
    public static bool BeginsNothing(string text, int position)
    {
        var unit = text[position];
        if (unit < 0x80)
            return unit is '@' or '$' or '^' or '~' or '`' or '\\' or '%'
                || (unit < ' ' && unit is not ('\t' or '\n' or '\r' or '\v' or '\f'))
                || unit == '\x7F'
                || (unit == '&' && (position + 1 == text.Length || text[position + 1] != '&'));
        return !IsGap(unit) && unit is not ('≤' or '≥' or '≠') && !CharacterTables.IsWord(CodePointAt(text, position));
    }

    /// <summary>A character for a message: "'а' (U+0430, Cyrillic)", or its code alone where it shows nothing.</summary>
    public static string Describe(int codePoint)
    {
        var code = codePoint.ToString("X4", CultureInfo.InvariantCulture);
        var script = CharacterTables.ScriptOf(codePoint);
        var named =
            script is "Common" or "Inherited" or "Unknown" || codePoint < 0x80 ? $"U+{code}" : $"U+{code}, {script.Replace('_', ' ')}";
        var shows =
            codePoint > ' '
            && codePoint is not (>= 0x7F and <= 0xA0 or >= 0xD800 and <= 0xDFFF)
            && !CharacterTables.IsInvisible(codePoint)
            && !CharacterTables.IsBidirectionalControl(codePoint)
            && !CharacterTables.IsSpace(codePoint);
        return shows ? $"'{char.ConvertFromUtf32(codePoint)}' ({named})" : named;
    }
}
