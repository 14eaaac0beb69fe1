using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Programs.Past;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// What a decision adds to what is counted, and draws from limits: told by the emitted code of a feed or draw, key first.
/// </summary>
public sealed partial class Evaluation
{
    private Outcome _eventOutcome;
    private bool _eventKeyKnown;
    private EventKey _eventKey;
    private StateKey? _eventValue;
    private Int128 _eventAmount;
    private Int128 _eventAllowed;

    /// <summary>The outcome of the decision that is recorded, as the index of its name.</summary>
    [PolicyCallable]
    public long EventOutcome() => (long)_eventOutcome;

    /// <summary>
    /// Whom the event counts for, or who draws. Gives true, so that what follows is evaluated; false where the key cannot be told.
    /// </summary>
    /// <param name="key">The key, which ends here.</param>
    [PolicyCallable]
    public bool EventFor(long key)
    {
        _eventKey = new EventKey(End(key), _keyOwner);
        return _eventKeyKnown = !Failed;
    }

    /// <summary>The event adds a number, duration or size. Gives true.</summary>
    [PolicyCallable]
    public bool EventAdds(long amount)
    {
        _eventAmount = amount;
        return true;
    }

    /// <summary>The event adds a decimal or amount. Gives true.</summary>
    [PolicyCallable]
    public bool EventAddsDecimal(decimal amount)
    {
        _eventAmount = Summed(amount);
        return true;
    }

    /// <summary>The event has a value of which the different ones are counted. Gives true.</summary>
    /// <param name="value">The value as a key, which ends here.</param>
    [PolicyCallable]
    public bool EventHas(long value)
    {
        _eventValue = End(value);
        return true;
    }

    /// <summary>One is drawn. Gives true.</summary>
    /// <param name="allowed">What the limit allows.</param>
    [PolicyCallable]
    public bool DrawOne(long allowed) => Drawn(1, allowed);

    /// <summary>A number, duration or size is drawn. Gives true.</summary>
    [PolicyCallable]
    public bool DrawAmount(long amount, long allowed) => Drawn(amount, allowed);

    /// <summary>A decimal or amount is drawn. Gives true.</summary>
    [PolicyCallable]
    public bool DrawDecimal(decimal amount, decimal allowed) => Drawn(Summed(amount), Summed(allowed));

    /// <summary>What the decision at hand adds to an aggregate; null where it does not count.</summary>
    /// <param name="feed">The aggregate and the code.</param>
    /// <param name="outcome">The outcome of the decision.</param>
    internal RecordedEvent? EventOf(in Feed feed, Outcome outcome)
    {
        _failure = FailureKind.None;
        _depth = 0;
        _keyDepth = 0;
        BeginEvent(outcome);
        try
        {
            if (!HoldsApart(feed.Test) && !Failed)
                return null;
        }
        // A fault must not become an event that never was.
        catch (Exception fault)
        {
            Fail(FailureKind.Internal, fault.Message);
        }
        var failure = _failure;
        _failure = FailureKind.None;
        return new RecordedEvent(feed.Aggregate, _eventKeyKnown ? _eventKey : null, _eventAmount, _eventValue, failure);
    }

    private void BeginEvent(Outcome outcome)
    {
        _eventOutcome = outcome;
        _eventKeyKnown = false;
        _keyOwner = default;
        _eventValue = null;
        _eventAmount = 1;
    }

    private bool Drawn(Int128 amount, Int128 allowed)
    {
        if (amount < 0)
            Fail(StateFailure.NegativeDraw);
        if (allowed < 0)
            Fail(StateFailure.NegativeLimit);
        (_eventAmount, _eventAllowed) = (amount, allowed);
        return true;
    }

    private Int128 Summed(decimal value)
    {
        if (!SumAmount.TryOf(value, out var amount))
            Fail(StateFailure.Overflow);
        return amount;
    }
}
