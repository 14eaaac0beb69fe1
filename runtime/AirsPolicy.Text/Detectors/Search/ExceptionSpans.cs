namespace AirsPolicy.Text.Detectors.Search;

/// <summary>The matches of a detector's exceptions in one text.</summary>
internal sealed class ExceptionSpans
{
    // The furthest end of this span and all before it.
    private int[] _reach = new int[16];

    /// <summary>What the exceptions match; <see cref="Settle"/> follows once all of it is known.</summary>
    public SpanBuffer Spans { get; } = new();

    public void Clear() => Spans.Truncate(0);

    public void Settle()
    {
        Spans.Order(0);
        if (_reach.Length < Spans.Count) _reach = new int[Math.Max(Spans.Count, 2 * _reach.Length)];
        var reach = 0;
        for (var i = 0; i < Spans.Count; i++)
            _reach[i] = reach = Math.Max(reach, Spans[i].End);
    }

    /// <summary>Whether the span lies wholly within one of these. Logarithmic in their number.</summary>
    public bool Cover(TextSpan span)
    {
        int low = 0, high = Spans.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Spans[middle].Start <= span.Start) low = middle + 1;
            else high = middle;
        }
        return low > 0 && _reach[low - 1] >= span.End;
    }
}
