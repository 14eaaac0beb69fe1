using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What rules ask of charts beside their facts, and conditions that stand by themselves.</summary>
public sealed partial class Evaluation
{
    /// <summary>Every breaker was closed when the decision at hand began; nothing else is said of it then.</summary>
    internal bool PassesAll { get; set; }

    /// <summary>What each breaker that stands at the point says of the decision at hand, unless it <see cref="PassesAll"/>.</summary>
    internal BreakerPass[] Passes => field ??= new BreakerPass[_policy.Tables.Breakers.Count];

    /// <summary>What each trigger came to at the signal at hand.</summary>
    internal TriggerResult[] TriggerResults { get; set; } = [];

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

    /// <summary>Whether what is counted is too low for everybody. False where nobody knows.</summary>
    internal bool AreBelow(ReadOnlySpan<(int Aggregate, long Least)> counts) =>
        _state is not null && _now is { } now && _state.Events.AreBelow(counts, now);

    /// <summary>What a condition comes to on the facts at hand, apart from every rule.</summary>
    /// <param name="test">The number of the code.</param>
    /// <param name="failure">Why it cannot be told, or null.</param>
    internal TriggerResult ResultOf(int test, out string? failure)
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
            return holds ? TriggerResult.Holds : TriggerResult.Quiet;
        failure = _failureDetail;
        _failure = FailureKind.None;
        return TriggerResult.Unknown;
    }
}
