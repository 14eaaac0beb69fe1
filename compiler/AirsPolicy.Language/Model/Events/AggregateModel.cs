using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Model.Events;

/// <summary>
/// What the decisions of the past add up to, as rules ask for it: <c>count of</c>, <c>sum of</c>, <c>mean of</c>, <c>deviation of</c>,
/// <c>distinct of</c>, <c>earlier</c>.
/// Aggregates that count the same are one, however often rules ask.
/// </summary>
/// <param name="Kind">What is made of the events.</param>
/// <param name="Fate">Which decisions are events.</param>
/// <param name="Sources">
/// The decisions that are events, at most one for a point and tool, in the order of the table of points and of the tools. A decision that
/// is of none is no event.
/// </param>
/// <param name="Within">How long an event counts, in ticks of 100 ns; 0 for as long as its key lives.</param>
/// <param name="UpTo">
/// The greatest count that has to be told where it is compared with constants only, at most 1,001; else 0. The window is then exact.
/// </param>
/// <param name="Owned">The first key is that of a session or run and there is no window: with its end the whole key is forgotten.</param>
/// <param name="Breaker">
/// The breaker whose <c>trip when</c> asks, or null. What it has counted for a key is forgotten when the breaker closes for that key, which
/// is the first of the keys; there is none where the breaker is of the system.
/// </param>
/// <param name="Order">For steps: the order that they are to keep to; null for all others.</param>
public sealed record AggregateModel(
    AggregateKind Kind,
    EventFate Fate,
    ValueList<EventSourceModel> Sources,
    long Within,
    int UpTo,
    bool Owned,
    OrderModel? Order = null,
    string? Breaker = null)
{
    /// <summary>With whose end its keys are forgotten.</summary>
    public StateOwner Owner => Owned && Sources.Count > 0 ? KeyOwner.Of(Sources[0].Keys) : StateOwner.None;

    /// <summary>Keys with one first value can be forgotten together.</summary>
    public bool FirstKeyOwns => Owned || Breaker is not null;
}

/// <summary>How a recorded decision feeds an aggregate. The expressions are bound to the facts of that decision.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">
/// The tool, by its name in the language, where something of its own is read; null for any tool, and where the point knows none.
/// </param>
/// <param name="Where">
/// A bool: whether the decision counts; null for always. One that cannot be evaluated makes the aggregate fail for everyone while the event
/// would count.
/// </param>
/// <param name="Keys">Who or what it counts for; as many as the definition has at every source. None: the system as a whole.</param>
/// <param name="Value">
/// What is summed (int, decimal, money, duration or size), has a mean or deviation (the same, int as decimal), or of what different
/// values are counted; null for counts.
/// </param>
public sealed record EventSourceModel(string Point, string? Tool, Expression? Where, ValueList<Expression> Keys, Expression? Value);
