using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Past;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Decisions that ask the past, draw from limits, wait for people, or are written down for those that follow.</summary>
public sealed partial class CompiledPolicy
{
    /// <summary>Whether the policy keeps anything between decisions, so that it needs a state.</summary>
    public bool KeepsState => Past.IsKept;

    /// <summary>What the policy keeps, for <see cref="PolicyState"/>.</summary>
    public PolicyStateDefinition State =>
        new(
            Tables.Aggregates.Select(aggregate => aggregate.Kept).ToValueList(),
            Tables.Limits.Select(limit => limit.Kept).ToValueList(),
            Tables.Origins,
            Tables.Charts.Select(chart => chart.Definition).ToValueList());

    internal PolicyPast Past { get; }

    internal LimitArms[] Arms { get; }

    /// <summary>Whether a decision reads of the state or writes to it. One that does not may be made without.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="state">The state of this policy.</param>
    public bool NeedsState(int point, FactFrame facts, PolicyState state) => Past.Concerns(point, facts, state);

    /// <summary>
    /// The decision on facts that lie in a frame, with the past at hand. What it draws from limits is drawn, or set aside where it is held,
    /// and what became of it is written down; where its draws are taken by others meanwhile it is decided anew. Those that concern one
    /// session are made one after the other (<see cref="PolicyState.Sessions"/>). One that lets a session end forgets what was kept for it.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="state">The state of this policy.</param>
    public Decision Decide(int point, FactFrame facts, Evaluation evaluation, PolicyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Past.Decide(Past.TurnOf(point, facts, evaluation, state));
    }

    /// <summary>The decision on facts that could not be read or do not fit, written down as far as they can be made out.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">What of them fits (<see cref="Facts.Json.FittingFacts"/>), with the time.</param>
    /// <param name="failure">Why they were refused.</param>
    /// <param name="evaluation">An evaluation of this policy.</param>
    /// <param name="state">The state of this policy.</param>
    public Decision Refuse(int point, FactFrame facts, Failure failure, Evaluation evaluation, PolicyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Past.Decide(Past.TurnOf(point, facts, evaluation, state), failure);
    }

    /// <summary>
    /// Has a decision wait that was made without the state, where nothing at its point has to do with the past. One that is not held is
    /// given back as it is.
    /// </summary>
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
            return Past.Holds.Wait(Past.TurnOf(point, facts, evaluation, state), decision);
        }
        catch (Exception fault)
        {
            return Refuse(point, fault);
        }
    }

    /// <summary>
    /// The decision on what has waited for people, made again on fresh facts: who has approved it is among them, and holds of which enough
    /// people have approved are met. What else blocks it blocks it now as well. An approval counts for what was approved: where the facts
    /// ask for something else nobody has approved it, and it waits anew.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="state">The state of this policy.</param>
    /// <param name="held">The number under which it waits.</param>
    /// <param name="unread">
    /// Why the facts could not be read or do not fit, and the frame holds only what of them does; null where they fit.
    /// </param>
    public Decision Resume(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long held, Failure? unread = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(state);
        evaluation.Held = null;
        var now = _points[point].Now(facts) ?? 0;
        if (state.Held.Find(held, now) is { Request.Decision.Point: var waits } && waits != NameOf(point))
            return Unkept(point, new Failure(FailureKind.Unknown, $"Request {held} waits at '{waits}' and not at '{NameOf(point)}'."));
        if (state.Held.Claim(held, now, out var reason) is not { } claim)
            return Unkept(point, new Failure(FailureKind.Unknown, reason!.Message));
        var decision = (Decision?)null;
        try
        {
            return decision = Past.Decide(Past.TurnOf(point, facts, evaluation, state, claim), unread);
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

    /// <summary>
    /// Decides whether a request may wait that a reviewer has changed, with their approval of it as it is now. The one before is settled
    /// then, once; where something blocks the change it waits on.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="state">The state of this policy.</param>
    /// <param name="held">The number of the request before.</param>
    /// <param name="review">The word of the reviewer, on the request before.</param>
    internal ReviewResult Edit(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long held, Review review)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(state);
        var now = _points[point].Now(facts) ?? 0;
        if (state.Held.ClaimToEdit(held, review, now, out var reason) is not { } claim)
            return reason;
        evaluation.Held = null;
        try
        {
            var decision = Past.Edit(Past.TurnOf(point, facts, evaluation, state, claim));
            return evaluation.Held is not { } number ? ReviewMessages.EditRefused(held, ApprovalPoint.Why(decision))
                : number == held ? ReviewMessages.SameContent(held)
                : state.Held.Find(number, now) is { } edited ? ReviewMessages.Edited(held, edited)
                : state.Held.Check(held, review, now);
        }
        finally
        {
            if (evaluation.Held is null)
                state.Held.PutBack(claim);
            // The request as it is now may draw nothing.
            else if (evaluation.Held != held && claim.Reservation is { } setAside)
                state.Limits.Release(setAside);
        }
    }

    /// <summary>The session that a decision has ended; null for none, as where the end is refused or waits for people.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">The facts that were decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>The fact <c>session.id</c>.</returns>
    public string? EndedBy(int point, FactFrame facts, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Past.EndedBy(point, facts, decision);
    }

    /// <summary>What a run is if it is over now; null where the policy holds it to nothing, or cannot tell.</summary>
    /// <param name="state">The state of this policy.</param>
    /// <param name="run">The key of its id alone.</param>
    /// <param name="reached">
    /// The goals, by name, of which the application has found that they are reached. Those that the policy tells by <c>where</c> it tells
    /// alone.
    /// </param>
    /// <param name="now">The time, in UTC ticks.</param>
    public RunOutcome? OutcomeOf(PolicyState state, in StateKey run, IReadOnlyCollection<string> reached, long now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reached);
        return Past.Runs.OutcomeOf(state, run, reached, now);
    }

    /// <summary>The decision where one could not be kept, so that it must not go on.</summary>
    internal Decision Unkept(int point, Failure failure) => FailedPoint.Decide(NameOf(point), failure, [], Bundle);

    /// <summary>The decision, refused since a person may not bring back what they ask for.</summary>
    internal Decision RefusedRecovery(Decision decision, RuleOrigin origin, string reason)
    {
        var refusal = new MatchedRule(origin, [new BlockEffect(reason)], Refusal: new Refusal(RefusalKind.Recovery, reason));
        return EffectJoin.Decide(decision.Point, [.. decision.Fired, .. decision.Detected, refusal], bundle: Bundle).WithStops(Tables.Stops);
    }

    internal string NameOf(int point) => Tables.Points[point].Layout.Point;
}
