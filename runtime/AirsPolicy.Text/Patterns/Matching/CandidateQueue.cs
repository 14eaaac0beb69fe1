namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// Matches found that an earlier or longer one may still replace: disjoint, ascending.
/// Each position adds at most one, so that all work on it is linear in the text.
/// </summary>
internal sealed class CandidateQueue
{
    // What one unlucky text has needed is not kept for ever.
    private const int MaxKept = 16_384;

    private TextSpan[] spans = new TextSpan[16];
    private int head;
    private int tail;

    public bool IsEmpty => head == tail;

    /// <summary>The start of the earliest; <see cref="int.MaxValue"/> where there is none.</summary>
    public int FirstStart => head < tail ? spans[head].Start : int.MaxValue;

    public void Clear()
    {
        head = tail = 0;
        if (spans.Length > MaxKept) spans = new TextSpan[16];
    }

    /// <summary>Adds a match, in place of those that it overlaps: they begin at its start or later.</summary>
    public void Add(TextSpan span)
    {
        while (tail > head && spans[tail - 1].Start >= span.Start) tail--;
        if (tail == spans.Length) MakeRoom();
        spans[tail++] = span;
    }

    public TextSpan TakeFirst()
    {
        var first = spans[head++];
        if (head == tail) head = tail = 0;
        return first;
    }

    private void MakeRoom()
    {
        var target = head > spans.Length / 2 ? spans : new TextSpan[spans.Length * 2];
        Array.Copy(spans, head, target, 0, tail - head);
        spans = target;
        tail -= head;
        head = 0;
    }
}
