namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// The states of a deterministic automaton, before equal ones are merged: which steps may come next, and whether the run may end. All of
/// them are reached from the first, and from each a run can still be completed.
/// </summary>
internal sealed class StepStates
{
    private readonly Dictionary<(UInt128 Next, bool Complete), int> _numbers = [];
    private readonly List<(UInt128 Next, bool Complete)> _states = [];

    /// <param name="positions">The steps; without a problem.</param>
    /// <param name="named">The steps of each name.</param>
    public StepStates(StepPositions positions, UInt128[] named)
    {
        var whole = positions.Whole!;
        Number((whole.First, whole.CanBeAbsent));
        for (var state = 0; state < _states.Count && !TooMany; state++)
        {
            foreach (var steps in named)
            {
                var taken = _states[state].Next & steps;
                Moves.Add(taken == 0 ? StepAutomaton.Left : Number((positions.After(taken), (taken & whole.Last) != 0)));
            }
        }
    }

    public bool TooMany => _states.Count > StepLimits.MaxStates;

    public int Count => _states.Count;

    /// <summary>For each state one state a name, or <see cref="StepAutomaton.Left"/>.</summary>
    public List<int> Moves { get; } = [];

    public bool IsComplete(int state) => _states[state].Complete;

    private int Number((UInt128 Next, bool Complete) state)
    {
        if (_numbers.TryGetValue(state, out var number))
            return number;
        _numbers.Add(state, _states.Count);
        _states.Add(state);
        return _states.Count - 1;
    }
}
