using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Intersection;

/// <summary>
/// Whether one program matches somewhere, as a deterministic automaton over the symbols of a <see cref="JointAlphabet"/>, whose states are
/// found as they are led to. A state is where matches under way stand before what follows is known, with what the program can ask of the
/// character before.
/// </summary>
internal sealed class SubsetAutomaton
{
    /// <summary>There is a match, whatever follows.</summary>
    public const int Matched = 0;

    /// <summary>The state before the first character.</summary>
    public const int Start = 1;

    private const int End = -1;

    private readonly PatternProgram _program;
    private readonly int[] _members;
    private readonly List<(int[] Threads, int Before)> _states = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(int State, int Symbol), int> _next = [];
    private readonly bool[] _reached;
    private readonly Stack<int> _pending = new();
    private readonly List<int> _taking = [];

    public SubsetAutomaton(PatternProgram program, JointAlphabet alphabet)
    {
        this._program = program;
        _members = alphabet.Members;
        _reached = new bool[program.Code.Length];
        _states.Add(([], 0));
        _states.Add(([], AtStart));
        _known.Add(KeyOf([], AtStart), Start);
    }

    private const int AtStart = 1, AfterWord = 2, AfterAsciiWord = 4;

    /// <summary>The state that a symbol leads to.</summary>
    public int Next(int state, int symbol)
    {
        if (state == Matched) return Matched;
        if (!_next.TryGetValue((state, symbol), out var following)) _next.Add((state, symbol), following = Find(state, _members[symbol]));
        return following;
    }

    /// <summary>Whether there is a match where the text ends in a state.</summary>
    public bool MatchesAtEnd(int state) => state == Matched || Close(_states[state], End);

    private int Find(int state, int codePoint)
    {
        if (Close(_states[state], codePoint)) return Matched;
        var threads = new SortedSet<int>();
        foreach (var index in _taking)
        {
            var instruction = _program.Code[index];
            var takes = instruction.Operation == Operation.Character
                ? codePoint == instruction.A || codePoint == instruction.B
                : _program.Sets[instruction.A].Contains(codePoint);
            if (takes) threads.Add(index + 1);
        }
        int[] following = [.. threads];
        var before = (CharacterTables.IsWord(codePoint) ? AfterWord : 0) | (CharacterClasses.IsAsciiWord(codePoint) ? AfterAsciiWord : 0);
        var key = KeyOf(following, before);
        if (!_known.TryGetValue(key, out var found))
        {
            found = _states.Count;
            _known.Add(key, found);
            _states.Add((following, before));
        }
        return found;
    }

    // A match may begin at every place, so that the first instruction is always among the threads.
    private bool Close((int[] Threads, int Before) state, int following)
    {
        _taking.Clear();
        Array.Clear(_reached);
        _pending.Clear();
        _pending.Push(0);
        foreach (var thread in state.Threads) _pending.Push(thread);
        while (_pending.TryPop(out var index))
        {
            if (_reached[index]) continue;
            _reached[index] = true;
            var instruction = _program.Code[index];
            switch (instruction.Operation)
            {
                case Operation.Accept:
                    return true;
                case Operation.Character or Operation.Set:
                    _taking.Add(index);
                    break;
                case Operation.Jump:
                    _pending.Push(instruction.A);
                    break;
                case Operation.Split:
                    _pending.Push(instruction.A);
                    _pending.Push(instruction.B);
                    break;
                default:
                    if (Holds(instruction.Operation, state.Before, following)) _pending.Push(index + 1);
                    break;
            }
        }
        return false;
    }

    private static bool Holds(Operation operation, int before, int following) => operation switch
    {
        Operation.TextStart => (before & AtStart) != 0,
        Operation.TextEnd => following == End,
        Operation.WordEdge => IsWordEdge(before, following),
        Operation.NotWordEdge => !IsWordEdge(before, following),
        Operation.AsciiWordEdge => IsAsciiWordEdge(before, following),
        _ => !IsAsciiWordEdge(before, following),
    };

    private static bool IsWordEdge(int before, int following) =>
        ((before & AfterWord) != 0) != (following != End && CharacterTables.IsWord(following));

    private static bool IsAsciiWordEdge(int before, int following) =>
        ((before & AfterAsciiWord) != 0) != CharacterClasses.IsAsciiWord(following);

    private static string KeyOf(int[] threads, int before) => string.Create(threads.Length + 1, (threads, before), static (key, state) =>
    {
        key[0] = (char)state.before;
        for (var i = 0; i < state.threads.Length; i++) key[i + 1] = (char)state.threads[i];
    });
}
