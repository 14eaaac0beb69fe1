namespace AirsPolicy.Text.Windows;

/// <summary>
/// Finds literals of ASCII in a text that still arrives, a unit at a time (A. Aho, M. Corasick, Efficient String Matching, 1975).
/// Unchanging.
/// </summary>
internal sealed class AnchorAutomaton
{
    private readonly byte[] _classes = new byte[128];
    private readonly int _width;
    private readonly int[] _next;
    private readonly int[] _depths;
    private readonly int[][] _ends;

    /// <param name="literals">The literals.</param>
    /// <param name="ignoreCase">Whether capitals are taken for small letters.</param>
    public AnchorAutomaton(string[] literals, bool ignoreCase)
    {
        var classes = 1;
        foreach (var unit in literals.SelectMany(literal => literal).Select(unit => ignoreCase ? char.ToLowerInvariant(unit) : unit))
            _classes[unit] = _classes[unit] == 0 ? (byte)classes++ : _classes[unit];
        for (var unit = 'A'; ignoreCase && unit <= 'Z'; unit++)
            _classes[unit] = _classes[char.ToLowerInvariant(unit)];
        _width = classes;
        var states = 1 + literals.Sum(literal => literal.Length);
        _next = new int[states * _width];
        _depths = new int[states];
        var ends = Enumerable.Range(0, states).Select(_ => new List<int>()).ToArray();
        Link(Grow(literals, ends), ends);
        _ends = [.. ends.Select(list => list.ToArray())];
    }

    /// <summary>The state behind a unit.</summary>
    public int Next(int state, char unit) => unit < 128 ? _next[state * _width + _classes[unit]] : 0;

    /// <summary>How many units the longest beginning of a literal has with which the text ends, of those that are not whole.</summary>
    public int DepthOf(int state) => _depths[state];

    /// <summary>The literals with which the text ends, by their number.</summary>
    public int[] EndsOf(int state) => _ends[state];

    private int Grow(string[] literals, List<int>[] ends)
    {
        var count = 1;
        for (var number = 0; number < literals.Length; number++)
        {
            var state = 0;
            foreach (var unit in literals[number])
            {
                ref var next = ref _next[state * _width + _classes[unit]];
                if (next == 0)
                {
                    _depths[count] = _depths[state] + 1;
                    next = count++;
                }
                state = next;
            }
            ends[state].Add(number);
        }
        return count;
    }

    // State by state, those with less behind them first: what a state has no way for goes the way of its longest other beginning.
    private void Link(int count, List<int>[] ends)
    {
        var others = new int[count];
        var pending = new Queue<int>();
        for (var unit = 0; unit < _width; unit++)
        {
            if (_next[unit] > 0)
                pending.Enqueue(_next[unit]);
        }
        while (pending.TryDequeue(out var state))
        {
            ends[state].AddRange(ends[others[state]]);
            for (var unit = 0; unit < _width; unit++)
            {
                ref var next = ref _next[state * _width + unit];
                var other = _next[others[state] * _width + unit];
                if (next == 0)
                {
                    next = other;
                    continue;
                }
                others[next] = other;
                pending.Enqueue(next);
            }
        }
    }
}
