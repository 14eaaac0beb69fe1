namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// A program read backwards: from which instructions one is come to without taking a character. Word edges and ends of the text are passed
/// as if they held.
/// </summary>
internal sealed class ReverseDefinition
{
    /// <summary>What is larger is not read backwards: each state would take as long to make.</summary>
    public const int MaxInstructions = 2_000;

    private readonly int[] _heads;
    private readonly (int From, int Next)[] _edges;

    public ReverseDefinition(PatternProgram program, AutomatonDefinition forward)
    {
        Program = program;
        Forward = forward;
        Number = AutomatonDefinition.NextNumber();
        _heads = new int[program.Code.Length + 1];
        Array.Fill(_heads, -1);
        var found = new List<(int, int)>();
        for (var at = 0; at < program.Code.Length; at++)
        {
            var (operation, a, b) = program.Code[at];
            switch (operation)
            {
                case Operation.Accept or Operation.Character or Operation.Set:
                    break;
                case Operation.Jump:
                    Add(found, a, at);
                    break;
                case Operation.Split:
                    Add(found, a, at);
                    Add(found, b, at);
                    break;
                default:
                    Add(found, at + 1, at);
                    break;
            }
        }

        _edges = [.. found];
    }

    public PatternProgram Program { get; }

    /// <summary>The same program read forwards, which has the symbols.</summary>
    public AutomatonDefinition Forward { get; }

    /// <summary>What tells its states from those of other automata.</summary>
    public int Number { get; }

    /// <summary>
    /// Adds to a set of instructions, of which some are pending, those from which they are come to without taking a character.
    /// </summary>
    public void Close(bool[] reached, Stack<int> pending)
    {
        while (pending.TryPop(out var at))
        {
            for (var edge = _heads[at]; edge >= 0; edge = _edges[edge].Next)
            {
                var from = _edges[edge].From;
                if (reached[from]) continue;
                reached[from] = true;
                pending.Push(from);
            }
        }
    }

    private void Add(List<(int, int)> found, int target, int from)
    {
        found.Add((from, _heads[target]));
        _heads[target] = found.Count - 1;
    }
}
