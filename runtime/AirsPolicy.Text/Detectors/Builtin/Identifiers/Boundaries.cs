using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>Where an identifier can begin and end in a folded text.</summary>
internal static class Boundaries
{
    /// <summary>Whether a word or number can begin at a place: what stands before does not go on there.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (before is '+') return false;
        if (IsJoint(before) && NumberText.IsDigitAt(text, start - 2) && NumberText.IsDigitAt(text, start)) return false;
        return !IsWordBefore(text, start);
    }

    /// <summary>Whether a word or number can end at a place.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length) return true;
        var next = text[end];
        if (next is '@') return false;
        if (IsJoint(next) && NumberText.IsDigitAt(text, end + 1) && NumberText.IsDigitAt(text, end - 1)) return false;
        return !IsWordBehind(text, end);
    }

    /// <summary>Whether a word stands right before a place, of which the letters behind it would be a part.</summary>
    public static bool IsWordBefore(ReadOnlySpan<char> text, int start) =>
        start > 0 && Continues(text[start - 1] < 0x80 ? text[start - 1] : LastBase(text[..start]));

    /// <summary>Whether a word stands right behind a place, of which the letters before it would be a part.</summary>
    public static bool IsWordBehind(ReadOnlySpan<char> text, int end) =>
        end < text.Length && Continues(text[end] < 0x80 ? text[end] : Scalars.First(text[end..], out _));

    /// <summary>Whether a number that is written in groups with a separator goes on before or behind it.</summary>
    public static bool IsPartOfMore(ReadOnlySpan<char> text, int start, int end, char separator) =>
        start >= 2 && text[start - 1] == separator && IsGroup(text[start - 2], separator)
        || end + 1 < text.Length && text[end] == separator && IsGroup(text[end + 1], separator);

    /// <summary>Whether no word and no other number stands around it, but punctuation, symbols and spaces: the text is one value.</summary>
    public static bool IsAlone(ReadOnlySpan<char> text, int start, int end)
    {
        const int Reach = 48;
        return IsBare(text[Math.Max(0, start - Reach)..start]) && IsBare(text[end..Math.Min(text.Length, end + Reach)]);
    }

    /// <summary>Whether it stands on the character before it.</summary>
    public static bool IsMark(int codePoint) => FoldingTables.MarkOf(codePoint) is not 0 and not FoldingTables.Joining;

    // Between colons there are groups of hexadecimal digits, and empty ones.
    private static bool IsGroup(char unit, char separator) =>
        char.IsAsciiDigit(unit) || separator == ':' && (char.IsAsciiHexDigitLower(unit) || unit == ':');

    private static bool IsBare(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var codePoint = Scalars.First(text[at..], out var length);
            if (CharacterTables.IsWord(codePoint) && !IsMark(codePoint)) return false;
            at += length;
        }
        return true;
    }

    // A mark belongs to what it stands on. More of them than anybody writes are taken for a word.
    private static int LastBase(ReadOnlySpan<char> text)
    {
        const int Most = 4;
        var codePoint = Scalars.Last(text, out var length);
        for (var marks = 0; marks < Most && IsMark(codePoint) && length < text.Length; marks++)
        {
            text = text[..^length];
            codePoint = Scalars.Last(text, out length);
        }
        return codePoint;
    }

    // A point, a slash or a hyphen between digits: a fraction, a date, a range, a longer number.
    private static bool IsJoint(char unit) => unit is '.' or '/' || unit != ' ' && NumberText.IsSeparator(unit);

    // Scripts that are written without spaces (Thai, Lao, and from the radicals on those of East Asia) go on right behind an identifier.
    private static bool Continues(int codePoint) =>
        CharacterTables.IsWord(codePoint) && codePoint is < 0x0E00 or (>= 0x0F00 and < 0x2E80) && CharacterTables.IsWord(codePoint);
}
