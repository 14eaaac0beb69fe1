namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>Marks some of the blocks of a text, by their numbers from 0 on.</summary>
/// <param name="bits">Room of <see cref="Cells"/>.</param>
internal readonly ref struct BlockMarks(Span<ulong> bits)
{
    /// <summary>How many cells are needed.</summary>
    public const int Cells = 64;

    private const int BitsOfCell = 64;

    // One mark stands for this block and for all behind it, so that a text of any length has enough.
    private const int LastMark = Cells * BitsOfCell - 1;

    private readonly Span<ulong> _bits = bits;

    /// <summary>Marks from one block to another.</summary>
    public void Mark(int first, int last)
    {
        for (var block = first; block <= last; block++) CellOf(block) |= BitOf(block);
    }

    /// <summary>Whether each from one block to another is marked.</summary>
    public bool Has(int first, int last)
    {
        for (var block = first; block <= last; block++)
        {
            if ((CellOf(block) & BitOf(block)) == 0) return false;
        }
        return true;
    }

    private ref ulong CellOf(int block) => ref _bits[Math.Min(block, LastMark) / BitsOfCell];

    private static ulong BitOf(int block) => 1UL << Math.Min(block, LastMark) % BitsOfCell;
}
