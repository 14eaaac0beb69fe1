namespace AirsPolicy.Text.Unicode;

/// <summary>Word boundaries (UAX #29, default rules).</summary>
public static class WordBreaks
{
    // What stands further back decides nothing but the parity of a longer row of flags: 128 flags are taken for the whole row.
    private const int LookBehind = 256;

    /// <summary>
    /// Whether a word boundary lies before the unit at <paramref name="index"/>. Both ends of a text that is not empty are boundaries; the
    /// middle of a surrogate pair is none. Looks back over at most 256 code points, and forward over one with its marks.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in 0 to the length of the text.</exception>
    public static bool IsBoundary(ReadOnlySpan<char> text, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)text.Length, nameof(index));
        if (index == 0 || index == text.Length) return !text.IsEmpty;
        if (char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1])) return false;

        var state = WordBreakState.AtStart;
        for (var position = Resume(text[..index]); position < index;)
        {
            state.Take(Scalars.First(text[position..], out var taken));
            position += taken;
        }
        var codePoint = Scalars.First(text[index..], out var length);
        return state.BreaksBefore(codePoint, text[(index + length)..]);
    }

    /// <summary>Whether [<paramref name="start"/>, <paramref name="end"/>) begins and ends on a word boundary.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not in 0 to the length of the text.</exception>
    public static bool IsWhole(ReadOnlySpan<char> text, int start, int end) => IsBoundary(text, start) && IsBoundary(text, end);

    /// <summary>The stretches between boundaries, in order; together they are the whole text. Linear.</summary>
    public static WordEnumerator Enumerate(ReadOnlySpan<char> text) => new(text);

    // A place from which the rules come to the same state as from the start: before the second character back that no rule skips,
    // flags not counted, or behind a line end.
    private static int Resume(ReadOnlySpan<char> before)
    {
        var found = 0;
        for (var steps = 0; steps < LookBehind && !before.IsEmpty; steps++)
        {
            var wordBreak = WordBreakState.ClassOf(Scalars.Last(before, out var length));
            before = before[..^length];
            if (WordBreakState.IsNewline(wordBreak)) break;
            if (WordBreakState.IsSkipped(wordBreak) || wordBreak == WordBreakClass.RegionalIndicator) continue;
            if (++found == 2) break;
        }
        return before.Length;
    }
}
