namespace AirsPolicy.Text.Windows;

/// <summary>
/// The states that a search has met: each is what is under way, an instruction and how many units ago it began, and what stands before.
/// Numbered as they are met, and forgotten all together where there are too many. One thread at a time.
/// </summary>
internal sealed class WindowStates
{
    /// <summary>The most states kept, and the most numbers that all of them hold together.</summary>
    public const int Most = 8_192, MostCells = 1 << 20;

    private int[] _cells = new int[1_024];
    private int[] _first = new int[256];
    private int[] _oldest = new int[256];
    private int[] _next = new int[256];
    private int[] _buckets = new int[1_024];
    private int _count;

    public WindowStates() => _buckets.AsSpan().Fill(-1);

    public int Count => _count;

    /// <summary>Whether there is room for one more.</summary>
    public bool HasRoomFor(int cells) => _count < Most && (_count == 0 ? 0 : _first[_count]) + cells <= MostCells;

    /// <summary>
    /// What a state is of: what stands before, and then instruction and age of everything under way, by item, the oldest first.
    /// </summary>
    public ReadOnlySpan<int> this[int state] => _cells.AsSpan(_first[state], _first[state + 1] - _first[state]);

    /// <summary>How many units ago the oldest of what is under way began for which text is kept back; 0 where nothing is.</summary>
    public int OldestOf(int state) => _oldest[state];

    public void Clear()
    {
        _count = 0;
        _buckets.AsSpan().Fill(-1);
    }

    /// <summary>The number of a state, a new one where it has not been met.</summary>
    /// <param name="cells">What it is of.</param>
    /// <param name="oldest">How many units ago the oldest began for which text is kept back.</param>
    public int Intern(ReadOnlySpan<int> cells, int oldest)
    {
        var hash = new HashCode();
        foreach (var cell in cells)
            hash.Add(cell);
        ref var bucket = ref _buckets[(uint)hash.ToHashCode() % (uint)_buckets.Length];
        for (var known = bucket; known >= 0; known = _next[known])
        {
            if (this[known].SequenceEqual(cells))
                return known;
        }
        var state = _count++;
        Grow(state, cells.Length);
        cells.CopyTo(_cells.AsSpan(_first[state]));
        _first[state + 1] = _first[state] + cells.Length;
        _oldest[state] = oldest;
        _next[state] = bucket;
        bucket = state;
        return state;
    }

    private void Grow(int state, int cells)
    {
        if (state + 2 > _first.Length)
        {
            Array.Resize(ref _first, 2 * _first.Length);
            Array.Resize(ref _oldest, _first.Length);
            Array.Resize(ref _next, _first.Length);
        }
        if (state == 0)
            _first[0] = 0;
        while (_first[state] + cells > _cells.Length)
            Array.Resize(ref _cells, 2 * _cells.Length);
    }
}
