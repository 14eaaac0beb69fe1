using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Looks for all items of a program in a view that still grows, and reads every character once. It tells exactly the matches of the whole
/// view, however it grew; what can still be part of one begins at <see cref="Held"/>. One thread at a time.
/// </summary>
/// <param name="program">What is looked for.</param>
/// <param name="work">What is left for it to do. Once that is used up it stands still, and what it says means nothing.</param>
internal sealed class WindowSearch(WindowProgram program, TextWork work)
{
    private readonly WindowAutomaton _automaton = new(program, work);
    private readonly CandidateQueue?[] _candidates = new CandidateQueue?[program.Items.Length];
    private readonly List<int> _waiting = [];
    private readonly List<WindowAccept> _terms = [];
    private readonly List<int> _termEnds = [];
    private readonly int[] _lastEnds = new int[program.Items.Length];
    private int _state;

    /// <summary>What it goes through.</summary>
    public WindowAutomaton Automaton => _automaton;

    /// <summary>The state that it is in.</summary>
    public int State => _state;

    /// <summary>How much of the view has been read.</summary>
    public int Position { get; private set; }

    /// <summary>The matches found since they were last taken away.</summary>
    public List<WindowMatch> Found { get; } = [];

    /// <summary>Whether a match waits for what follows.</summary>
    public bool IsWaiting => _waiting.Count + _terms.Count > 0;

    /// <summary>The first unit that can be part of a match still to be told.</summary>
    public int Held
    {
        get
        {
            var held = HeldUnlessWaiting;
            if (!IsWaiting)
                return held;
            foreach (var item in _waiting)
                held = program.Items[item].Holds ? Math.Min(held, _candidates[item]!.FirstStart) : held;
            for (var i = 0; i < _terms.Count; i++)
                held = program.Items[_terms[i].Item].Holds ? Math.Min(held, _termEnds[i] - _terms[i].Length) : held;
            return held;
        }
    }

    /// <summary>The same while no match waits.</summary>
    public int HeldUnlessWaiting => Position - _automaton.OldestOf(_state);

    /// <summary>Begins with another view.</summary>
    public void Start()
    {
        _state = _automaton.Start;
        Position = 0;
        foreach (var item in _waiting)
            _candidates[item]!.Clear();
        _waiting.Clear();
        _terms.Clear();
        _termEnds.Clear();
        Array.Clear(_lastEnds);
        Found.Clear();
    }

    /// <summary>Somebody else has read up to a place, where no match ended.</summary>
    public void MoveTo(int state, int position) => (_state, Position) = (state, position);

    /// <summary>Reads what has been added to the view.</summary>
    /// <param name="view">The view so far.</param>
    /// <param name="last">Whether nothing follows.</param>
    public void Read(ReadOnlySpan<char> view, bool last)
    {
        if (program.Items.IsEmpty)
        {
            Position = view.Length;
            return;
        }
        var (state, at) = (_state, Position);
        var (table, width, ascii) = (_automaton.Table, _automaton.Width, _automaton.Classes.Ascii);
        while ((uint)at < (uint)view.Length)
        {
            var unit = view[at];
            var units = 1;
            int character = unit < ascii.Length ? ascii[unit] : -1;
            if (character < 0)
                character = _automaton.Classes.Of(Scalars.First(view[at..], out units));
            var next = character < width ? table[state * width + character] : -1;
            if (next < 0)
            {
                next = Take(state, character, at);
                (table, width) = (_automaton.Table, _automaton.Width);
            }
            state = next;
            at += units;
            if (work.IsExhausted)
                break;
        }
        if (last)
            state = Take(state, WindowClasses.End, at);
        (_state, Position) = (state, at);
        if (IsWaiting)
            Settle(view, last);
    }

    /// <summary>The first unit that can be part of a match of one item still to be told.</summary>
    public int HeldBy(int item)
    {
        var held = Position - _automaton.OldestOf(_state, item);
        if (_candidates[item] is { } queue)
            held = Math.Min(held, queue.FirstStart);
        for (var i = 0; i < _terms.Count; i++)
        {
            if (_terms[i].Item == item)
                held = Math.Min(held, _termEnds[i] - _terms[i].Length);
        }
        return held;
    }

    // What the table does not say at once.
    private int Take(int state, int character, int at)
    {
        var next = _automaton.Next(state, character);
        if (WindowAutomaton.IsUnknown(next))
            next = _automaton.Find(state, character);
        if (next >= 0)
            return next;
        var (reached, accepts) = _automaton.EndOf(next);
        foreach (var accept in accepts)
            Add(accept, at);
        return reached;
    }

    private void Add(WindowAccept accept, int end)
    {
        if (program.Items[accept.Item].IsTerm)
        {
            _terms.Add(accept);
            _termEnds.Add(end);
            return;
        }
        var queue = _candidates[accept.Item] ??= new CandidateQueue();
        if (queue.FirstStart == int.MaxValue)
            _waiting.Add(accept.Item);
        queue.Add(new TextSpan(end - accept.Length, end));
    }

    private void Settle(ReadOnlySpan<char> view, bool last)
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            var item = _waiting[i];
            var queue = _candidates[item]!;
            var age = _automaton.OldestOf(_state, item);
            while (queue.FirstStart < (age == 0 ? int.MaxValue : Position - age))
            {
                var match = queue.TakeFirst();
                Found.Add(new WindowMatch(program.Items[item].Source, match.Start, match.End));
            }
            if (queue.FirstStart == int.MaxValue)
                _waiting.RemoveAt(i);
        }
        SettleTerms(view, last);
    }

    // In their order: whether one counts hangs on those before it.
    private void SettleTerms(ReadOnlySpan<char> view, bool last)
    {
        var settled = 0;
        while (settled < _terms.Count && (last || IsEndKnown(view, _termEnds[settled])))
        {
            var (item, length) = _terms[settled];
            var end = _termEnds[settled++];
            if (end - length < _lastEnds[item] || !WordBreaks.IsWhole(view, end - length, end))
                continue;
            _lastEnds[item] = end;
            Found.Add(new WindowMatch(program.Items[item].Source, end - length, end));
        }
        _terms.RemoveRange(0, settled);
        _termEnds.RemoveRange(0, settled);
    }

    // Punctuation joins two words or parts them by what stands behind it.
    private static bool IsEndKnown(ReadOnlySpan<char> view, int end)
    {
        if (end == view.Length)
            return false;
        if (!WordBreakState.LooksAhead(WordBreakState.ClassOf(Scalars.First(view[end..], out var width))))
            return true;
        for (var at = end + width; at < view.Length; at += width)
        {
            if (!WordBreakState.IsSkipped(WordBreakState.ClassOf(Scalars.First(view[at..], out width))))
                return true;
        }
        return false;
    }
}
