using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Decisions that wait for people, and are made again once they have agreed.</summary>
public sealed partial class CompiledPolicy
{
    private readonly HeldFacts[] _heldFacts;
    private readonly Dictionary<string, QueueDefinition> _queues;

    /// <summary>Whether a decision of the policy can wait for people.</summary>
    public bool CanHold { get; }

    /// <summary>Has a decision wait that was made without the state, where nothing at its point has to do with the past. One that is not held is given back as it is.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">The facts that were decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="evaluation">The evaluation that made it, which then says under which number it waits.</param>
    /// <param name="state">The state of this policy.</param>
    public Decision Keep(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(state);
        evaluation.Held = null;
        try
        {
            return Waiting(point, facts, decision, evaluation, state, _points[point].Now(facts) ?? 0, claim: null);
        }
        catch (Exception fault)
        {
            return Refuse(point, fault);
        }
    }

    /// <summary>
    /// The decision on what has waited for people, made again on fresh facts: who has approved it is among them, and holds of which enough people have approved are met. What else blocks it
    /// blocks it now as well. An approval counts for what was approved: where the facts ask for something else nobody has approved it, and it waits anew.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="state">The state of this policy.</param>
    /// <param name="held">The number under which it waits.</param>
    /// <param name="unread">Why the facts could not be read or do not fit, and the frame holds only what of them does; null where they fit.</param>
    public Decision Resume(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long held, Failure? unread = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(state);
        evaluation.Held = null;
        var now = _points[point].Now(facts) ?? 0;
        if (state.Held.Find(held, now) is { Request.Decision.Point: var waits } && waits != NameOf(point))
            return FailedPoint.Decide(NameOf(point), new Failure(FailureKind.Unknown, $"Request {held} waits at '{waits}' and not at '{NameOf(point)}'."), [], Bundle);
        if (state.Held.Claim(held, now, out var reason) is not { } claim)
            return FailedPoint.Decide(NameOf(point), new Failure(FailureKind.Unknown, reason!.Message), [], Bundle);
        var decision = (Decision?)null;
        try
        {
            decision = Past(point, facts) is { } past ? _overTime.Decide(point, past, facts, unread, evaluation, state, claim)
                : unread is null ? DecideUnderHalts(point, facts, evaluation, state, claim)
                : Refuse(point, unread);
            return unread is null ? Ending(point, facts, decision, state) : decision;
        }
        finally
        {
            // Whatever went wrong on the way, it is settled: what is set aside goes back, and nobody decides on it again.
            if (claim.Reservation is { } setAside)
                state.Limits.Release(setAside);
            if (evaluation.Held is null)
                state.Held.Settle(claim, decision?.Outcome < Outcome.Hold, now);
        }
    }

    /// <summary>What the facts of a point say of what is held.</summary>
    internal HeldFacts HeldFacts(int point) => _heldFacts[point];

    /// <summary>The decision where holds of which enough people have approved are met.</summary>
    internal Decision Met(int point, FactFrame facts, Decision decision) => _heldFacts[point].Met(decision, facts, queue => QueueOf(queue).Approvals);

    /// <summary>Whether what has been approved is something else than what a decision would let go on; from then on it counts for nothing.</summary>
    internal bool IsOfOther(int point, FactFrame facts, Decision decision, HeldClaim claim) =>
        !claim.IsOfOther && claim.Approvals.Count > 0
        && (claim.IsOfOther = claim.Decision.Request?.Digest != _heldFacts[point].Digest(decision, facts, _points[point].Tool(facts)));

    /// <summary>Has a decision wait, and gives its number; null where too many do.</summary>
    /// <param name="reservation">What is set aside for it in limits, or null.</param>
    /// <param name="onRefusal">What is written down where it is refused.</param>
    /// <param name="claim">What it is made of again, or null.</param>
    internal long? HoldFor(int point, FactFrame facts, Decision decision, PolicyState state, long now, long? reservation, RecordedEvent[] onRefusal, HeldClaim? claim)
    {
        var tool = _points[point].Tool(facts);
        var request = _heldFacts[point].Of(decision, facts, QueueOf, tool, now, claim?.Decision.Request);
        var held = new HeldDecision(request.Due, state.Events, onRefusal, state.Limits, reservation, state.Halts, HaltsOnSilence(point, facts, decision, request.Due), request);
        return claim is null ? state.Held.Add(held) : state.Held.Hold(claim, held);
    }

    private Decision Decided(int point, FactFrame facts, Evaluation evaluation, HeldClaim? claim)
    {
        var decision = DecideApproved(point, facts, evaluation);
        if (claim is null || decision.Outcome > Outcome.Hold || !IsOfOther(point, facts, decision, claim))
            return decision;
        _heldFacts[point].Put(facts, []);
        return DecideApproved(point, facts, evaluation);
    }

    private Decision Waiting(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now, HeldClaim? claim)
    {
        if (decision.Outcome != Outcome.Hold)
            return decision;
        evaluation.Held = HoldFor(point, facts, decision, state, now, reservation: null, onRefusal: [], claim);
        return evaluation.Held is null ? Unkept(point, HeldDecisions.TooMany) : decision;
    }

    // A hold for a queue that nobody has declared is one that nobody can approve.
    private QueueDefinition QueueOf(string name) => _queues.GetValueOrDefault(name) ?? new QueueDefinition(name, [], int.MaxValue);

    private string NameOf(int point) => Tables.Points[point].Layout.Point;

    private static bool Holds(IEnumerable<Effect> effects) => effects.Any(effect => effect is HoldEffect);
}
