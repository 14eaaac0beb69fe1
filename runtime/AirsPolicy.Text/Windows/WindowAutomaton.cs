using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// The deterministic automaton of a program, made as a text needs it and kept up to a bound: one look into a table for a character that has
/// come in its state before. A state knows how long ago everything under way began, so that what can still become a match is exact. One
/// thread at a time.
/// </summary>
internal sealed class WindowAutomaton
{
    // Tables of at most 8 MiB.
    private const int MostTransitions = 1 << 21;
    private const int Unknown = int.MinValue;

    private readonly TextWork _work;
    private readonly WindowStep _step;
    private readonly WindowStates _states = new();
    private readonly List<(int State, WindowAccept[] Accepts)> _ends = [];
    private int[] _table = [];
    private int _width;

    /// <param name="program">What it goes through.</param>
    /// <param name="work">What is left for it to do where the table does not say what follows.</param>
    public WindowAutomaton(WindowProgram program, TextWork work)
    {
        _work = work;
        Program = program;
        Classes = new WindowClasses(program);
        _step = new WindowStep(program);
        // A power of two above what texts of one script have.
        _width = 64;
        Start = _states.Intern([WindowStep.AtStart], 0);
        Reserve();
    }

    public WindowProgram Program { get; }

    public WindowClasses Classes { get; }

    /// <summary>The state before the first character.</summary>
    public int Start { get; private set; }

    /// <summary>How many units ago the oldest of what is under way in a state began for which text is kept back.</summary>
    public int OldestOf(int state) => _states.OldestOf(state);

    /// <summary>How many units ago the oldest of one item that is under way in a state began; 0 where nothing is.</summary>
    public int OldestOf(int state, int item)
    {
        var cells = _states[state];
        for (var i = 1; i < cells.Length; i += 2)
        {
            if (Program.ItemOf[cells[i]] == item)
                return cells[i + 1];
        }
        return 0;
    }

    /// <summary>By state and class: what <see cref="Next"/> gives. Another after <see cref="Find"/>.</summary>
    public int[] Table => _table;

    /// <summary>How many classes the table has room for.</summary>
    public int Width => _width;

    /// <summary>
    /// The state behind a character, by its class; negative where matches end before it (<see cref="EndOf"/>), and where that has to be
    /// found out (<see cref="Find"/>).
    /// </summary>
    public int Next(int state, int character) => (uint)character < (uint)_width ? _table[state * _width + character] : Unknown;

    /// <summary>The state and the matches of a negative number that <see cref="Find"/> or <see cref="Next"/> has given.</summary>
    public (int State, WindowAccept[] Accepts) EndOf(int next) => _ends[~next];

    /// <summary>Whether a number that <see cref="Next"/> has given says that the state has to be found out.</summary>
    public static bool IsUnknown(int next) => next == Unknown;

    /// <summary>
    /// Finds out what follows. Where that would be too much to keep everything is forgotten, and states that were given before mean nothing
    /// any more.
    /// </summary>
    public int Find(int state, int character)
    {
        while (character >= _width)
            Widen();
        var before = _step.Steps;
        var reached = _step.Take(_states[state], Classes.MemberOf(character));
        _work.Spend(_step.Steps - before);
        if (!_states.HasRoomFor(reached.Length) || (_states.Count + 1) * _width > MostTransitions)
            return Forget(reached);
        var next = Number(reached);
        return _table[state * _width + character] = next;
    }

    private int Number(ReadOnlySpan<int> reached)
    {
        var next = _states.Intern(reached, OldestIn(reached));
        Reserve();
        if (_step.Accepts.Count == 0)
            return next;
        _ends.Add((next, [.. _step.Accepts]));
        return ~(_ends.Count - 1);
    }

    private int OldestIn(ReadOnlySpan<int> cells)
    {
        var oldest = 0;
        for (var i = 1; i < cells.Length; i += 2)
        {
            if (Program.Items[Program.ItemOf[cells[i]]].Holds)
                oldest = Math.Max(oldest, cells[i + 1]);
        }
        return oldest;
    }

    private int Forget(ReadOnlySpan<int> reached)
    {
        _states.Clear();
        _ends.Clear();
        _table.AsSpan().Fill(Unknown);
        Start = _states.Intern([WindowStep.AtStart], 0);
        return Number(reached);
    }

    private void Widen()
    {
        var wider = new int[_table.Length * 2];
        wider.AsSpan().Fill(Unknown);
        for (var state = 0; state < _states.Count; state++)
            _table.AsSpan(state * _width, _width).CopyTo(wider.AsSpan(state * _width * 2));
        _width *= 2;
        _table = wider;
    }

    private void Reserve()
    {
        var known = _table.Length;
        if (_states.Count * _width <= known)
            return;
        Array.Resize(ref _table, Math.Max(16 * _width, known * 2));
        // Where nothing is looked for there is one state.
        _table.AsSpan(known).Fill(Program.Items.IsEmpty ? Start : Unknown);
    }
}
