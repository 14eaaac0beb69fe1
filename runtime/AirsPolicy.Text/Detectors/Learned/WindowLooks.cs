namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// Looks at the windows of a text with a linear model and a network at once, at each word once. So nothing that stands in one place takes
/// back what is found in another.
/// </summary>
/// <param name="sums">The linear model.</param>
/// <param name="words">The words of the text, as the network sees them.</param>
/// <param name="marks">Windows are looked at whose blocks are all marked.</param>
/// <param name="sink">Takes the windows.</param>
internal ref struct WindowLooks<TSink>(WindowSums sums, NetworkWords<PhraseFilters> words, BlockMarks marks, TSink sink) : IFeatureSink
    where TSink : struct, IWindowSink
{
    private WindowSums _sums = sums;
    private NetworkWords<PhraseFilters> _words = words;
    private TSink _sink = sink;
    private readonly BlockMarks _marks = marks;

    /// <summary>What has taken the windows.</summary>
    public readonly TSink Sink => _sink;

    public void Add(scoped FeatureBlock block)
    {
        // Only now is known that the block before was not the last.
        Offer();
        _sums.Add(block);
        ref var filters = ref _words.Sink;
        filters.BeginBlock();
        filters.IsLooking = _marks.Has(_sums.Last, _sums.Last);
        if (filters.IsLooking) _words.Add(block);
        else _words.AddLast(block, PhraseNetwork.Words - 1);
    }

    /// <summary>The text is at its end.</summary>
    public void Close()
    {
        _sums.Close();
        _words.Sink.Close();
        Offer();
    }

    private void Offer()
    {
        Offer(_sums.LastSmall);
        Offer(_sums.LastLarge);
    }

    private void Offer(StrongWindow window)
    {
        if (window.Blocks > 0 && _marks.Has(_sums.Last + 1 - window.Blocks, _sums.Last)) _sink.Add(window, _words.Sink);
    }
}
