namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// A learned linear model over the features of a folded text. A text is looked at in windows of four and of eight blocks, and is what its
/// strongest window is: what stands around an attack does not dilute it, and length is nothing that could have been learned. Integer sums
/// throughout; nothing allocated.
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
        var strongest = StrongestOf(folded);
        window = strongest.SpanIn(folded.Length);
        return strongest.Margin;
    }

    /// <summary>The strongest window.</summary>
    public StrongWindow StrongestOf(ReadOnlySpan<char> folded)
    {
        var sums = new WindowSums(weights, start);
        TextFeatures.Collect(folded, ref sums);
        sums.Close();
        return sums.Best;
    }

    /// <summary>The strongest window; and all blocks of windows that have a margin or more are marked.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="from">The margin.</param>
    /// <param name="marks">Takes the marks.</param>
    public StrongWindow StrongestOf(ReadOnlySpan<char> folded, long from, BlockMarks marks)
    {
        var sums = new MarkingSums(new WindowSums(weights, start), from, marks);
        TextFeatures.Collect(folded, ref sums);
        return sums.Close();
    }

    /// <summary>Gives windows of a text to a sink, as this and a network see them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="folded">The folded text.</param>
    /// <param name="marks">Windows are looked at whose blocks are all marked.</param>
    /// <param name="sink">Takes them.</param>
    public void LookWith<TSink>(PhraseNetwork network, ReadOnlySpan<char> folded, BlockMarks marks, ref TSink sink)
        where TSink : struct, IWindowSink
    {
        var filters = new PhraseFilters(
            network,
            stackalloc short[PhraseNetwork.Inputs],
            stackalloc float[PhraseFilters.FoundCells],
            stackalloc int[PhraseFilters.Blocks]);
        var looks = new WindowLooks<TSink>(new WindowSums(weights, start), new NetworkWords<PhraseFilters>(folded, filters), marks, sink);
        TextFeatures.Collect(folded, ref looks);
        looks.Close();
        sink = looks.Sink;
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
