using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Tests;

/// <summary>A journal in memory, as a store keeps one: what it has taken brings a state back.</summary>
internal sealed class TakenChanges : IStateJournal
{
    private readonly Lock _order = new();
    private readonly List<(byte[] Bytes, ChangeRole Role)> _taken = [];
    // From where on changes count, and up to where those count that say everything again.
    private int _first;
    private int _whole;

    public StateKeeping Keeping => new(this, new byte[32]);

    public IReadOnlyList<(byte[] Bytes, ChangeRole Role)> Taken => _taken;

    public void Add(ReadOnlySpan<byte> change, ChangeRole role)
    {
        lock (_order)
            _taken.Add((change.ToArray(), role));
    }

    /// <summary>Has a state say everything again.</summary>
    /// <param name="isComplete">Whether it comes to an end before the crash.</param>
    public void Rewrite(PolicyState state, bool isComplete = true)
    {
        var start = _taken.Count;
        state.Rewrite();
        if (!isComplete)
            return;
        _first = _taken.FindIndex(start, taken => taken.Role == ChangeRole.Whole);
        _whole = _taken.Count;
    }

    /// <summary>The state as it is after a restart, for the next policy to go on with.</summary>
    public PolicyState Restored()
    {
        var state = new PolicyState(new PolicyStateDefinition([], []), keeping: Keeping);
        foreach (var (change, role) in _taken[_first..].Index().Where(IsIn).Select(taken => taken.Item).ToList())
            state.Apply(change);
        state.Restored();
        return state;

        bool IsIn((int Index, (byte[] Bytes, ChangeRole Role) Item) taken) =>
            taken.Item.Role != ChangeRole.Whole || _first + taken.Index < _whole;
    }
}
