namespace AirsPolicy.Text.Views.Decodings;

/// <summary>How much a text reads like words as it stands, from its end, and with each letter moved by half the alphabet.</summary>
/// <param name="Pairs">How many pairs of letters it has.</param>
/// <param name="Forward">What they say as they stand.</param>
/// <param name="Backward">What they say from the end.</param>
/// <param name="Rotated">What they say moved.</param>
internal readonly record struct PairSums(int Pairs, int Forward, int Backward, int Rotated)
{
    private const int Fewest = 24;
    private const int SumMask = (1 << LetterPairs.Bits) - 1;

    /// <summary>What a text says.</summary>
    public static PairSums Of(ReadOnlySpan<char> text)
    {
        var sum = LetterPairs.SumOf(text);
        int Part(int number) => (int)(sum >> number * LetterPairs.Bits) & SumMask;
        return new PairSums(Part(0), Part(1), Part(2), Part(3));
    }

    /// <summary>Whether it may read better in another way.</summary>
    public bool IsDoubtful => Forward < Math.Max(Backward, Rotated);

    /// <summary>How it reads. Short texts have to be clearer.</summary>
    public Turn Turn =>
        Pairs < Fewest ? Turn.None
        : Rotated >= Backward ? IsBetter(Rotated) ? Turn.Rotated : Turn.None
        : IsBetter(Backward) ? Turn.Reversed
        : Turn.None;

    // By a tenth of a step each, and seventeen for all; and nearly as good as words are.
    private bool IsBetter(int other) => 10 * (other - Forward) > Pairs + 170 && 10 * other > 63 * Pairs;
}
