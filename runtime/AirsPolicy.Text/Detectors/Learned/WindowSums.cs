namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The strongest of all windows of two neighbouring blocks. The sum of a window is divided by the root of how many features it has, so that
/// a short text weighs as much as a full window.
/// </summary>
internal ref struct WindowSums : IFeatureSink
{
    /// <summary>What is added to the number of features, so that a word alone does not decide.</summary>
    public const int FewFeatures = 8;

    /// <summary>What a margin of one unit of weight is written as.</summary>
    public const int Unit = 1 << 16;

    // Each unit ends one run and at most one word, and with it a pair and three.
    private const int MostFeatures = 2 * 4 * FeatureBlock.Length + 8;

    // Division and root are exact to the last bit in IEEE 754, so that these are the same everywhere.
    private static readonly int[] s_shares =
    [
        .. Enumerable.Range(0, MostFeatures + 1).Select(count => (int)(Unit / Math.Sqrt(count + FewFeatures))),
    ];

    private readonly ReadOnlySpan<sbyte> _weights;
    private int _blocks;
    private int _sum, _count;

    public WindowSums(ReadOnlySpan<sbyte> weights) => _weights = weights;

    /// <summary>The strongest sum.</summary>
    public long Best { get; private set; } = long.MinValue;

    /// <summary>Where its window begins.</summary>
    public int BestStart { get; private set; }

    public void Add(scoped FeatureBlock block)
    {
        var sum = SumOf(block.Buckets);
        if (_blocks > 0) Offer(_sum + sum, _count + block.Buckets.Length, block.Start - FeatureBlock.Length);
        (_sum, _count) = (sum, block.Buckets.Length);
        _blocks++;
    }

    /// <summary>The text is at its end.</summary>
    public void Close()
    {
        // The first block alone is a window only of a text that has no other.
        if (_blocks < 2) Offer(_sum, _count, 0);
    }

    // Four at a time, none of which waits for another.
    private readonly int SumOf(ReadOnlySpan<ushort> buckets)
    {
        var weights = _weights;
        var (one, two, three, four) = (0, 0, 0, 0);
        for (; buckets.Length >= 4; buckets = buckets[4..])
        {
            one += weights[buckets[0]];
            two += weights[buckets[1]];
            three += weights[buckets[2]];
            four += weights[buckets[3]];
        }

        foreach (var bucket in buckets) one += weights[bucket];
        return one + two + (three + four);
    }

    private void Offer(int total, int count, int start)
    {
        var sum = (long)total * s_shares[Math.Min(count, MostFeatures)];
        if (sum <= Best) return;
        Best = sum;
        BestStart = start;
    }
}
