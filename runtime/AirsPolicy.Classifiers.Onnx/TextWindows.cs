namespace AirsPolicy.Classifiers.Onnx;

/// <summary>Cuts a text into windows that overlap, each with the ids around it. Nothing of a text is left out.</summary>
internal sealed class TextWindows
{
    // Usual texts have three or four. What has far more is white space, or one word without an end.
    private const int UnitsPerToken = 8;

    private readonly TextTokens _tokens;
    private readonly int _size;
    private readonly int _step;
    private readonly int _most;

    public TextWindows(TextTokens tokens, OnnxClassifierOptions options)
    {
        (_tokens, _size) = (tokens, options.WindowTokens);
        _step = _size - options.Overlap;
        _most = _size + ((options.MaximumWindows - 1) * _step);
    }

    /// <exception cref="OnnxClassifierException">The text is too long.</exception>
    public IReadOnlyList<int[]> Of(string text)
    {
        // What cannot fit is not read, so that the work is bounded.
        if (text.Length > (long)_most * UnitsPerToken)
            throw TooLong();
        var ids = _tokens.IdsOf(text);
        if (ids.Length > _most)
            throw TooLong();
        var windows = new List<int[]>();
        var from = 0;
        do
        {
            windows.Add([_tokens.Begin, .. ids.AsSpan(from, Math.Min(_size, ids.Length - from)), _tokens.End]);
            from += _step;
        }
        while (from + _size - _step < ids.Length);
        return windows;
    }

    private OnnxClassifierException TooLong() =>
        new(OnnxClassifierFault.TextTooLong, $"The text has more than the {_most} tokens that fit into the windows of the classifier.");
}
