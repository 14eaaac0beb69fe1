using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// Decides with the past at hand: what the decision draws is drawn, and what became of it is written down. A decision below hold went on, one above it is refused,
/// and one that is held waits.
/// </summary>
internal sealed class DecisionsOverTime(CompiledPolicy policy)
{
    /// <summary>The decision on facts in a frame.</summary>
    /// <param name="unread">Why the facts could not be read or do not fit, and the frame holds only what of them does; null where they fit.</param>
    /// <param name="claim">What has waited for people and is decided again; null for what comes for the first time.</param>
    public Decision Decide(int point, StandingPast past, FactFrame facts, Failure? unread, Evaluation evaluation, PolicyState state, HeldClaim? claim = null)
    {
        if (!policy.Pace.TakesTurns(point))
            return DecideNow(point, past, facts, unread, evaluation, state, claim);
        lock (state.Pace.Turn)
            return DecideNow(point, past, facts, unread, evaluation, state, claim);
    }

    private Decision DecideNow(int point, StandingPast past, FactFrame facts, Failure? unread, Evaluation evaluation, PolicyState state, HeldClaim? claim)
    {
        var now = policy.Point(point).Now(facts);
        var entered = false;
        try
        {
            if (now is { } time)
                state.Held.Advance(time);
            policy.HeldFacts(point).Put(facts, claim?.Approvals ?? []);
            policy.PutRun(point, facts, state, now ?? 0);
            evaluation.BeginPast(state, past, now, claim?.Reservation);
            evaluation.PutLabels(policy.SessionLabels(point), facts, state);
            policy.Pace.Put(point, facts, state, now ?? 0);
            policy.Breakers.Enter(point, facts, evaluation, state, now ?? 0);
            entered = true;
            if (unread is not null)
                return Settled(point, facts, DecideAndDraw(point, past, facts, unread, evaluation, state, now, claim), evaluation, state, now ?? 0);
            if (policy.Halted(point, facts, evaluation, state, now ?? 0) is not { } halted)
                return Settled(point, facts, policy.KeepHalts(point, facts, DecideAndDraw(point, past, facts, unread: null, evaluation, state, now, claim), state, now ?? 0), evaluation, state, now ?? 0);
            evaluation.Freshen(facts);
            evaluation.Begin(point);
            policy.Pace.AskTriggers(point, evaluation);
            return Settled(point, facts, Recorded(halted, past, evaluation, state, now ?? 0), evaluation, state, now ?? 0);
        }
        // A fault must not become a pass, nor a decision that never was.
        catch (Exception fault)
        {
            var refused = Recorded(policy.Refuse(point, fault), past, evaluation, state, now ?? 0);
            if (entered)
                policy.Breakers.Leave(point, facts, refused, evaluation, state, now ?? 0);
            return refused;
        }
        finally
        {
            evaluation.EndPast();
        }
    }

    // What follows from a decision that has been written down. A fault here takes nothing back, and lets nothing go on.
    private Decision Settled(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        try
        {
            policy.Breakers.Leave(point, facts, decision, evaluation, state, now);
            if (policy.Pace.MayMove(point, decision))
                policy.Pace.Record(policy.Pace.Move(point, facts, decision, evaluation, state, now), facts, point, evaluation, state);
            return decision;
        }
        catch (Exception fault)
        {
            return policy.Refuse(point, fault);
        }
    }

    private Decision DecideAndDraw(int point, StandingPast past, FactFrame facts, Failure? unread, Evaluation evaluation, PolicyState state, long? now, HeldClaim? claim)
    {
        // Without a time nothing advances; what asks for one fails.
        var time = now ?? 0;
        for (var tries = 1; ; tries++)
        {
            var decision = unread is null ? Refined(point, facts, policy.DecideApproved(point, facts, evaluation), evaluation, state, time) : Refused(point, facts, unread, evaluation);
            if (claim is not null && decision.Outcome <= Outcome.Hold)
            {
                decision = policy.Met(point, facts, decision);
                if (policy.IsOfOther(point, facts, decision, claim))
                {
                    policy.HeldFacts(point).Put(facts, []);
                    // What limits come to was looked up with the approvals among the facts.
                    evaluation.BeginPast(state, past, now, claim.Reservation);
                    decision = Refined(point, facts, policy.DecideApproved(point, facts, evaluation), evaluation, state, time);
                }
            }
            if (decision.Outcome > Outcome.Hold)
                return Recorded(decision, past, evaluation, state, time);
            var held = decision.Outcome == Outcome.Hold;
            var result = held ? Hold(point, facts, decision, past, evaluation, state, time, claim) : Draw(past, evaluation, state, time, claim);
            if (result.Drawn)
                return held ? decision : Recorded(decision, past, evaluation, state, time);
            if (result.Failure != FailureKind.None || tries == past.MostDraws)
                return Recorded(Undrawn(point, result), past, evaluation, state, time);
            evaluation.BeginPast(state, past, now, claim?.Reservation);
        }
    }

    private Decision Refused(int point, FactFrame facts, Failure unread, Evaluation evaluation)
    {
        evaluation.Freshen(facts);
        evaluation.Begin(point);
        policy.Pace.AskTriggers(point, evaluation);
        return policy.Refuse(point, unread);
    }

    private Decision Refined(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now) =>
        policy.Breakers.Refined(point, facts, policy.Pace.Refined(point, facts, decision, evaluation, state, now), evaluation, state, now);

    private static DrawResult Draw(StandingPast past, Evaluation evaluation, PolicyState state, long now, HeldClaim? claim)
    {
        if (past.Draws.Length == 0)
            return DrawResult.Made;
        var draws = evaluation.Draws();
        if (draws.IsEmpty)
            return DrawResult.Made;
        var result = state.Limits.TryDraw(draws, now, claim?.Reservation);
        if (result.Drawn && claim is not null)
            claim.Reservation = null;
        return result;
    }

    private DrawResult Hold(int point, FactFrame facts, Decision decision, StandingPast past, Evaluation evaluation, PolicyState state, long now, HeldClaim? claim)
    {
        long? reservation = null;
        if (past.Draws.Length > 0 && evaluation.Draws() is { IsEmpty: false } draws)
        {
            var result = state.Limits.TryReserve(draws, now, out var number, claim?.Reservation);
            if (!result.Drawn)
                return result;
            reservation = number;
            if (claim is not null)
                claim.Reservation = null;
        }
        evaluation.Held = policy.HoldFor(point, facts, decision, state, now, reservation, Events(past, evaluation, decision.Outcome, wentOn: false), claim);
        if (evaluation.Held is not null)
            return DrawResult.Made;
        if (reservation is { } setAside)
            state.Limits.Release(setAside);
        return DrawResult.Stopped(-1, FailureKind.OverLimit);
    }

    private static RecordedEvent[] Events(StandingPast past, Evaluation evaluation, Outcome outcome, bool wentOn)
    {
        var events = new List<RecordedEvent>();
        foreach (ref readonly var feed in past.Feeds.AsSpan())
        {
            if (feed.Takes(wentOn) && evaluation.EventOf(feed, outcome) is { } happened)
                events.Add(happened);
        }
        return [.. events];
    }

    private static Decision Recorded(Decision decision, StandingPast past, Evaluation evaluation, PolicyState state, long now)
    {
        foreach (ref readonly var feed in (decision.Outcome < Outcome.Hold ? past.FeedsOnGoing : past.FeedsOnRefusal).AsSpan())
        {
            if (evaluation.EventOf(feed, decision.Outcome) is { } happened)
                happened.RecordIn(state.Events, now);
        }
        if (decision.Outcome < Outcome.Hold && past.Contents.Length > 0)
        {
            foreach (var content in ContentsOverTime.Of(decision, past, evaluation, state))
                state.Contents.Add(content);
        }
        return decision;
    }

    // Every arm has come in and somebody else still was first, or there is no room to draw in: nothing goes on undrawn.
    private Decision Undrawn(int point, DrawResult result) => policy.Unkept(point, result.NoRoom is var (limit, noRoom)
        ? noRoom.OfLimit(policy.Tables.Controls[policy.Tables.Limits[limit].Control].Origin.Control)
        : result.Refused < 0 ? HeldDecisions.TooMany
        : new Failure(result.Failure == FailureKind.None ? FailureKind.OverLimit : result.Failure,
            "The decision cannot be kept: what it draws from its limits is more than they allow, or cannot be told."));
}
