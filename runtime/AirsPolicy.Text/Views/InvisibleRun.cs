using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>Characters one after the other that folding takes away.</summary>
/// <param name="End">Behind the last.</param>
/// <param name="Stands">They may stand for something: for a space, or for letters.</param>
/// <param name="HasTag">There are letters of tags among them.</param>
internal readonly record struct InvisibleRun(int End, bool Stands, bool HasTag)
{
    /// <summary>The run that begins at a place, where such a character stands.</summary>
    public static InvisibleRun At(ReadOnlySpan<char> text, int start)
    {
        var (end, isBlank, hasTag, turns) = (start, false, false, false);
        while (end < text.Length && Scalars.First(text[end..], out var length) is var codePoint && IsRemoved(codePoint))
        {
            isBlank |= IsBlank(codePoint);
            hasTag |= IsTag(codePoint);
            turns |= CharacterTables.IsBidirectionalControl(codePoint);
            end += length;
        }
        var isParting = (IsAsciiLetterAt(text, start - 1) && IsAsciiLetterAt(text, end)) || turns && IsInWord(text, start, end);
        return new InvisibleRun(end, hasTag || isBlank || isParting, hasTag);
    }

    /// <summary>Whether folding takes a character away.</summary>
    public static bool IsRemoved(int codePoint) => FoldingTables.TryFold(codePoint, out var parts) && parts.IsEmpty;

    /// <summary>A tag that stands for a printable character of ASCII.</summary>
    public static bool IsTag(int codePoint) => codePoint is >= 0xE0020 and <= 0xE007E;

    // Shown as a blank, as nothing, or as whatever a font has there; none of them is part of a word in any language. The zero-width space
    // parts words in some.
    private static bool IsBlank(int codePoint) =>
        codePoint
            is 0x200B
                or 0x2800
                or 0xFFFC
                or 0x115F
                or 0x1160
                or 0x180E
                or 0x3164
                or 0xFFA0
                or (>= 0xE000 and <= 0xF8FF)
                or >= 0xF0000;

    private static bool IsInWord(ReadOnlySpan<char> text, int start, int end) =>
        start > 0
        && end < text.Length
        && CharacterTables.IsWord(Scalars.Last(text[..start], out _))
        && CharacterTables.IsWord(Scalars.First(text[end..], out _));

    private static bool IsAsciiLetterAt(ReadOnlySpan<char> text, int index) =>
        (uint)index < (uint)text.Length && char.IsAsciiLetterOrDigit(text[index]);
}
