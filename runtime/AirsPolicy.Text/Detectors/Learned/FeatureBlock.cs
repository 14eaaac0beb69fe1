namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>The features of a text that end in one of its blocks.</summary>
/// <param name="start">Where the block begins, in UTF-16 units of the text.</param>
/// <param name="buckets">
/// The numbers of the features, each 0 to less than <see cref="TextFeatures.Buckets"/>: of runs of characters by where they end, and behind
/// them of words.
/// </param>
/// <param name="words">Which words the numbers at the end are of.</param>
/// <param name="concepts">The concepts of the words that end in the block.</param>
internal readonly ref struct FeatureBlock(int start, ReadOnlySpan<uint> buckets, BlockWords words, BlockConcepts concepts)
{
    /// <summary>The length of a block, in UTF-16 units; the last one of a text may be shorter.</summary>
    public const int Length = 64;

    /// <summary>
    /// The most features that end in a block: at each unit a run of characters and a word, alone, in a pair and in three.
    /// </summary>
    public const int MostFeatures = 4 * Length;

    /// <summary>Where the block begins.</summary>
    public int Start { get; } = start;

    /// <summary>The numbers of the features.</summary>
    public ReadOnlySpan<uint> Buckets { get; } = buckets;

    /// <summary>The words that end in the block.</summary>
    public BlockWords Words { get; } = words;

    /// <summary>The concepts of the words that end in the block.</summary>
    public BlockConcepts Concepts { get; } = concepts;

    /// <summary>How many of the features are runs of characters.</summary>
    public int Runs => Buckets.Length - Words.Features;

    /// <summary>Words that follow one another as a feature: the number of it.</summary>
    /// <param name="last">The last of the words, of those that end in the block.</param>
    /// <param name="words">How many words there are, no more than <see cref="BlockWords.LongestAt"/> says.</param>
    public uint BucketOf(int last, int words) => Buckets[Runs + Words.IndexOf(last, words)];
}
