using System.Runtime.CompilerServices;

namespace AirsPolicy.Runtime.Text.Detectors.Learned;

/// <summary>
/// The strongest of all windows of two neighbouring blocks. The sum of a window is divided by the root of how many features it has, so that a short text weighs
/// as much as a full window.
/// </summary>
internal ref struct WindowSums : IFeatureSink
{
    /// <summary>The length of a block, in UTF-16 units of the folded text; two are a window.</summary>
    public const int BlockLength = 128;

    /// <summary>What is added to the number of features, so that a word alone does not decide.</summary>
    public const int FewFeatures = 8;

    /// <summary>What a margin of one unit of weight is written as.</summary>
    public const int Unit = 1 << 16;

    // Each unit ends one run and at most one word, and with it a pair and three.
    private const int MostFeatures = 2 * 4 * BlockLength + 8;

    // Division and root are exact to the last bit in IEEE 754, so that these are the same everywhere.
    private static readonly int[] s_shares = [.. Enumerable.Range(0, MostFeatures + 1).Select(count => (int)(Unit / Math.Sqrt(count + FewFeatures)))];

    private readonly ReadOnlySpan<sbyte> _weights;
    private int _blockEnd;
    private int _sum, _count;
    private int _sumBefore, _countBefore;

    public WindowSums(ReadOnlySpan<sbyte> weights)
    {
        _weights = weights;
        _blockEnd = BlockLength;
    }

    /// <summary>The strongest sum.</summary>
    public long Best { get; private set; } = long.MinValue;

    /// <summary>Where its window begins.</summary>
    public int BestStart { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddRun(int bucket, int end)
    {
        if (end > _blockEnd) Turn(end);
        _sum += _weights[bucket];
        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWords(int bucket, int start, int end) => AddRun(bucket, end);

    /// <summary>The text is at its end.</summary>
    public void Close()
    {
        var sum = (long)(_sumBefore + _sum) * s_shares[Math.Min(_countBefore + _count, MostFeatures)];
        if (sum <= Best) return;
        Best = sum;
        BestStart = Math.Max(0, _blockEnd - 2 * BlockLength);
    }

    private void Turn(int end)
    {
        while (end > _blockEnd)
        {
            // The first block alone is a window only of a text that has no other.
            if (_blockEnd > BlockLength) Close();
            (_sumBefore, _countBefore, _sum, _count) = (_sum, _count, 0, 0);
            _blockEnd += BlockLength;
        }
    }
}
