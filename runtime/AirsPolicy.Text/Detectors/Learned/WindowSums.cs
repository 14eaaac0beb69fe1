namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The strongest of all windows of two and of four neighbouring blocks. The sum of its words and runs of characters is divided by the root
/// of how many there are, and so is that of its concepts: a short text weighs as much as a full window, and concepts as much as words.
/// </summary>
/// <param name="weights">The weight of each feature, and behind them those of concepts.</param>
/// <param name="start">The margin of a window without features.</param>
internal ref struct WindowSums(ReadOnlySpan<sbyte> weights, long start) : IFeatureSink
{
    /// <summary>What is added to the number of features, so that a word alone does not decide.</summary>
    public const int FewFeatures = 8;

    /// <summary>What a margin of one unit of weight is written as.</summary>
    public const int Unit = 1 << 16;

    /// <summary>The blocks of a small window and of a large one.</summary>
    public const int Small = 2, Large = 4;

    // Each unit ends one run and at most one word, and with it a pair and three; or one concept and its pairs.
    private const int MostFeatures = Large * (1 + BlockConcepts.Reach) * FeatureBlock.Length;

    // Division and root are exact to the last bit in IEEE 754, so that these are the same everywhere.
    private static readonly int[] s_shares =
    [
        .. Enumerable.Range(0, MostFeatures + 1).Select(count => (int)(Unit / Math.Sqrt(count + FewFeatures))),
    ];

    private readonly ReadOnlySpan<sbyte> _weights = weights[..TextFeatures.Buckets];
    private readonly ReadOnlySpan<sbyte> _conceptWeights = weights[TextFeatures.Buckets..];
    private int _blocks;
    // Those of the last blocks, the nearest first.
    private BlockSums _one, _two, _three;
    // The last small windows, the nearest first.
    private StrongWindow _small = StrongWindow.None, _smallBefore = StrongWindow.None, _smallBeforeThat = StrongWindow.None;

    /// <summary>The strongest window.</summary>
    public StrongWindow Best { get; private set; } = StrongWindow.None;

    /// <summary>
    /// The strongest window in the last four blocks, itself of two or of four; none before there are four, but at the end of a text.
    /// </summary>
    public StrongWindow Latest { get; private set; } = StrongWindow.None;

    /// <summary>The number of the first of those blocks.</summary>
    public readonly int LatestFirst => Math.Max(0, _blocks - Large);

    /// <summary>The number of the last of them.</summary>
    public readonly int LatestLast => Math.Max(0, _blocks - 1);

    public void Add(scoped FeatureBlock block)
    {
        var concepts = SumOf(block.Concepts, out var count);
        var sums = new BlockSums(SumOf(block.Buckets), block.Buckets.Length, concepts, count);
        if (_blocks > 0) (_small, _smallBefore, _smallBeforeThat) = (Offered(_one + sums, block.Start, Small), _small, _smallBefore);
        if (_blocks > Large - 2) Take(Offered(_three + _two + (_one + sums), block.Start, Large));
        (_one, _two, _three) = (sums, _one, _two);
        _blocks++;
    }

    /// <summary>The text is at its end.</summary>
    public void Close()
    {
        if (_blocks >= Large) return;
        // A text that has no large window is one itself.
        Take(Offered(_three + _two + _one, Math.Max(0, _blocks - 1) * FeatureBlock.Length, Math.Max(1, _blocks)));
    }

    // Of windows that are as strong the first counts.
    private StrongWindow Offered(BlockSums window, int lastStart, int blocks)
    {
        var sum = (long)window.Words * s_shares[window.WordFeatures] + (long)window.Concepts * s_shares[window.ConceptFeatures];
        var offered = new StrongWindow(start + sum, lastStart - (blocks - 1) * FeatureBlock.Length, blocks);
        Best = StrongWindow.StrongerOf(Best, offered);
        return offered;
    }

    private void Take(StrongWindow large)
    {
        var ofSmall = StrongWindow.StrongerOf(StrongWindow.StrongerOf(_smallBeforeThat, _smallBefore), _small);
        Latest = StrongWindow.StrongerOf(ofSmall, large);
    }

    // Four at a time, none of which waits for another.
    private readonly int SumOf(ReadOnlySpan<uint> buckets)
    {
        var weights = _weights;
        var (one, two, three, four) = (0, 0, 0, 0);
        for (; buckets.Length >= 4; buckets = buckets[4..])
        {
            one += weights[(int)buckets[0]];
            two += weights[(int)buckets[1]];
            three += weights[(int)buckets[2]];
            four += weights[(int)buckets[3]];
        }

        foreach (var bucket in buckets) one += weights[(int)bucket];
        return one + two + (three + four);
    }

    private readonly int SumOf(scoped BlockConcepts concepts, out int count)
    {
        var sum = 0;
        count = 0;
        for (var at = 0; at < concepts.Count; at++)
        {
            sum += concepts.SumOf(_conceptWeights, at);
            count += concepts.BackFrom(at) + 1;
        }
        return sum;
    }

    private readonly record struct BlockSums(int Words, int WordFeatures, int Concepts, int ConceptFeatures)
    {
        public static BlockSums operator +(BlockSums one, BlockSums next) => new(
            one.Words + next.Words,
            one.WordFeatures + next.WordFeatures,
            one.Concepts + next.Concepts,
            one.ConceptFeatures + next.ConceptFeatures);
    }
}
