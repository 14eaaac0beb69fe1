namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// How many steps one character of text takes at most: the instructions that a search can be at behind the same character. An automaton
/// takes one look instead, as long as there is room for its states; a text can be made so that there is none, and then this is what a
/// character costs.
/// </summary>
/// <remarks>
/// A search is only at instructions that the character before has led to, so that a list of a thousand words costs the few that go on with
/// the same letter, while <c>[a-z]{1,900}</c> costs all nine hundred. Where matches begin at the start of the text alone, a search is only
/// at instructions that lie so many characters behind it, so that <c>^[a-z]{1,900}$</c> costs next to nothing.
/// </remarks>
internal sealed class PatternWork
{
    // How many instructions are followed before what may stand anywhere is taken for the bound: working it out is linear in this, whatever
    // the pattern.
    private const int MostFollowed = 20 * PatternLimits.MaxInstructions;

    private readonly PatternProgram _program;
    private readonly bool[] _reached;
    private readonly List<int> _order = [];
    private readonly Stack<int> _pending = new();

    private PatternWork(PatternProgram program)
    {
        this._program = program;
        _reached = new bool[program.Code.Length];
    }

    /// <summary>The steps, at least 1.</summary>
    public static int Of(PatternProgram program)
    {
        var work = new PatternWork(program);
        var anywhere = work.BehindAnyCharacter();
        return program.Facts.AnchoredStart ? Math.Min(anywhere, work.AtAnyDistance(anywhere)) : anywhere;
    }

    private int BehindAnyCharacter()
    {
        var most = Close([0]);
        var symbols = _program.Automaton.Symbols;
        for (var symbol = 0; symbol < symbols.End; symbol++)
            most = Math.Max(most, Close([0, .. Behind(Enumerable.Range(0, _program.Code.Length), symbols.MemberOf(symbol))]));
        return most;
    }

    // From the start of the text on, whatever the characters are. A search that comes back to where it was goes round in a circle from
    // there.
    private int AtAnyDistance(int enough)
    {
        var most = Close([0]);
        var followed = most;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_order.Count > 0 && most < enough)
        {
            int[] at = [.. _order.Where(at => _program.Code[at].Operation is Operation.Character or Operation.Set)];
            if (at.Length == 0 || !seen.Add(string.Join(',', at.Order())))
                break;
            if (seen.Count > PatternLimits.MaxInstructions || followed > MostFollowed)
                return enough;
            most = Math.Max(most, Close(at.Select(at => at + 1)));
            followed += _order.Count;
        }
        return most;
    }

    private IEnumerable<int> Behind(IEnumerable<int> instructions, int codePoint) =>
        instructions.Where(at => Takes(_program.Code[at], codePoint)).Select(at => at + 1);

    // Everything that is come to without a character, and how much that is. An anchor is taken to hold.
    private int Close(IEnumerable<int> from)
    {
        Array.Clear(_reached);
        foreach (var instruction in from.ToList())
            _pending.Push(instruction);
        _order.Clear();
        while (_pending.TryPop(out var at))
        {
            if (_reached[at])
                continue;
            _reached[at] = true;
            _order.Add(at);
            var (operation, a, b) = _program.Code[at];
            if (operation is Operation.Jump or Operation.Split)
                _pending.Push(a);
            if (operation == Operation.Split)
                _pending.Push(b);
            if (operation is not (Operation.Jump or Operation.Split or Operation.Accept or Operation.Character or Operation.Set))
                _pending.Push(at + 1);
        }
        return _order.Count;
    }

    private bool Takes(Instruction instruction, int codePoint) => instruction.Operation switch
    {
        Operation.Character => instruction.A == codePoint || instruction.B == codePoint,
        Operation.Set => _program.Sets[instruction.A].Contains(codePoint),
        _ => false,
    };
}
