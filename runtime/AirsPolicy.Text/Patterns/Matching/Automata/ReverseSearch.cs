namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// Tells where the matches can begin that hold a certain place, by going back from there as long as some instruction could have taken what
/// stands in the text. It may name more starts than there are and never fewer.
/// </summary>
/// <remarks>
/// A state is the set of instructions each of which may have taken the character at the place come to. In the memory it has a key of these,
/// and a kind that says whether a match can begin with one of them.
/// </remarks>
/// <param name="memory">Where states are kept.</param>
/// <param name="work">What is left for it to do beyond looks into the table; once that is used up nothing is known of any place.</param>
internal sealed class ReverseSearch(AutomatonMemory memory, TextWork work)
{
    /// <summary>
    /// Kinds of states: no match begins there; one can; and those to begin with, where any instruction may have taken any character, or the
    /// last one has.
    /// </summary>
    private const int Inside = 0, Start = 1, Anything = 2, AtEnd = 3;

    // Beyond so many units it is no quicker to go back than to search.
    private const int FurthestBack = 256;

    // So many characters mostly tell that what is before a literal is something else.
    private const int FurthestLead = 32;

    private readonly Stack<int> _pending = new();
    private bool[] _reached = [];
    private int[] _key = [];

    /// <summary>Characters gone back and instructions looked at since creation: the measure that is linear in the text.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// The first place at which a match can begin that holds the text from <paramref name="place"/> to <paramref name="end"/>; -1 where
    /// none can.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="floor">Not before it is looked; where the way there stays open, or is too long to tell, it is the answer.</param>
    /// <param name="place">Where what is required begins.</param>
    /// <param name="end">Behind it, or behind the first characters of it.</param>
    public int FirstStart(ReverseDefinition automaton, ReadOnlySpan<char> text, int floor, int place, int end)
    {
        var state = StateOf(automaton, Anything, []);
        var first = -1;
        var at = end;
        var symbols = automaton.Forward.Symbols;
        while (state != 0 && at > floor && end - at < FurthestBack && !work.IsExhausted)
        {
            int codePoint = text[at - 1];
            var width = 1;
            if (at - 2 >= floor && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]))
                (codePoint, width) = (char.ConvertToUtf32(text[at - 2], text[at - 1]), 2);
            var symbol = codePoint < PatternTable.Characters ? symbols.Ascii[codePoint] : symbols.SymbolOf(codePoint);
            var next = memory.Cells[state + symbol];
            if (next == 0) next = Follow(automaton, state, symbol);
            if ((next & AutomatonMemory.End) != 0) return first;
            at -= width;
            Steps++;
            state = next & AutomatonMemory.State;
            if ((next & AutomatonMemory.Birth) != 0 && at <= place) first = at;
        }

        return floor;
    }

    /// <summary>
    /// Whether a text that the program takes can end at a place: false where none does. Beyond a few characters it is taken to.
    /// </summary>
    public bool CanEndAt(ReverseDefinition automaton, ReadOnlySpan<char> text, int place)
    {
        var state = StateOf(automaton, AtEnd, []);
        var symbols = automaton.Forward.Symbols;
        for (var at = place; state != 0 && at > 0 && place - at < FurthestLead && !work.IsExhausted; Steps++)
        {
            int codePoint = text[at - 1];
            var width = 1;
            if (at > 1 && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]))
                (codePoint, width) = (char.ConvertToUtf32(text[at - 2], text[at - 1]), 2);
            var symbol = codePoint < PatternTable.Characters ? symbols.Ascii[codePoint] : symbols.SymbolOf(codePoint);
            var next = memory.Cells[state + symbol];
            if (next == 0) next = Follow(automaton, state, symbol);
            if ((next & AutomatonMemory.End) != 0) return false;
            if ((next & AutomatonMemory.Birth) != 0) return true;
            at -= width;
            state = next & AutomatonMemory.State;
        }

        return place > 0;
    }

    // The next state, with a flag where a match can begin there or where there is nothing; 0 where there is no room.
    private int Follow(ReverseDefinition automaton, int state, int symbol)
    {
        var code = automaton.Program.Code;
        if (_reached.Length <= code.Length) (_reached, _key) = (new bool[code.Length + 1], new int[code.Length + 1]);
        Steps += code.Length;
        work.Spend(code.Length);
        var kind = memory.Cells[state + AutomatonMemory.Kind];
        Array.Fill(_reached, kind == Anything, 0, code.Length + 1);
        if (kind == AtEnd)
        {
            // Instead of the instruction that takes the next character: the one that accepts.
            _reached[code.Length - 1] = true;
            _pending.Push(code.Length - 1);
        }

        foreach (var instruction in memory.KeyOf(state))
        {
            _reached[instruction] = true;
            _pending.Push(instruction);
        }

        automaton.Close(_reached, _pending);
        var member = automaton.Forward.Symbols.MemberOf(symbol);
        var count = 0;
        for (var at = 0; at < code.Length; at++)
        {
            if (_reached[at + 1] && Takes(automaton.Program, code[at], member)) _key[count++] = at;
        }

        var next = StateOf(automaton, CanBegin(automaton, count) ? Start : Inside, _key.AsSpan(0, count));
        if (next == 0)
            return 0;
        var follower =
            next
            | (
                count == 0 ? AutomatonMemory.End
                : memory.Cells[next + AutomatonMemory.Kind] == Start ? AutomatonMemory.Birth
                : 0);
        memory.Cells[state + symbol] = follower;
        return follower;
    }

    private bool CanBegin(ReverseDefinition automaton, int count)
    {
        Array.Clear(_reached);
        for (var index = 0; index < count; index++)
        {
            _reached[_key[index]] = true;
            _pending.Push(_key[index]);
        }

        automaton.Close(_reached, _pending);
        return _reached[0];
    }

    private static bool Takes(PatternProgram program, Instruction instruction, int codePoint) => instruction.Operation switch
    {
        Operation.Character => instruction.A == codePoint || instruction.B == codePoint,
        Operation.Set => program.Sets[instruction.A].Contains(codePoint),
        _ => false,
    };

    private int StateOf(ReverseDefinition automaton, int kind, ReadOnlySpan<int> instructions)
    {
        var hash = AutomatonMemory.HashOf(automaton.Number, kind, instructions);
        var state = memory.Find(automaton.Number, kind, instructions, hash);
        return state != 0
            ? state
            : memory.Add(automaton.Number, kind, instructions, hash, instructions.Length, automaton.Forward.Symbols.Count);
    }
}
