namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The words that end in a block, and how their features stand: words alone, then pairs, then threes, each by the last of its words.
/// </summary>
/// <param name="starts">
/// Where words begin, in units of the text: of those before the block as many as <paramref name="before"/> says, then of those that end in
/// it.
/// </param>
/// <param name="ends">Where the words of the block end.</param>
/// <param name="before">How many of the words before are known: 2, or fewer where there are no more.</param>
internal readonly ref struct BlockWords(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int before)
{
    /// <summary>The most words of a feature.</summary>
    public const int Longest = 3;

    private readonly ReadOnlySpan<int> _starts = starts;
    private readonly ReadOnlySpan<int> _ends = ends;

    /// <summary>How many words there are.</summary>
    public int Count => _ends.Length;

    /// <summary>How many features they have.</summary>
    public int Features => Count + CountOf(2) + CountOf(3);

    /// <summary>How many features of so many words there are.</summary>
    public int CountOf(int words) => Math.Max(0, Count - Missing(words));

    /// <summary>Of how many words a feature can be that ends with a word: fewer at the beginning of a text.</summary>
    public int LongestAt(int last) => Math.Min(Longest, 1 + before + last);

    /// <summary>Where a feature stands among those of the words.</summary>
    public int IndexOf(int last, int words) => last - Missing(words) + (words > 1 ? Count : 0) + (words > 2 ? CountOf(2) : 0);

    /// <summary>What a feature is made of.</summary>
    public TextSpan SpanOf(int last, int words) => new(_starts[before + last - words + 1], _ends[last]);

    // The first words of a text end no pair or three.
    private int Missing(int words) => Math.Max(0, words - 1 - before);
}
