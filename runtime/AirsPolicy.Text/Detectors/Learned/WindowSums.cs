using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The strongest of all windows of four and of eight neighbouring blocks, one of each with every block. The sum of the words and runs of
/// characters of a window is divided by the root of how many there are, and so is that of its concepts: a short text weighs as much as a
/// full window, and concepts as much as words.
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
    public const int Small = 4, Large = 8;

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
    private BlockSums _total;
    // The totals before each of the last blocks: what is added from one to another is the sum of a window.
    private Totals _totals;

    /// <summary>The strongest window.</summary>
    public StrongWindow Best { get; private set; } = StrongWindow.None;

    /// <summary>The small window that ends with the last block; none before there is one.</summary>
    public StrongWindow LastSmall { get; private set; } = StrongWindow.None;

    /// <summary>The large one; all of a shorter text at its end.</summary>
    public StrongWindow LastLarge { get; private set; } = StrongWindow.None;

    /// <summary>The number of the last block.</summary>
    public readonly int Last => Math.Max(0, _blocks - 1);

    public void Add(scoped FeatureBlock block)
    {
        var concepts = SumOf(block.Concepts, out var count);
        _totals[_blocks++ % Large] = _total;
        _total += new BlockSums(SumOf(block.Buckets), block.Buckets.Length, concepts, count);
        if (_blocks >= Small) LastSmall = Offered(Small);
        if (_blocks >= Large) LastLarge = Offered(Large);
    }

    /// <summary>The text is at its end.</summary>
    public void Close()
    {
        // A text that has no large window is one itself.
        if (_blocks is not Small and < Large) LastLarge = Offered(_blocks);
    }

    // Of windows that are as strong the first counts.
    private StrongWindow Offered(int blocks)
    {
        var window = _total - _totals[(_blocks - blocks) % Large];
        var sum = (long)window.Words * s_shares[window.WordFeatures] + (long)window.Concepts * s_shares[window.ConceptFeatures];
        var offered = new StrongWindow(start + sum, (_blocks - blocks) * FeatureBlock.Length, Math.Max(1, blocks));
        Best = StrongWindow.StrongerOf(Best, offered);
        return offered;
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

        public static BlockSums operator -(BlockSums one, BlockSums before) => new(
            one.Words - before.Words,
            one.WordFeatures - before.WordFeatures,
            one.Concepts - before.Concepts,
            one.ConceptFeatures - before.ConceptFeatures);
    }

    [InlineArray(Large)]
    private struct Totals
    {
        private BlockSums _first;
    }
}
