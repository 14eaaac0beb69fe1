namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>Looks at a text with a linear model, and marks the blocks of which it says enough.</summary>
/// <param name="sums">The linear model.</param>
/// <param name="from">The margin from which on a window is enough.</param>
/// <param name="marks">Takes the blocks of each such window.</param>
internal ref struct MarkingSums(WindowSums sums, long from, BlockMarks marks) : IFeatureSink
{
    private WindowSums _sums = sums;
    private readonly BlockMarks _marks = marks;

    public void Add(scoped FeatureBlock block)
    {
        _sums.Add(block);
        Mark();
    }

    /// <summary>The text is at its end: its strongest window.</summary>
    public StrongWindow Close()
    {
        _sums.Close();
        Mark();
        return _sums.Best;
    }

    private readonly void Mark()
    {
        Mark(_sums.LastSmall);
        Mark(_sums.LastLarge);
    }

    private readonly void Mark(StrongWindow window)
    {
        if (window.Margin >= from) _marks.Mark(_sums.Last + 1 - window.Blocks, _sums.Last);
    }
}
