namespace AirsPolicy.Text.Unicode;

/// <summary>What one code point becomes in the folded view, and how marks are ordered.</summary>
internal static class FoldingTables
{
    /// <summary>The <see cref="MarkOf"/> of a nonspacing or enclosing mark that canonical ordering leaves in its place.</summary>
    public const int UnorderedMark = 255;

    /// <summary>The <see cref="MarkOf"/> of a character that is no mark, but composes with one before it.</summary>
    public const int Joining = 254;

    /// <summary>The combining class of a mark, <see cref="UnorderedMark"/>, <see cref="Joining"/>, or 0 for what is neither.</summary>
    public static int MarkOf(int codePoint) =>
        codePoint < 0x80 ? 0 : FoldTable.MarkValues[FoldTable.MarkBlocks[codePoint >> 7] << 7 | codePoint & 0x7F];

    /// <summary>
    /// Whether a code point is changed, and if so what it becomes: parts that each fold to themselves; none if it is removed.
    /// </summary>
    public static bool TryFold(int codePoint, out ReadOnlySpan<int> parts)
    {
        int place = FoldTable.PlaceValues[FoldTable.PlaceBlocks[codePoint >> 7] << 7 | codePoint & 0x7F];
        parts = FoldTable.Sequences.AsSpan(place + 1, FoldTable.Sequences[place]);
        return place != 0;
    }
}
