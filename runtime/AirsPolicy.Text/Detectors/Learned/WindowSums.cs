namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The strongest of all windows of two and of four neighbouring blocks. The sum of its words and runs of characters is divided by the root of how many
/// there are, and so is that of its concepts: a short text weighs as much as a full window, and concepts as much as words.
/// </summary>
internal ref struct WindowSums : IFeatureSink
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

    private readonly ReadOnlySpan<sbyte> _weights;
    private readonly ReadOnlySpan<sbyte> _conceptWeights;
    private int _blocks;
    // The last ones, the nearest first.
    private BlockSums _one, _two, _three;

    public WindowSums(ReadOnlySpan<sbyte> weights)
    {
        _weights = weights[..TextFeatures.Buckets];
        _conceptWeights = weights[TextFeatures.Buckets..];
    }

    /// <summary>The strongest sum.</summary>
    public long Best { get; private set; } = long.MinValue;

    /// <summary>Where its window begins.</summary>
    public int BestStart { get; private set; }

    /// <summary>How many blocks it has.</summary>
    public int BestBlocks { get; private set; }

    public void Add(scoped FeatureBlock block)
    {
        var concepts = SumOf(block.Concepts, out var count);
        var sums = new BlockSums(SumOf(block.Buckets), block.Buckets.Length, concepts, count);
        if (_blocks > 0) Offer(_one + sums, block.Start, Small);
        if (_blocks > Large - 2) Offer(_three + _two + (_one + sums), block.Start, Large);
        (_one, _two, _three) = (sums, _one, _two);
        _blocks++;
    }

    /// <summary>The text is at its end.</summary>
    public void Close()
    {
        // A text that has no large window is one itself.
        if (_blocks < Large) Offer(_three + _two + _one, Math.Max(0, _blocks - 1) * FeatureBlock.Length, Math.Max(1, _blocks));
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
            var furthest = concepts.BackFrom(at);
            for (var back = 0; back <= furthest; back++) sum += _conceptWeights[concepts.FeatureOf(at, back)];
            count += furthest + 1;
        }
        return sum;
    }

    private void Offer(BlockSums window, int lastStart, int blocks)
    {
        var sum = (long)window.Words * s_shares[window.WordFeatures] + (long)window.Concepts * s_shares[window.ConceptFeatures];
        if (sum <= Best) return;
        Best = sum;
        BestStart = lastStart - (blocks - 1) * FeatureBlock.Length;
        BestBlocks = blocks;
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
