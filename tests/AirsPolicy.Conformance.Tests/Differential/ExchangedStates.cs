using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// The state of a host whose bundle is exchanged in mid-session: for the same, or for another policy and back. Requests in flight are
/// decided by any of the states that there were, and it must make no difference by which. Now and then the host is ended and begins again
/// with what its journal has taken down, which makes no difference either: but for where texts came from, which no journal knows.
/// </summary>
internal sealed class ExchangedStates(PolicyStateDefinition definition, int seed)
{
    private const int MostInUse = 4;

    private static readonly PolicyStateDefinition s_other = new(
        [new KeptAggregate("other", StateOwner.Session, new AggregateDefinition(AggregateKind.Count, 0, 0))],
        [],
        ["other"],
        [new ChartDefinition("guardrail", [], []), new ChartDefinition("other", [], [])]);

    private readonly Random _random = new(seed);
    private readonly TakenChanges _taken = new();
    private readonly List<PolicyState> _inUse = [];

    /// <summary>How often it began again.</summary>
    public int Restarts { get; private set; }

    /// <summary>One of the states in use; now and then there is a new one.</summary>
    public PolicyState Any()
    {
        if (_inUse.Count == 0)
            _inUse.Add(new PolicyState(definition, keeping: _taken.Keeping));
        else if (definition.Origins.Count == 0 && _random.Next(16) == 0)
            Restart();
        if (_random.Next(8) == 0)
        {
            var last = _inUse[^1];
            _inUse.Add(new PolicyState(definition, _random.Next(2) == 0 ? last : new PolicyState(s_other, last)));
            if (_inUse.Count > MostInUse)
                _inUse.RemoveAt(0);
        }
        return _inUse[_random.Next(_inUse.Count)];
    }

    private void Restart()
    {
        if (_random.Next(3) == 0)
            _taken.Rewrite(_inUse[^1], isComplete: _random.Next(2) == 0);
        _inUse.Clear();
        _inUse.Add(new PolicyState(definition, _taken.Restored()));
        Restarts++;
    }
}
