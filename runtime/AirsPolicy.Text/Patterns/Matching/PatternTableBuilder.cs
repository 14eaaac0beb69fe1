using System.Text;

namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// Makes the table of a program: each state is a set of instructions that matches under way have come to, a match that begins here among
/// them.
/// </summary>
internal sealed class PatternTableBuilder(PatternProgram program)
{
    // What is larger takes the simulation; a table is at most 16 KiB.
    private const int MaxStates = 128;
    private const int MaxInstructions = 512;

    private readonly Dictionary<string, byte> _numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> _states = [];
    private bool _asksForBoth;

    public PatternTable? Build()
    {
        foreach (var instruction in program.Code)
        {
            if (program.Code.Length > MaxInstructions
                || instruction.Operation
                    is Operation.WordEdge
                        or Operation.NotWordEdge
                        or Operation.AsciiWordEdge
                        or Operation.NotAsciiWordEdge)
                return null;
        }
        var (classes, members) = Classes();
        Number([]);
        Number([AcceptAt()]);
        if (Number(Closure([0], atStart: true, atEnd: false)) is not { } start)
            return null;
        var next = new List<byte>();
        for (var state = 0; state < _states.Count; state++)
        {
            foreach (var member in members)
            {
                var follower = state switch
                {
                    PatternTable.Dead => PatternTable.Dead,
                    PatternTable.Matched => PatternTable.Matched,
                    _ => Number(Closure(Behind(_states[state], member), atStart: false, atEnd: false)),
                };
                if (follower is not { } number)
                    return null;
                next.Add(number);
            }
        }
        bool[] matchesAtEnd = [.. _states.Select(MatchesAtEnd)];
        return _asksForBoth ? null : new PatternTable(classes, [.. next], matchesAtEnd, start);
    }

    // Characters that every instruction takes alike are of one class, and the first of each stands for it.
    private (byte[] Classes, List<int> Members) Classes()
    {
        var classes = new byte[PatternTable.Characters];
        var members = new List<int>();
        var known = new Dictionary<string, byte>(StringComparer.Ordinal);
        for (var character = 0; character < classes.Length; character++)
        {
            var signature = new StringBuilder();
            foreach (var instruction in program.Code)
                signature.Append(Takes(instruction, character) ? '1' : '0');
            if (known.TryAdd(signature.ToString(), (byte)members.Count))
                members.Add(character);
            classes[character] = known[signature.ToString()];
        }
        return (classes, members);
    }

    private bool Takes(Instruction instruction, int character) => instruction.Operation switch
    {
        Operation.Character => character == instruction.A || character == instruction.B,
        Operation.Set => program.Sets[instruction.A].Contains(character),
        _ => false,
    };

    private int AcceptAt()
    {
        for (var i = 0; i < program.Code.Length; i++)
        {
            if (program.Code[i].Operation == Operation.Accept)
                return i;
        }
        return 0;
    }

    // Null where there are too many.
    private byte? Number(SortedSet<int> state)
    {
        // A match stays one, and with nothing under way and nothing that can begin none comes.
        if (state.Any(at => program.Code[at].Operation == Operation.Accept))
            state = [AcceptAt()];
        var key = string.Join(',', state);
        if (_numbers.TryGetValue(key, out var number))
            return number;
        if (_states.Count == MaxStates)
            return null;
        number = (byte)_states.Count;
        _numbers.Add(key, number);
        _states.Add([.. state]);
        return number;
    }

    private IEnumerable<int> Behind(int[] state, int character) =>
        state.Where(at => Takes(program.Code[at], character)).Select(at => at + 1).Append(0);

    private bool MatchesAtEnd(int[] state) =>
        Closure(state, atStart: false, atEnd: true).Any(at => program.Code[at].Operation == Operation.Accept);

    // Everything reachable without taking a character. Instructions that take one, accept, or wait for the end of the text stay.
    private SortedSet<int> Closure(IEnumerable<int> from, bool atStart, bool atEnd)
    {
        var reached = new HashSet<int>();
        var kept = new SortedSet<int>();
        var pending = new Stack<int>(from);
        while (pending.TryPop(out var at))
        {
            if (!reached.Add(at))
                continue;
            var (operation, a, b) = program.Code[at];
            switch (operation)
            {
                case Operation.Jump:
                    pending.Push(a);
                    break;
                case Operation.Split:
                    pending.Push(a);
                    pending.Push(b);
                    break;
                case Operation.TextStart:
                    // Behind the end of a text its start is the place of an empty text alone, which states do not know of.
                    _asksForBoth |= atEnd;
                    if (atStart)
                        pending.Push(at + 1);
                    break;
                case Operation.TextEnd when atEnd:
                    pending.Push(at + 1);
                    break;
                default:
                    kept.Add(at);
                    break;
            }
        }
        return kept;
    }
}
