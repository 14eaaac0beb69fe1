using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Windows;

/// <summary>The anchors of one detector that have come while what stands behind them may still arrive. One thread at a time.</summary>
/// <param name="source">Under which number matches are told.</param>
/// <param name="detector">The detector.</param>
internal sealed class AnchorQueue(int source, AnchoredDetector detector)
{
    private readonly List<OpenTrail> _open = [];
    private readonly SpanBuffer _matches = new();
    private int _least;

    /// <summary>Under which number matches are told.</summary>
    public int Source => source;

    /// <summary>Whether there is an anchor of which the detector has not been asked.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>The first unit that can be part of a match by one of these.</summary>
    public int Held
    {
        get
        {
            var held = int.MaxValue;
            foreach (var open in _open)
                held = Math.Min(held, open.First);
            return held;
        }
    }

    /// <summary>Begins with another text.</summary>
    public void Start()
    {
        _open.Clear();
        _least = 0;
    }

    /// <summary>Takes an anchor that stands at a place.</summary>
    public void Open(ReadOnlySpan<char> text, int at, Anchor anchor)
    {
        if (at < _least)
            return;
        // A longer one that begins before is whole later.
        var place = _open.Count;
        while (place > 0 && _open[place - 1].At > at)
            place--;
        var behind = at + anchor.Literal.Length;
        foreach (var trail in anchor.Trails)
            _open.Insert(
                place++,
                new OpenTrail(at, anchor.FirstIn(text, at), trail, new TrailPosition(0, behind, behind), TrailState.Open));
    }

    /// <summary>Reads what has been added to the text, and asks the detector where enough has come.</summary>
    public void Read(ReadOnlySpan<char> text, bool last, List<WindowMatch> found)
    {
        Advance(text);
        var asked = 0;
        while (asked < _open.Count && EndOfPlace(text.Length, asked, last) is > 0 and var end)
        {
            var at = _open[asked].At;
            asked = end;
            if (at < _least)
                continue;
            _matches.Truncate(0);
            _least = Math.Max(_least, detector.FindAt(text, at, _least, _matches));
            for (var i = 0; i < _matches.Count; i++)
                found.Add(new WindowMatch(source, _matches[i].Start, _matches[i].End));
        }
        _open.RemoveRange(0, asked);
    }

    private void Advance(ReadOnlySpan<char> text)
    {
        var left = 0;
        for (var i = 0; i < _open.Count; i++)
        {
            var (at, first, trail, position, state) = _open[i];
            if (state == TrailState.Open)
                state = trail.Advance(text, ref position);
            if (state != TrailState.Broken)
                _open[left++] = new OpenTrail(at, first, trail, position, state);
        }
        _open.RemoveRange(left, _open.Count - left);
    }

    // Behind the trails of the place of one of them, or 0 where one of these still goes on.
    private int EndOfPlace(int length, int index, bool last)
    {
        var at = _open[index].At;
        for (; index < _open.Count && _open[index].At == at; index++)
        {
            if (!last && (_open[index].State == TrailState.Open || _open[index].Position.At >= length))
                return 0;
        }
        return index;
    }

    private readonly record struct OpenTrail(int At, int First, Trail Trail, TrailPosition Position, TrailState State);
}
