using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Asks a built-in detector of every stretch of a growing view in which it can find something, once each. One thread at a time.
/// </summary>
/// <param name="source">Under which number matches are told.</param>
/// <param name="detector">The detector.</param>
/// <param name="window">What a stretch is for it.</param>
internal sealed class StretchSearch(int source, IBuiltinDetector detector, BuiltinWindow window)
{
    private readonly StretchLead _lead = new(window.Before, window.Stops);
    private readonly Queue<(int First, TextSpan Stretch)> _closed = new();
    private readonly SpanBuffer _matches = new();
    private readonly NumberRegions _numbers = new();
    private int _first;
    private int _start;
    private int _end;
    private int _parts;

    /// <summary>Under which number matches are told.</summary>
    public int Source => source;

    /// <summary>What a stretch is for it.</summary>
    public BuiltinWindow Window => window;

    /// <summary>The view that it reads.</summary>
    public TextViewKind View => detector.View;

    /// <summary>The first unit that can be part of a match still to be told.</summary>
    /// <param name="length">How much of the view has been read.</param>
    public int Held(int length) =>
        _closed.TryPeek(out var waiting) ? waiting.First
        : _parts > 0 ? _first
        : Math.Max(0, length - window.Before);

    /// <summary>Whether there is a stretch of which the detector has not been asked.</summary>
    public bool IsOpen => _parts + _closed.Count > 0;

    /// <summary>Begins with another view.</summary>
    public void Start()
    {
        _closed.Clear();
        _parts = 0;
    }

    /// <summary>
    /// Reads what has been added to the view. Where no stretch is open it may be left out for what holds none of the parts.
    /// </summary>
    public void Read(ReadOnlySpan<char> view, int from, bool last, List<WindowMatch> found)
    {
        for (var at = from; at < view.Length;)
        {
            var next = view[at..].IndexOfAny(window.Parts);
            var part = next < 0 ? view.Length : at + next;
            if (_parts > 0 && part - _end > window.Gap)
                Close();
            if (next < 0)
                break;
            if (_parts++ == 0)
                (_first, _start) = (_lead.HeldIn(view[..part]), part);
            _end = at = part + 1;
        }
        if (last && _parts > 0)
            Close();
        while (_closed.TryPeek(out var waiting) && (last || view.Length >= waiting.Stretch.End + window.After + window.Context))
        {
            Ask(view, waiting.Stretch, found);
            _closed.Dequeue();
        }
    }

    private void Close()
    {
        if (_parts >= window.Least)
            _closed.Enqueue((_first, new TextSpan(_start, _end)));
        _parts = 0;
    }

    private void Ask(ReadOnlySpan<char> view, TextSpan stretch, List<WindowMatch> found)
    {
        var first = Math.Max(0, stretch.Start - window.Before - window.Context);
        var end = Math.Min(view.Length, stretch.End + window.After + window.Context);
        _matches.Truncate(0);
        if (detector.View == TextViewKind.Folded)
            _numbers.Fill(view[first..end]);
        detector.Find(new BuiltinText(view[first..end], detector.View == TextViewKind.Folded ? _numbers : null), _matches);
        for (var i = 0; i < _matches.Count; i++)
        {
            var (start, stop) = (first + _matches[i].Start, first + _matches[i].End);
            if (start >= stretch.Start - window.Before && stop <= stretch.End + window.After)
                found.Add(new WindowMatch(source, start, stop));
        }
    }
}
