namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>Keeps the words with the greatest weights, each stretch of text once.</summary>
internal ref struct StrongestFeatures : IFeatureSink
{
    // Concepts that stand further from one another are no reason that one could underline.
    private const int MostBack = 2;

    private readonly ReadOnlySpan<sbyte> _weights;
    private readonly int _offset;
    private readonly Span<TextSpan> _spans;
    private readonly Span<int> _strengths;

    public StrongestFeatures(ReadOnlySpan<sbyte> weights, int offset, Span<TextSpan> spans, Span<int> strengths)
    {
        _weights = weights;
        _offset = offset;
        _spans = spans;
        _strengths = strengths;
    }

    /// <summary>How many are kept.</summary>
    public int Count { get; private set; }

    public void Add(scoped FeatureBlock block)
    {
        for (var last = 0; last < block.Words.Count; last++)
        {
            for (var words = 1; words <= block.Words.LongestAt(last); words++)
                Add(block.Words.SpanOf(last, words), _weights[(int)block.BucketOf(last, words)]);
        }
        for (var at = 0; at < block.Concepts.Count; at++)
        {
            for (var back = 0; back <= Math.Min(MostBack, block.Concepts.BackFrom(at)); back++)
            {
                var span = new TextSpan(block.Concepts.TokenAt(at, back).Span.Start, block.Concepts.TokenAt(at).Span.End);
                Add(span, _weights[TextFeatures.Buckets + block.Concepts.FeatureOf(at, back)]);
            }
        }
    }

    private void Add(TextSpan feature, int strength)
    {
        if (strength <= 0) return;
        var span = new TextSpan(_offset + feature.Start, _offset + feature.End);
        // One that meets a stronger one says nothing new; one that meets weaker ones takes their place.
        for (var i = 0; i < Count; i++)
        {
            if (Meet(_spans[i], span) && _strengths[i] >= strength) return;
        }
        for (var i = Count - 1; i >= 0; i--)
        {
            if (Meet(_spans[i], span)) Remove(i);
        }
        Insert(span, strength);
    }

    private static bool Meet(TextSpan one, TextSpan other) => one.Start < other.End && other.Start < one.End;

    private void Remove(int place)
    {
        for (var i = place; i + 1 < Count; i++) (_spans[i], _strengths[i]) = (_spans[i + 1], _strengths[i + 1]);
        Count--;
    }

    private void Insert(TextSpan span, int strength)
    {
        var place = Count;
        while (place > 0 && _strengths[place - 1] < strength) place--;
        if (place == _spans.Length) return;
        if (Count < _spans.Length) Count++;
        for (var i = Count - 1; i > place; i--) (_spans[i], _strengths[i]) = (_spans[i - 1], _strengths[i - 1]);
        (_spans[place], _strengths[place]) = (span, strength);
    }
}
