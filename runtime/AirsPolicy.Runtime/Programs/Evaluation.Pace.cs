using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What rules ask of charts beside their facts, and conditions that stand by themselves.</summary>
public sealed partial class Evaluation
{
    /// <summary>What each breaker that stands at the point says of the decision at hand.</summary>
    internal BreakerPass[] Passes => field ??= new BreakerPass[_policy.Tables.Breakers.Count];

    /// <summary>What each trigger came to at the signal at hand.</summary>
    internal TriggerStanding[] Standings { get; set; } = [];

    /// <summary>Whether the condition of a trigger has held at every signal for some time.</summary>
    /// <param name="trigger">The number of the trigger.</param>
    /// <param name="ticks">For how long.</param>
    [PolicyCallable]
    public bool HasHeld(int trigger, long ticks)
    {
        if (_state is null)
            Fail(StateFailure.NoState);
        else if (_now is not { } now)
            Fail(StateFailure.NoTime);
        else
            return _state.Pace.HasHeld(trigger, ticks, now);
        return false;
    }

    /// <summary>Whether the condition of a breaker does not hold, as far as that is seen without asking it: what it counts is too low for everybody, and nothing that it reads is missing.</summary>
    internal bool IsQuiet(TripTable trip, FactFrame facts)
    {
        if (trip.Counts.Count == 0 || _state is null || _now is not { } now)
            return false;
        foreach (var key in trip.Keys.AsSpan())
        {
            if (!facts.Has(key))
                return false;
        }
        foreach (var count in trip.Counts.AsSpan())
        {
            if (!_state.Events.IsBelow(count.Aggregate, count.Least, now))
                return false;
        }
        return true;
    }

    /// <summary>What a condition comes to on the facts at hand, apart from every rule.</summary>
    /// <param name="test">The number of the code.</param>
    /// <param name="failure">Why it cannot be told, or null.</param>
    internal TriggerStanding StandingOf(int test, out string? failure)
    {
        (_failure, _depth, _keyDepth, failure) = (FailureKind.None, 0, 0, null);
        BeginEvent(Outcome.Allow);
        var holds = false;
        try
        {
            holds = HoldsApart(test);
        }
        // A fault must not become a quiet trigger.
        catch (Exception fault)
        {
            Fail(FailureKind.Internal, fault.Message);
        }
        if (!Failed)
            return holds ? TriggerStanding.Holds : TriggerStanding.Quiet;
        failure = _failureDetail;
        _failure = FailureKind.None;
        return TriggerStanding.Unknown;
    }
}
