namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// The states found so far, of all patterns that one scratch serves, in one block of cells: it grows to what the texts need, up to a bound,
/// and is then begun anew by the next search. So memory is bounded, and nothing is left to the collector.
/// </summary>
/// <remarks>
/// A state is named by the place of its row, which has a cell for each symbol: 0 where it is not known what follows, the next state (with a
/// flag where one thing is to be done), or the negative place of an action. Before the row stands its header, behind it its key.
/// </remarks>
/// <param name="maxCells">The most cells of four bytes.</param>
internal sealed class AutomatonMemory(int maxCells)
{
    /// <summary>Places in the header of a state, before its row.</summary>
    public const int Chain = -7, Automaton = -6, Kind = -5, Groups = -4, KeyLength = -3, Width = -2, Hash = -1;

    /// <summary>Flags of the next state: one group more begins here, the last; or nothing is under way any more.</summary>
    public const int Birth = 1 << 30, End = 1 << 29;

    /// <summary>What of a cell with a flag is the state.</summary>
    public const int State = End - 1;

    private const int HeaderLength = 7;
    private const int FirstCells = 1 << 10;
    private const int FirstBuckets = 1 << 6;

    private int[] _cells = [];
    private int[] _buckets = [];
    private int _used;
    private int _states;
    private bool _isFull;

    public int[] Cells => _cells;

    /// <summary>Forgets every state where there was no room for one more. No search may be under way.</summary>
    public void BeginAnewIfFull()
    {
        if (!_isFull) return;
        _isFull = false;
        (_used, _states) = (0, 0);
        Array.Clear(_buckets);
    }

    /// <summary>The hash that a state is kept by.</summary>
    public static int HashOf(int automaton, int kind, ReadOnlySpan<int> key)
    {
        var hash = automaton * 31 + kind;
        foreach (var part in key) hash = unchecked(hash * 16777619 ^ part);
        return hash ^ hash >>> 15;
    }

    /// <summary>The state of an automaton with that key, or 0.</summary>
    public int Find(int automaton, int kind, ReadOnlySpan<int> key, int hash)
    {
        if (_states == 0) return 0;
        for (var state = _buckets[hash & (_buckets.Length - 1)]; state != 0; state = _cells[state + Chain])
        {
            if (_cells[state + Hash] == hash
                && _cells[state + Automaton] == automaton
                && _cells[state + Kind] == kind
                && KeyOf(state).SequenceEqual(key))
                return state;
        }

        return 0;
    }

    /// <summary>A new state, of which nothing is known to follow; 0 where there is no room.</summary>
    public int Add(int automaton, int kind, ReadOnlySpan<int> key, int hash, int groups, int width)
    {
        if (!TryReserve(HeaderLength + width + key.Length, out var at)) return 0;
        if (_states >= _buckets.Length) GrowBuckets();
        var state = at + HeaderLength;
        _cells.AsSpan(state, width).Clear();
        key.CopyTo(_cells.AsSpan(state + width));
        _cells[state + Automaton] = automaton;
        _cells[state + Kind] = kind;
        _cells[state + Groups] = groups;
        _cells[state + KeyLength] = key.Length;
        _cells[state + Width] = width;
        _cells[state + Hash] = hash;
        Chained(state);
        _states++;
        return state;
    }

    /// <summary>
    /// What tells a state from others: for each match under way its instruction, twice, and one more where it starts a group.
    /// </summary>
    public ReadOnlySpan<int> KeyOf(int state) => _cells.AsSpan(state + _cells[state + Width], _cells[state + KeyLength]);

    /// <summary>Room for so many cells, with whatever they held; false, and from then on full, where there is none.</summary>
    public bool TryReserve(int count, out int at)
    {
        // No state and no action is at 0.
        at = Math.Max(_used, 1);
        if (_isFull || at + count > maxCells)
        {
            _isFull = true;
            return false;
        }

        if (at + count > _cells.Length)
            Array.Resize(ref _cells, Math.Min(maxCells, Math.Max(Math.Max(FirstCells, 2 * _cells.Length), at + count)));
        _used = at + count;
        return true;
    }

    private void GrowBuckets()
    {
        var old = _buckets;
        _buckets = new int[Math.Max(FirstBuckets, 4 * old.Length)];
        foreach (var first in old)
        {
            for (var state = first; state != 0;)
            {
                var next = _cells[state + Chain];
                Chained(state);
                state = next;
            }
        }
    }

    private void Chained(int state)
    {
        ref var bucket = ref _buckets[_cells[state + Hash] & (_buckets.Length - 1)];
        _cells[state + Chain] = bucket;
        bucket = state;
    }
}
