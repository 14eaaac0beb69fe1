using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>What a decision adds to one aggregate, worked out from its facts and ready to be written down.</summary>
/// <param name="Aggregate">The number of the aggregate.</param>
/// <param name="Key">Whom it counts for; null where that cannot be told.</param>
/// <param name="Amount">1 for counts; for sums in the units of <see cref="Numbers.SumAmount"/>.</param>
/// <param name="Value">For different values, the value.</param>
/// <param name="Failure">Why it cannot be told what it adds, or <see cref="FailureKind.None"/>.</param>
internal readonly record struct RecordedEvent(int Aggregate, EventKey? Key, Int128 Amount, StateKey? Value, FailureKind Failure)
{
    /// <summary>Writes it down.</summary>
    public void RecordIn(EventHistory history, long now)
    {
        if (Key is not { } key)
            history.RecordFailure(Aggregate, Failure, now);
        else if (Failure != FailureKind.None)
            history.RecordFailure(Aggregate, key, Failure, now);
        else if (Value is { } value)
            history.RecordValue(Aggregate, key, value, now);
        else
            history.Record(Aggregate, key, Amount, now);
    }
}
