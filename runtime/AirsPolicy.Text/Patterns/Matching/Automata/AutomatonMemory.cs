namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// The states found so far, of all patterns that one scratch serves, in one block of cells: it grows to what the texts need, up to a bound,
/// and is
/// then begun anew by the next search. So memory is bounded, and nothing is left to the collector.
/// </summary>
/// <remarks>
/// A state is named by the place of its row, which has a cell for each symbol: 0 where it is not known what follows, the next state (with a
/// flag
/// where one thing is to be done), or the negative place of an action. Before the row stands its header, behind it its key.
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

    private int[] cells = [];
    private int[] buckets = [];
    private int used;
    private int states;
    private bool isFull;

    public int[] Cells => cells;

    /// <summary>Forgets every state where there was no room for one more. No search may be under way.</summary>
    public void BeginAnewIfFull()
    {
        if (!isFull) return;
        isFull = false;
        (used, states) = (0, 0);
        Array.Clear(buckets);
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
        if (states == 0) return 0;
        for (var state = buckets[hash & (buckets.Length - 1)]; state != 0; state = cells[state + Chain])
        {
            if (cells[state + Hash] == hash
                && cells[state + Automaton] == automaton
                && cells[state + Kind] == kind
                && KeyOf(state).SequenceEqual(key))
                return state;
        }

        return 0;
    }

    /// <summary>A new state, of which nothing is known to follow; 0 where there is no room.</summary>
    public int Add(int automaton, int kind, ReadOnlySpan<int> key, int hash, int groups, int width)
    {
        if (!TryReserve(HeaderLength + width + key.Length, out var at)) return 0;
        if (states >= buckets.Length) GrowBuckets();
        var state = at + HeaderLength;
        cells.AsSpan(state, width).Clear();
        key.CopyTo(cells.AsSpan(state + width));
        cells[state + Automaton] = automaton;
        cells[state + Kind] = kind;
        cells[state + Groups] = groups;
        cells[state + KeyLength] = key.Length;
        cells[state + Width] = width;
        cells[state + Hash] = hash;
        Chained(state);
        states++;
        return state;
    }

    /// <summary>
    /// What tells a state from others: for each match under way its instruction, twice, and one more where it starts a group.
    /// </summary>
    public ReadOnlySpan<int> KeyOf(int state) => cells.AsSpan(state + cells[state + Width], cells[state + KeyLength]);

    /// <summary>Room for so many cells, with whatever they held; false, and from then on full, where there is none.</summary>
    public bool TryReserve(int count, out int at)
    {
        // No state and no action is at 0.
        at = Math.Max(used, 1);
        if (isFull || at + count > maxCells)
        {
            isFull = true;
            return false;
        }

        if (at + count > cells.Length)
            Array.Resize(ref cells, Math.Min(maxCells, Math.Max(Math.Max(FirstCells, 2 * cells.Length), at + count)));
        used = at + count;
        return true;
    }

    private void GrowBuckets()
    {
        var old = buckets;
        buckets = new int[Math.Max(FirstBuckets, 4 * old.Length)];
        foreach (var first in old)
        {
            for (var state = first; state != 0;)
            {
                var next = cells[state + Chain];
                Chained(state);
                state = next;
            }
        }
    }

    private void Chained(int state)
    {
        ref var bucket = ref buckets[cells[state + Hash] & (buckets.Length - 1)];
        cells[state + Chain] = bucket;
        bucket = state;
    }
}
