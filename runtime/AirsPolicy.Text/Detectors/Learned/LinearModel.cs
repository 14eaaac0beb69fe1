namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// A learned linear model over the features of a folded text. A text is looked at in windows of two and of four blocks, and is what its strongest
/// window is: what stands around an attack does not dilute it, and length is nothing that could have been learned. Integer sums throughout;
/// nothing allocated.
/// </summary>
/// <param name="weights">The weight of each feature, and behind them those of concepts.</param>
/// <param name="start">The margin of a text without features.</param>
internal sealed class LinearModel(sbyte[] weights, long start)
{
    /// <summary>How many of the strongest features a reason names.</summary>
    public const int MostReasons = 5;

    /// <summary>The margin of the strongest window.</summary>
    public long MarginOf(ReadOnlySpan<char> folded, out TextSpan window)
    {
        var sums = new WindowSums(weights);
        TextFeatures.Collect(folded, ref sums);
        sums.Close();
        window = new TextSpan(sums.BestStart, Math.Min(folded.Length, sums.BestStart + sums.BestBlocks * FeatureBlock.Length));
        return start + sums.Best;
    }

    /// <summary>The words of a window that speak most for what the model looks for, the strongest first; how many there are.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="window">The window.</param>
    /// <param name="reasons">Room for <see cref="MostReasons"/>.</param>
    public int ReasonsOf(ReadOnlySpan<char> folded, TextSpan window, Span<TextSpan> reasons)
    {
        var strongest = new StrongestFeatures(weights, window.Start, reasons, stackalloc int[MostReasons]);
        TextFeatures.Collect(folded[window.Start..window.End], ref strongest);
        return strongest.Count;
    }
}
