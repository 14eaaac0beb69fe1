using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Programs.Past;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// What rules ask of the past. Without the state of the policy every question fails: nobody knows is never nothing happened.
/// </summary>
public sealed partial class Evaluation
{
    private readonly LimitPeek[] _peeks;
    private readonly LimitDraw[] _draws;
    private PolicyState? _state;
    private PointPast? _past;
    // Null where the facts have no time.
    private long? _now;
    private long? _instead;

    /// <summary>
    /// The number under which the decision made last with a state waits for people (<see cref="State.Recording.HeldDecisions"/>); null
    /// where it does not.
    /// </summary>
    public long? Held { get; internal set; }

    /// <summary>Writes the keys by which it is asked what is halted.</summary>
    internal StateKeyWriter HaltKeys { get; } = new();

    /// <summary>The evaluations that follow ask a state.</summary>
    /// <param name="now">The time of the decision in UTC ticks, or null where its facts have none.</param>
    /// <param name="instead">What is set aside in limits for the decision itself, which is made again; null for nothing.</param>
    internal void BeginPast(PolicyState state, PointPast past, long? now, long? instead = null)
    {
        (_state, _past, _now, _instead) = (state, past, now, instead);
        _keyDepth = 0;
        Held = null;
        foreach (ref readonly var draw in past.Draws.AsSpan())
            _peeks[draw.Limit] = default;
    }

    /// <summary>The evaluations that follow have no state.</summary>
    internal void EndPast() => (_state, _past) = (null, null);

    /// <summary>
    /// How many events count for a key, how many different values they had, or the sum of their numbers, durations or sizes.
    /// </summary>
    /// <param name="aggregate">The number of the aggregate.</param>
    /// <param name="key">The key, which ends here.</param>
    [PolicyCallable]
    public long TotalOf(int aggregate, long key)
    {
        if (!SumAmount.TryToLong(Read(aggregate, key), out var total))
            Fail(StateFailure.Overflow);
        return total;
    }

    /// <summary>The sum of decimals or amounts of the events that count for a key.</summary>
    [PolicyCallable]
    public decimal DecimalTotalOf(int aggregate, long key)
    {
        if (!SumAmount.TryToDecimal(Read(aggregate, key), out var total))
            Fail(StateFailure.Overflow);
        return total;
    }

    /// <summary>Whether the draw of this decision takes the total of a limit over one of its shares.</summary>
    /// <param name="limit">The number of the limit.</param>
    /// <param name="arm">The number of the share.</param>
    [PolicyCallable]
    public bool LimitPassed(int limit, int arm)
    {
        if (Failed)
            return false;
        var peek = Peek(limit);
        if (peek.Failure != FailureKind.None)
            Fail(peek.Failure, peek.Detail);
        return !Failed && arm < peek.Passed;
    }

    /// <summary>
    /// What the decision draws if it goes on: from each limit whose control is in force and of which the draw can be worked out.
    /// </summary>
    /// <returns>By rising number of the limit; until the next call.</returns>
    internal ReadOnlySpan<LimitDraw> Draws()
    {
        var count = 0;
        foreach (ref readonly var draw in _past!.Draws.AsSpan())
        {
            if (CompiledPolicy.IsDetect(_policy.Tables.Controls[draw.Table.Control], _policy.Point(_point).Today(_frame)))
                continue;
            var peek = Peek(draw.Limit);
            if (peek.Failure == FailureKind.None && peek.Draw is { } drawn)
                _draws[count++] = drawn;
        }
        return _draws.AsSpan(0, count);
    }

    private Int128 Read(int aggregate, long key)
    {
        var asked = End(key);
        if (Failed)
            return 0;
        if (_state is null)
            return Fail(StateFailure.NoState);
        if (_now is not { } now)
            return Fail(StateFailure.NoTime);
        var reading = _state.Events.Read(aggregate, asked, now);
        return reading.Failure == FailureKind.None ? reading.Amount : Fail(reading.Cause);
    }

    private LimitPeek Peek(int limit)
    {
        if (_peeks[limit] is { Known: true } known && _state is not null)
            return known;
        var (passed, draw) = Look(limit);
        var peek = new LimitPeek(true, _failure, _failureDetail, passed, draw);
        _failure = FailureKind.None;
        return _peeks[limit] = peek;
    }

    private (int Passed, LimitDraw? Draw) Look(int limit)
    {
        if (_state is null || _past!.TestOf(limit) is not { } test)
        {
            Fail(StateFailure.NoState);
            return default;
        }
        BeginEvent(Outcome.Allow);
        if (!HoldsApart(test) && !Failed)
            return default;
        if (!Failed && _now is null)
            Fail(StateFailure.NoTime);
        if (Failed)
            return default;
        var drawn = _state.Limits.Peek(limit, _eventKey.Key, _now!.Value, _instead);
        if (drawn.Failure != FailureKind.None)
        {
            Fail(drawn.Cause);
            return default;
        }
        var standing = _policy.Arms[limit].Of(_eventAllowed, drawn.Amount, _eventAmount);
        return (standing.Passed, new LimitDraw(limit, _eventKey, _eventAmount, standing.Ceiling));
    }

    private Int128 Fail(Failure failure)
    {
        Fail(failure.Kind, failure.Detail);
        return 0;
    }
}
