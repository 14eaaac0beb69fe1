namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Turns stretches back that do not read like words of a language as they stand, and do from their end or by half the alphabet. A text is
/// judged in stretches, most by a part of each, so that ordinary texts cost little.
/// </summary>
internal ref struct TurnedText(ReadOnlySpan<char> source, TextView target)
{
    private const int Stretch = 128, Sample = 32;

    private readonly ReadOnlySpan<char> _source = source;
    private int _written;

    /// <summary>Fills the target. False where nothing was turned; the target then means nothing.</summary>
    public bool Run()
    {
        if (_source.Length < Sample) return false;
        var (start, turn) = (0, Turn.None);
        for (int at = 0, end; at < _source.Length; at = end)
        {
            end = _source.Length - at < 2 * Stretch ? _source.Length : at + Stretch;
            if (end < _source.Length && char.IsHighSurrogate(_source[end - 1])) end--;
            var next = TurnOf(_source[at..end]);
            if (next == turn) continue;
            Write(start, at, turn);
            (start, turn) = (at, next);
        }
        Write(start, _source.Length, turn);
        if (_written == 0) return false;
        target.AppendRun(_source[_written..], _written);
        return true;
    }

    private static Turn TurnOf(ReadOnlySpan<char> stretch)
    {
        var middle = (stretch.Length - Math.Min(Sample, stretch.Length)) / 2;
        var sample = PairSums.Of(stretch.Slice(middle, Math.Min(Sample, stretch.Length)));
        return sample.IsDoubtful ? PairSums.Of(stretch).Turn : Turn.None;
    }

    private void Write(int start, int end, Turn turn)
    {
        if (turn == Turn.None) return;
        if (_written == 0) target.Clear(_source.Length);
        target.AppendRun(_source[_written..start], _written);
        var turned = _source[start..end];
        if (turn == Turn.Rotated) target.AppendRotated(turned, start);
        else target.AppendReversed(turned, new TextSpan(start, end));
        _written = end;
    }
}
