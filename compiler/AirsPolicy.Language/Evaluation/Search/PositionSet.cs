namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>Positions in a text, each once, in the order in which they came.</summary>
internal sealed class PositionSet
{
    // So many are looked through one by one.
    private const int Few = 16;

    private readonly List<int> _positions = [];
    private readonly HashSet<int> _many = [];

    public int Count => _positions.Count;

    public int this[int index] => _positions[index];

    /// <summary>Whether the position was not among them.</summary>
    public bool Add(int position)
    {
        if (Contains(position))
            return false;
        _positions.Add(position);
        if (_positions.Count > Few)
            _many.UnionWith(_positions.Count == Few + 1 ? _positions : [position]);
        return true;
    }

    public void AddAll(PositionSet others)
    {
        for (var i = 0; i < others.Count; i++)
            Add(others[i]);
    }

    public void Clear()
    {
        _positions.Clear();
        _many.Clear();
    }

    /// <summary>The greatest of them, or <paramref name="least"/> where that is greater.</summary>
    public int Greatest(int least)
    {
        for (var i = 0; i < Count; i++)
            least = Math.Max(least, _positions[i]);
        return least;
    }

    private bool Contains(int position) => _positions.Count <= Few ? _positions.Contains(position) : _many.Contains(position);
}
