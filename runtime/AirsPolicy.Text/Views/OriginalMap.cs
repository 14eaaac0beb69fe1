namespace AirsPolicy.Text.Views;

/// <summary>
/// Where in the original each unit of a view comes from. Kept as segments: a run, in which every unit comes from one unit and the next
/// from the next, or a block, whose units all come from the same span. An ASCII text is one run.
/// Invariant, kept by the writers: starts and ends never fall from one unit to the next.
/// </summary>
internal sealed class OriginalMap
{
    private Segment[] _segments = new Segment[16];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>
    /// From <paramref name="viewStart"/> on, every unit comes from one unit, the first from <paramref name="originalStart"/>.
    /// </summary>
    public void AddRun(int viewStart, int originalStart)
    {
        if (GoesOn(viewStart, originalStart)) return;
        Push(new Segment(viewStart, originalStart, Segment.Run));
    }

    /// <summary>From <paramref name="viewStart"/> on, every unit comes from the whole of <paramref name="original"/>.</summary>
    public void AddBlock(int viewStart, TextSpan original)
    {
        if (_count > 0 && _segments[_count - 1].Start == original.Start && _segments[_count - 1].End == original.End) return;
        Push(new Segment(viewStart, original.Start, original.End));
    }

    /// <summary>The unit at <paramref name="viewIndex"/>, the last so far, reaches to <paramref name="originalEnd"/>.</summary>
    public void Widen(int viewIndex, int originalEnd)
    {
        var widened = new Segment(viewIndex, SpanAt(viewIndex).Start, originalEnd);
        if (_segments[_count - 1].ViewStart == viewIndex) _segments[_count - 1] = widened;
        else Push(widened);
    }

    /// <summary>Whether a unit written next, from one unit of the original, needs no segment of its own.</summary>
    public bool GoesOn(int viewStart, int originalStart) =>
        _count > 0 && _segments[_count - 1] is { IsRun: true } last && viewStart - last.ViewStart == originalStart - last.Start;

    /// <summary>The span that the unit at <paramref name="viewIndex"/> comes from. Logarithmic in the number of segments.</summary>
    public TextSpan SpanAt(int viewIndex)
    {
        int low = 0, high = _count - 1;
        // Mostly what has been written last is asked for while a text arrives.
        if (_segments[high].ViewStart <= viewIndex) low = high;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_segments[middle].ViewStart <= viewIndex) low = middle;
            else high = middle - 1;
        }
        var segment = _segments[low];
        var start = segment.Start + (viewIndex - segment.ViewStart);
        return segment.IsRun ? new TextSpan(start, start + 1) : new TextSpan(segment.Start, segment.End);
    }

    /// <summary>Where the span begins that the unit at <paramref name="viewIndex"/> comes from.</summary>
    public int StartAt(int viewIndex) =>
        _segments[_count - 1] is { IsRun: true } last && last.ViewStart <= viewIndex
            ? last.Start + (viewIndex - last.ViewStart)
            : SpanAt(viewIndex).Start;

    private void Push(Segment segment)
    {
        if (_count == _segments.Length) Array.Resize(ref _segments, 2 * _count);
        _segments[_count++] = segment;
    }

    private readonly record struct Segment(int ViewStart, int Start, int End)
    {
        public const int Run = -1;

        public bool IsRun => End == Run;
    }
}
