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
        return !Continues(before < 0x80 ? before : Scalars.Last(text[..start], out _));
    }

    /// <summary>Whether a word or number can end at a place.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length) return true;
        var next = text[end];
        if (next is '@') return false;
        if (IsJoint(next) && NumberText.IsDigitAt(text, end + 1) && NumberText.IsDigitAt(text, end - 1)) return false;
        return !Continues(next < 0x80 ? next : Scalars.First(text[end..], out _));
    }

    /// <summary>Whether a number that is written in groups with a separator goes on before or behind it.</summary>
    public static bool IsPartOfMore(ReadOnlySpan<char> text, int start, int end, char separator) =>
        start >= 2 && text[start - 1] == separator && char.IsAsciiDigit(text[start - 2])
        || end < text.Length && text[end] == separator && NumberText.IsDigitAt(text, end + 1);

    /// <summary>Whether there is nothing else in the text but punctuation: the text is one value.</summary>
    public static bool IsAlone(ReadOnlySpan<char> text, int start, int end) => IsBare(text[..start]) && IsBare(text[end..]);

    private static bool IsBare(ReadOnlySpan<char> text)
    {
        const int Most = 4;
        if (text.Length > Most) return false;
        foreach (var unit in text)
        {
            if (CharacterTables.IsWord(unit) || char.IsSurrogate(unit)) return false;
        }
        return true;
    }

    // A point, a slash or a hyphen between digits: a fraction, a date, a range, a longer number.
    private static bool IsJoint(char unit) => unit is '.' or '/' || unit != ' ' && NumberText.IsSeparator(unit);

    // Scripts that are written without spaces (Thai, Lao, and from the radicals on those of East Asia) go on right behind an identifier.
    private static bool Continues(int codePoint) =>
        CharacterTables.IsWord(codePoint) && codePoint is < 0x0E00 or (>= 0x0F00 and < 0x2E80) && CharacterTables.IsWord(codePoint);
}
