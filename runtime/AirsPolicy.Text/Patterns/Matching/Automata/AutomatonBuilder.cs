namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// Makes states and what follows them as texts come to need them. A state is what is under way at a place, in groups of one start, the
/// leftmost first; where in the text each group has begun is known to the search alone.
/// </summary>
internal sealed class AutomatonBuilder(AutomatonMemory memory)
{
    /// <summary>
    /// Places in an action: the state that follows, the group whose match ends here or -1, whether anything is accepted, and how many
    /// groups there are.
    /// </summary>
    public const int Next = 0, Match = 1, Accepts = 2, Groups = 3;

    /// <summary>
    /// From here on an action says of each group from which one it comes; the number of the groups before says that it begins here.
    /// </summary>
    public const int Sources = 4;

    private readonly ThreadStep _step = new();
    private int[] _key = [];
    private int[] _sources = [];

    /// <summary>Instructions visited since creation.</summary>
    public long Steps => _step.Steps;

    /// <summary>The state with nothing under way; 0 where there is no room.</summary>
    public int Empty(AutomatonDefinition automaton, int kind) => StateOf(automaton, kind, [], 0);

    /// <summary>The state that differs in whether a match may begin; 0 where there is no room.</summary>
    public int Twin(AutomatonDefinition automaton, int state)
    {
        var threads = memory.KeyOf(state);
        Reserve(threads.Length);
        threads.CopyTo(_key);
        return StateOf(
            automaton,
            memory.Cells[state + AutomatonMemory.Kind] ^ AutomatonDefinition.Begins,
            _key.AsSpan(0, threads.Length),
            memory.Cells[state + AutomatonMemory.Groups]);
    }

    /// <summary>Finds out what follows a state and writes it down; 0 where there is no room.</summary>
    public int Follow(AutomatonDefinition automaton, int state, int symbol)
    {
        var kind = memory.Cells[state + AutomatonMemory.Kind];
        var groups = memory.Cells[state + AutomatonMemory.Groups];
        _step.Start(automaton.Program);
        var group = -1;
        foreach (var thread in memory.KeyOf(state))
        {
            group += thread & 1;
            _step.Add(new MatchThread(thread >> 1, group));
        }

        var member = automaton.Symbols.MemberOf(symbol);
        _step.Advance(AutomatonDefinition.CodePointBefore(kind), member, groups, (kind & AutomatonDefinition.Begins) != 0);
        var nextGroups = WriteKey(_step.Threads);
        var nextKind = kind & AutomatonDefinition.Begins | (member == ThreadStep.NoCharacter ? 0 : automaton.KindBehind(member));
        var next = StateOf(automaton, nextKind, _key.AsSpan(0, _step.Count), nextGroups);
        if (next == 0) return 0;
        var follower = !IsPlain(groups, nextGroups) ? -Action(next, groups, nextGroups)
            : nextGroups > 0 && _sources[nextGroups - 1] == groups ? next | AutomatonMemory.Birth
            : nextGroups == 0 && groups > 0 ? next | AutomatonMemory.End
            : next;
        if (follower != 0) memory.Cells[state + symbol] = follower;
        return follower;
    }

    // Groups go on as the same ones from the first, and at most the last of them begins here.
    private bool IsPlain(int groups, int nextGroups)
    {
        if (_step.HasAccepted) return false;
        for (var group = 0; group < nextGroups; group++)
        {
            if (_sources[group] != group && (_sources[group] != groups || group + 1 < nextGroups)) return false;
        }

        return true;
    }

    private int Action(int next, int groups, int nextGroups)
    {
        if (!memory.TryReserve(Sources + nextGroups, out var at)) return 0;
        var action = memory.Cells.AsSpan(at);
        action[Next] = next;
        action[Match] = _step.MatchStart == int.MaxValue ? -1 : _step.MatchStart;
        action[Accepts] = _step.HasAccepted ? 1 : 0;
        action[Groups] = nextGroups;
        for (var group = 0; group < nextGroups; group++) action[Sources + group] = _sources[group] == groups ? -1 : _sources[group];
        return at;
    }

    // Within a group the order of threads has no meaning.
    private int WriteKey(ReadOnlySpan<MatchThread> threads)
    {
        Reserve(threads.Length);
        var groups = 0;
        for (var first = 0; first < threads.Length;)
        {
            var end = first;
            while (end < threads.Length && threads[end].Start == threads[first].Start)
            {
                _key[end] = threads[end].Instruction << 1;
                end++;
            }

            _key.AsSpan(first, end - first).Sort();
            _key[first] |= 1;
            _sources[groups++] = threads[first].Start;
            first = end;
        }

        return groups;
    }

    private int StateOf(AutomatonDefinition automaton, int kind, ReadOnlySpan<int> threads, int groups)
    {
        var hash = AutomatonMemory.HashOf(automaton.Number, kind, threads);
        var state = memory.Find(automaton.Number, kind, threads, hash);
        return state != 0 ? state : memory.Add(automaton.Number, kind, threads, hash, groups, automaton.Symbols.Count);
    }

    private void Reserve(int threads)
    {
        if (_key.Length >= threads) return;
        _key = new int[Math.Max(threads, 2 * _key.Length)];
        _sources = new int[_key.Length];
    }
}
