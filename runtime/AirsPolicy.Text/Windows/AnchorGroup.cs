namespace AirsPolicy.Text.Windows;

/// <summary>
/// Asks the detectors that look for anchors of a text that still arrives, and reads every unit once. One thread at a time.
/// </summary>
/// <param name="index">Their anchors.</param>
internal sealed class AnchorGroup(AnchorIndex index)
{
    private readonly AnchorQueue[] _queues = [.. index.Sources.Select(source => new AnchorQueue(source.Source, source.Detector))];
    private readonly List<AnchorQueue> _open = [];
    private int _read;
    private int _found;
    private int _other;
    private int _heldIdle;

    /// <summary>The matches found since they were last taken away.</summary>
    public List<WindowMatch> Found { get; } = [];

    /// <summary>The first unit that can be part of a match still to be told.</summary>
    public int Held
    {
        get
        {
            var held = _heldIdle;
            foreach (var queue in _open)
                held = Math.Min(held, queue.Held);
            return held;
        }
    }

    /// <summary>The first unit that can be part of a match of one source still to be told.</summary>
    public int HeldBy(int source) => Math.Min(_heldIdle, Array.Find(_queues, queue => queue.Source == source)!.Held);

    /// <summary>Begins with another text.</summary>
    public void Start()
    {
        (_read, _found, _other, _heldIdle) = (0, 0, 0, 0);
        _open.Clear();
        Found.Clear();
        foreach (var queue in _queues)
            queue.Start();
    }

    /// <summary>Reads what has been added to the text.</summary>
    public void Read(ReadOnlySpan<char> text, bool last)
    {
        if (_queues.Length > 0)
        {
            Look(text);
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                _open[i].Read(text, last, Found);
                if (!_open[i].IsOpen)
                    _open.RemoveAt(i);
            }
        }
        (_read, _heldIdle) = (text.Length, text.Length - index.OfFound.DepthOf(_found));
        foreach (var lead in index.Leads)
            _heldIdle = Math.Min(_heldIdle, lead.HeldIn(text));
    }

    private void Look(ReadOnlySpan<char> text)
    {
        var (found, other) = (_found, _other);
        for (var at = _read; at < text.Length; at++)
        {
            found = index.OfFound.Next(found, text[at]);
            other = index.OfOther.Next(other, text[at]);
            foreach (var number in index.OfFound.EndsOf(found))
                Open(text, at + 1, index.Found[number]);
            foreach (var number in index.OfOther.EndsOf(other))
                Open(text, at + 1, index.Other[number]);
        }
        (_found, _other) = (found, other);
    }

    private void Open(ReadOnlySpan<char> text, int end, (int Place, Detectors.Builtin.Anchored.Anchor Anchor) pair)
    {
        var at = end - pair.Anchor.Literal.Length;
        if (!pair.Anchor.StandsAt(text, at))
            return;
        var queue = _queues[pair.Place];
        if (!queue.IsOpen)
            _open.Add(queue);
        queue.Open(text, at, pair.Anchor);
        // Of one that begins behind what was found already.
        if (!queue.IsOpen)
            _open.Remove(queue);
    }
}
