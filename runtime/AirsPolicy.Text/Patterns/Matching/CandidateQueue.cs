namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// Matches found that an earlier or longer one may still replace: disjoint, ascending.
/// Each position adds at most one, so that all work on it is linear in the text.
/// </summary>
internal sealed class CandidateQueue
{
    // What one unlucky text has needed is not kept for ever.
    private const int MaxKept = 16_384;

    private TextSpan[] _spans = new TextSpan[16];
    private int _head;
    private int _tail;

    public bool IsEmpty => _head == _tail;

    /// <summary>The start of the earliest; <see cref="int.MaxValue"/> where there is none.</summary>
    public int FirstStart => _head < _tail ? _spans[_head].Start : int.MaxValue;

    public void Clear()
    {
        _head = _tail = 0;
        if (_spans.Length > MaxKept) _spans = new TextSpan[16];
    }

    /// <summary>Adds a match, in place of those that it overlaps: they begin at its start or later.</summary>
    public void Add(TextSpan span)
    {
        while (_tail > _head && _spans[_tail - 1].Start >= span.Start) _tail--;
        if (_tail == _spans.Length) MakeRoom();
        _spans[_tail++] = span;
    }

    public TextSpan TakeFirst()
    {
        var first = _spans[_head++];
        if (_head == _tail) _head = _tail = 0;
        return first;
    }

    private void MakeRoom()
    {
        var target = _head > _spans.Length / 2 ? _spans : new TextSpan[_spans.Length * 2];
        Array.Copy(_spans, _head, target, 0, _tail - _head);
        _spans = target;
        _tail -= _head;
        _head = 0;
    }
}
