using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>
/// A growing list of spans. Each is packed with its start in the upper half and its end in the lower, so that the order of the numbers is
/// the order by start and then by end.
/// </summary>
internal sealed class SpanBuffer
{
    private long[] _spans = new long[16];

    public int Count { get; private set; }

    public TextSpan this[int index] => new((int)(_spans[index] >> 32), (int)_spans[index]);

    public void Add(TextSpan span)
    {
        if (Count == _spans.Length) Array.Resize(ref _spans, 2 * Count);
        _spans[Count++] = (long)span.Start << 32 | (uint)span.End;
    }

    /// <summary>Forgets all but the first <paramref name="count"/>.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Puts the spans of the original in the place of the spans of a view, from <paramref name="first"/> on.</summary>
    public void MapFrom(int first, TextView view)
    {
        var count = Count;
        Truncate(first);
        for (var i = first; i < count; i++)
            Add(view.ToOriginal(this[i].Start, this[i].End));
    }

    /// <summary>Brings the spans from <paramref name="first"/> on in order and keeps each once.</summary>
    public void Order(int first)
    {
        var spans = _spans.AsSpan(first, Count - first);
        spans.Sort();
        var kept = 0;
        foreach (var span in spans)
        {
            if (kept == 0 || spans[kept - 1] != span) spans[kept++] = span;
        }
        Count = first + kept;
    }
}
