using System.Buffers;

namespace AirsPolicy.Text.Windows;

/// <summary>The built-in detectors of one view, which pass over what none of them looks at. One thread at a time.</summary>
/// <param name="stretches">One for each detector.</param>
/// <param name="parts">The units that any of them looks for.</param>
internal sealed class StretchGroup(StretchSearch[] stretches, SearchValues<char> parts)
{
    private readonly StretchLead[] _leads = StretchLead.Of(stretches);
    private int _open;
    private int _read;
    private int _heldIdle;

    /// <summary>The matches found since they were last taken away.</summary>
    public List<WindowMatch> Found { get; } = [];

    /// <summary>The first unit that can be part of a match still to be told.</summary>
    public int Held
    {
        get
        {
            var held = _heldIdle;
            if (_open == 0)
                return held;
            foreach (var stretch in stretches)
                held = stretch.IsOpen ? Math.Min(held, stretch.Held(_read)) : held;
            return held;
        }
    }

    /// <summary>The same while no stretch is open.</summary>
    public int HeldUnlessOpen => _heldIdle;

    /// <summary>The first unit that can be part of a match of one source still to be told.</summary>
    public int HeldBy(int source) => Array.Find(stretches, stretch => stretch.Source == source)!.Held(_read);

    /// <summary>Whether there is a stretch of which a detector has not been asked.</summary>
    public bool IsOpen => _open > 0;

    /// <summary>Whether a unit is one that some detector looks for.</summary>
    public bool LooksFor(char unit) => stretches.Length > 0 && parts.Contains(unit);

    /// <summary>Begins with another view.</summary>
    public void Start()
    {
        (_open, _read, _heldIdle) = (0, 0, 0);
        Found.Clear();
        foreach (var stretch in stretches)
            stretch.Start();
    }

    /// <summary>Reads what has been added to the view.</summary>
    public void Read(ReadOnlySpan<char> view, bool last)
    {
        if (stretches.Length > 0 && (_open > 0 || view[_read..].ContainsAny(parts)))
        {
            _open = 0;
            foreach (var stretch in stretches)
            {
                stretch.Read(view, _read, last, Found);
                _open += stretch.IsOpen ? 1 : 0;
            }
        }
        _read = _heldIdle = view.Length;
        foreach (var lead in _leads)
            _heldIdle = Math.Min(_heldIdle, lead.HeldIn(view));
    }

    /// <summary>Passes over ASCII that has been added to the view, since no detector looks for anything in it and none waits.</summary>
    public void Pass(ReadOnlySpan<char> view)
    {
        var held = view.Length;
        foreach (var lead in _leads)
            held = Math.Min(held, lead.HeldIn(view, _read));
        (_read, _heldIdle) = (view.Length, held);
    }
}
