using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Takes one character in a state, as <see cref="Simulation"/> takes it for each item alone: two threads at one instruction are the older
/// one, and a match that ends cuts what began inside it.
/// </summary>
internal sealed class WindowStep(WindowProgram program)
{
    /// <summary>What stands before a text: nothing.</summary>
    public static readonly int AtStart = Start | (WordBreakState.AtStart.Context << BreakShift);

    private const int Start = 1, Word = 2, AsciiWord = 4, BreakShift = 3;

    private readonly int[] _marks = new int[program.Code.Length];
    private readonly int[] _stack = new int[program.Code.Length + 1];
    private readonly List<(int Instruction, int Age)> _threads = [];
    // Instructions of one item stand together, in the order of the items.
    private readonly Comparison<(int Instruction, int Age)> _order = (left, right) =>
        (program.ItemOf[left.Instruction], right.Age, left.Instruction).CompareTo(
            (program.ItemOf[right.Instruction], left.Age, right.Instruction));

    private int[] _cells = new int[64];
    private int _mark;
    private int _before;

    /// <summary>Items and instructions looked at since creation.</summary>
    public long Steps { get; private set; }

    /// <summary>The matches that end before the character taken last.</summary>
    public List<WindowAccept> Accepts { get; } = [];

    /// <summary>The state behind a character; holds until the next is taken.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="next">The character, or <see cref="WindowClasses.NoCharacter"/> where the text ends.</param>
    public ReadOnlySpan<int> Take(ReadOnlySpan<int> state, int next)
    {
        NewMark();
        Accepts.Clear();
        _threads.Clear();
        _before = state[0];
        var width = next > char.MaxValue ? 2 : 1;
        FollowAll(state, next, width);
        Steps += program.Items.Length;
        var breaks = new WordBreakState { Context = _before >> BreakShift };
        for (var item = 0; item < program.Items.Length; item++)
        {
            if (CanBegin(program.Items[item], next, breaks))
                Follow(program.Items[item].Start, 0, next, width);
        }
        return Written(next, breaks);
    }

    // By item, the oldest first.
    private void FollowAll(ReadOnlySpan<int> state, int next, int width)
    {
        for (var i = 1; i < state.Length;)
        {
            var item = program.ItemOf[state[i]];
            var matched = 0;
            for (; i < state.Length && program.ItemOf[state[i]] == item; i += 2)
            {
                var age = state[i + 1];
                if (age >= matched && Follow(state[i], age, next, width))
                    matched = age;
            }
            if (matched > 0)
                Accepts.Add(new WindowAccept(item, matched));
        }
    }

    private bool CanBegin(WindowItem item, int next, in WordBreakState breaks)
    {
        if (next < 0 || (item.AnchoredStart && (_before & Start) == 0) || item.Begins?.Contains(next) == false)
            return false;
        if (!item.IsTerm
            || WordBreakState.LooksAhead(WordBreakState.ClassOf(next))
            || WordBreakState.ClassOf(next) == WordBreakClass.RegionalIndicator)
            return true;
        return breaks.BreaksBefore(next, []);
    }

    // Everything reachable without taking a character; says whether a match ends here.
    private bool Follow(int instruction, int age, int next, int width)
    {
        var code = program.Code;
        var accepts = false;
        var depth = 0;
        _stack[depth++] = instruction;
        while (depth > 0)
        {
            var at = _stack[--depth];
            while (at >= 0 && _marks[at] != _mark)
            {
                _marks[at] = _mark;
                Steps++;
                var (operation, a, b) = code[at];
                switch (operation)
                {
                    case Operation.Accept:
                        accepts = age > 0;
                        at = -1;
                        break;
                    case Operation.Jump:
                        at = a;
                        break;
                    case Operation.Split:
                        _stack[depth++] = b;
                        at = a;
                        break;
                    case Operation.Character or Operation.Set:
                        if (operation == Operation.Character ? next == a || next == b : program.Sets[a].Contains(next))
                            _threads.Add((at + 1, age + width));
                        at = -1;
                        break;
                    default:
                        at = Holds(operation, next) ? at + 1 : -1;
                        break;
                }
            }
        }
        return accepts;
    }

    private bool Holds(Operation operation, int next) => operation switch
    {
        Operation.TextStart => (_before & Start) != 0,
        Operation.TextEnd => next == WindowClasses.NoCharacter,
        Operation.WordEdge => (_before & Word) != 0 != CharacterTables.IsWord(next),
        Operation.AsciiWordEdge => (_before & AsciiWord) != 0 != CharacterClasses.IsAsciiWord(next),
        Operation.NotAsciiWordEdge => (_before & AsciiWord) != 0 == CharacterClasses.IsAsciiWord(next),
        _ => (_before & Word) != 0 == CharacterTables.IsWord(next),
    };

    private ReadOnlySpan<int> Written(int next, WordBreakState breaks)
    {
        _threads.Sort(_order);
        if (_cells.Length < 1 + 2 * _threads.Count)
            _cells = new int[2 + 4 * _threads.Count];
        var word = (CharacterTables.IsWord(next) ? Word : 0) | (CharacterClasses.IsAsciiWord(next) ? AsciiWord : 0);
        if (program.HasTerms && next >= 0)
            breaks.Take(next);
        _cells[0] = word | (program.HasTerms ? breaks.Context << BreakShift : 0);
        var count = 1;
        foreach (var (instruction, age) in _threads)
        {
            _cells[count++] = instruction;
            _cells[count++] = age;
        }
        return _cells.AsSpan(0, count);
    }

    private void NewMark()
    {
        if (_mark == int.MaxValue)
        {
            Array.Clear(_marks);
            _mark = 0;
        }
        _mark++;
    }
}
