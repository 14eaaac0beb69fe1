using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>
/// Decides with the past at hand: what the decision draws is drawn, and what became of it is written down. A decision below hold went on,
/// one above it is refused, and one that is held waits.
/// </summary>
internal sealed class PolicyPast
{
    private readonly CompiledPolicy _policy;
    // By the number of the point, then by that of the tool plus one; empty where nothing at the point has to do with the past.
    private readonly PointPast?[][] _points;
    private readonly SessionLabels[] _labels;
    private readonly SessionEnd[] _ends;

    public PolicyPast(CompiledPolicy policy)
    {
        var tables = policy.Tables;
        _policy = policy;
        _points = [.. tables.Points.Select((table, point) => PastOf(tables, table, point))];
        _labels = [.. tables.Points.Select(point => new SessionLabels(point.Layout))];
        _ends = [.. tables.Points.Select(point => new SessionEnd(point.Layout))];
        Halts = new PolicyHalts(policy);
        Holds = new PolicyHolds(policy);
        Runs = new PolicyRuns(policy);
        Charts = new PolicyCharts(policy);
        Breakers = new PolicyBreakers(policy);
    }

    public PolicyHalts Halts { get; }

    public PolicyHolds Holds { get; }

    public PolicyRuns Runs { get; }

    public PolicyCharts Charts { get; }

    public PolicyBreakers Breakers { get; }

    /// <summary>Whether the policy keeps anything between decisions.</summary>
    public bool IsKept =>
        _policy.Tables is var tables
        && (
            tables.Aggregates.Count > 0
            || tables.Limits.Count > 0
            || tables.Contents.Count > 0
            || tables.Charts.Count > 0
            || tables.Breakers.Count > 0
            || Halts.CanHalt
            || Holds.CanHold
            || tables.Queues.Any(queue => queue.Canary > 0));

    /// <summary>Whether a decision reads of the state or writes to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Concerns(int point, FactFrame facts, PolicyState state) =>
        Halts.CanHalt || !state.Halts.IsEmpty || !state.Held.IsEmpty || Find(point, facts) is not null || _ends[point].IsAsked(facts);

    /// <summary>What concerns a point that knows no tools.</summary>
    public PointPast? At(int point) => _points[point] is [{ } past, ..] ? past : null;

    /// <summary>A decision that begins.</summary>
    public Turn TurnOf(int point, FactFrame facts, Evaluation evaluation, PolicyState state, HeldClaim? claim = null) =>
        new(_policy.Point(point), point, Find(point, facts), facts, evaluation, state, claim);

    /// <summary>The decision on facts in a frame. One that lets a session end forgets what was kept for it.</summary>
    /// <param name="turn">The decision.</param>
    /// <param name="unread">
    /// Why the facts could not be read or do not fit, and the frame holds only what of them does; null where they fit.
    /// </param>
    public Decision Decide(in Turn turn, Failure? unread = null)
    {
        turn.Evaluation.Held = null;
        var decision = turn.Past is not null ? DecideInTurn(turn, unread)
            : unread is null ? DecideUnderHalts(turn)
            : _policy.Refuse(turn.Point, unread);
        if (unread is null && EndedBy(turn.Point, turn.Facts, decision) is { } session)
            turn.State.EndSession(new StateKeyWriter().Add(session).ToKey(), turn.Now);
        return decision;
    }

    /// <summary>The session that a decision has ended; null for none, as where the end is refused or waits for people.</summary>
    public string? EndedBy(int point, FactFrame facts, Decision decision) =>
        decision.Outcome < Outcome.Hold ? _ends[point].Of(facts) : null;

    /// <summary>Evaluates without drawing or writing down: says whether the point fails, or a halt of before stands.</summary>
    public bool Peek(in Turn turn)
    {
        if (turn.Past is not null)
        {
            Tell(turn);
            Breakers.Read(turn);
        }
        return Halts.Active(turn) is not null || _policy.Evaluate(turn.Point, turn.Facts, turn.Evaluation) is not null;
    }

    /// <summary>
    /// Has a request wait that a reviewer has changed, in the place of the one before, unless something blocks it. Nothing is written down
    /// before it is decided again.
    /// </summary>
    public Decision Edit(in Turn turn)
    {
        turn.Evaluation.Held = null;
        if (!Charts.TakesTurns(turn.Point))
            return EditNow(turn);
        lock (turn.State.Pace.Turn)
            return EditNow(turn);
    }

    private Decision EditNow(in Turn turn)
    {
        try
        {
            Holds.PutApprovals(turn);
            if (turn.Past is not null)
            {
                Tell(turn);
                Breakers.Read(turn);
            }
            var decision = Halts.Active(turn) ?? _policy.DecideApproved(turn.Point, turn.Facts, turn.Evaluation);
            if (decision.Outcome > Outcome.Hold)
                return decision;
            if (turn.Past is not null)
                return Hold(turn, decision) is { Drawn: false } refused ? Undrawn(turn.Point, refused) : decision;
            turn.Evaluation.Held = Holds.Add(turn, decision, reservation: null, onRefusal: []);
            return decision;
        }
        finally
        {
            if (turn.Past is not null)
                turn.Evaluation.EndPast();
        }
    }

    // A decision that has nothing to do with the past but for halts and holds.
    private Decision DecideUnderHalts(in Turn turn)
    {
        try
        {
            turn.State.Held.Advance(turn.Now);
            Holds.PutApprovals(turn);
            return Halts.Active(turn) ?? Halts.Keep(turn, Holds.Wait(turn, Holds.Approved(turn)));
        }
        catch (Exception fault)
        {
            return _policy.Refuse(turn.Point, fault);
        }
    }

    private Decision DecideInTurn(in Turn turn, Failure? unread)
    {
        if (!Charts.TakesTurns(turn.Point))
            return DecideNow(turn, unread);
        lock (turn.State.Pace.Turn)
            return DecideNow(turn, unread);
    }

    private Decision DecideNow(in Turn turn, Failure? unread)
    {
        var entered = false;
        try
        {
            if (turn.Time is { } time)
                turn.State.Held.Advance(time);
            Tell(turn);
            Breakers.Enter(turn);
            entered = true;
            return Follow(turn, Decided(turn, unread));
        }
        // A fault must not become a pass, nor a decision that never was.
        catch (Exception fault)
        {
            var refused = Record(turn, _policy.Refuse(turn.Point, fault));
            if (entered)
                Breakers.Leave(turn, refused);
            return refused;
        }
        finally
        {
            turn.Evaluation.EndPast();
        }
    }

    // Puts what is known of the past among the facts, over what they say of it.
    private void Tell(in Turn turn)
    {
        Holds.PutApprovals(turn);
        Runs.Put(turn);
        turn.Begin();
        turn.Evaluation.PutLabels(_labels[turn.Point], turn.Facts, turn.State);
        Charts.Put(turn);
    }

    private Decision Decided(in Turn turn, Failure? unread)
    {
        if (unread is not null)
            return DecideAndDraw(turn, unread);
        if (Halts.Active(turn) is not { } halted)
            return Halts.Keep(turn, DecideAndDraw(turn, unread: null));
        EvaluateNothing(turn);
        return Record(turn, halted);
    }

    // What follows from a decision that has been written down. A fault here takes nothing back, and lets nothing go on.
    private Decision Follow(in Turn turn, Decision decision)
    {
        try
        {
            Breakers.Leave(turn, decision);
            if (Charts.MayMove(turn.Point, decision))
                Charts.Record(turn, Charts.Move(turn, decision));
            return decision;
        }
        catch (Exception fault)
        {
            return _policy.Refuse(turn.Point, fault);
        }
    }

    private Decision DecideAndDraw(in Turn turn, Failure? unread)
    {
        for (var tries = 1; ; tries++)
        {
            var decision = unread is null ? Evaluated(turn) : Refused(turn, unread);
            if (turn.Claim is not null && decision.Outcome <= Outcome.Hold)
            {
                decision = Holds.Met(turn.Point, turn.Facts, decision);
                if (Holds.IsOfOther(turn, decision))
                {
                    Holds.PutApprovals(turn);
                    // What limits come to was looked up with the approvals among the facts.
                    turn.Begin();
                    decision = Evaluated(turn);
                }
            }
            if (decision.Outcome > Outcome.Hold)
                return Record(turn, decision);
            var held = decision.Outcome == Outcome.Hold;
            var result = held ? Hold(turn, decision) : Draw(turn);
            if (result.Drawn)
                return held ? decision : Record(turn, decision);
            if (result.Failure != FailureKind.None || tries == turn.Past!.MostDraws)
                return Record(turn, Undrawn(turn.Point, result));
            turn.Begin();
        }
    }

    private Decision Evaluated(in Turn turn) =>
        Breakers.Refined(turn, Charts.Refined(turn, _policy.DecideApproved(turn.Point, turn.Facts, turn.Evaluation)));

    private Decision Refused(in Turn turn, Failure unread)
    {
        EvaluateNothing(turn);
        return _policy.Refuse(turn.Point, unread);
    }

    // No rule is asked, and what a signal would trigger cannot be told.
    private void EvaluateNothing(in Turn turn)
    {
        turn.Evaluation.Freshen(turn.Facts);
        turn.Evaluation.Begin(turn.Point);
        Charts.AskTriggers(turn);
    }

    private static DrawResult Draw(in Turn turn)
    {
        if (turn.Past!.Draws.Length == 0)
            return DrawResult.Made;
        var draws = turn.Evaluation.Draws();
        if (draws.IsEmpty)
            return DrawResult.Made;
        var result = turn.State.Limits.TryDraw(draws, turn.Now, turn.Claim?.Reservation);
        if (result.Drawn && turn.Claim is { } claim)
            claim.Reservation = null;
        return result;
    }

    private DrawResult Hold(in Turn turn, Decision decision)
    {
        long? reservation = null;
        if (turn.Past!.Draws.Length > 0 && turn.Evaluation.Draws() is { IsEmpty: false } draws)
        {
            var result = turn.State.Limits.TryReserve(draws, turn.Now, out var number, turn.Claim?.Reservation);
            if (!result.Drawn)
                return result;
            reservation = number;
            if (turn.Claim is { } claim)
                claim.Reservation = null;
        }
        turn.Evaluation.Held = Holds.Add(turn, decision, reservation, OnRefusal(turn, Outcome.Hold));
        if (turn.Evaluation.Held is not null)
            return DrawResult.Made;
        if (reservation is { } setAside)
            turn.State.Limits.Release(setAside);
        return DrawResult.Stopped(-1, FailureKind.OverLimit);
    }

    // What is written down where people refuse what is held.
    private static RecordedEvent[] OnRefusal(in Turn turn, Outcome outcome)
    {
        var events = new List<RecordedEvent>();
        foreach (ref readonly var feed in turn.Past!.FeedsOnRefusal.AsSpan())
        {
            if (turn.Evaluation.EventOf(feed, outcome) is { } happened)
                events.Add(happened);
        }
        return [.. events];
    }

    private static Decision Record(in Turn turn, Decision decision)
    {
        var past = turn.Past!;
        foreach (ref readonly var feed in (decision.Outcome < Outcome.Hold ? past.FeedsOnGoing : past.FeedsOnRefusal).AsSpan())
        {
            if (turn.Evaluation.EventOf(feed, decision.Outcome) is { } happened)
                happened.RecordIn(turn.State.Events, turn.Now);
        }
        if (decision.Outcome < Outcome.Hold && past.Contents.Length > 0)
        {
            foreach (var content in PolicyContents.Of(turn, decision))
                turn.State.Contents.Add(content);
        }
        return decision;
    }

    // Every arm has come in and somebody else still was first, or there is no room to draw in: nothing goes on undrawn.
    private Decision Undrawn(int point, DrawResult result) => _policy.Unkept(point, result.NoRoom is var (limit, noRoom)
        ? noRoom.OfLimit(_policy.Tables.Controls[_policy.Tables.Limits[limit].Control].Origin.Control)
        : result.Refused < 0 ? HeldDecisions.TooMany
        : new Failure(result.Failure == FailureKind.None ? FailureKind.OverLimit : result.Failure,
            "The decision cannot be kept: what it draws from its limits is more than they allow, or cannot be told."));

    private PointPast? Find(int point, FactFrame facts)
    {
        var pasts = _points[point];
        return pasts.Length == 0 ? null : pasts[_policy.Point(point).Tool(facts) + 1];
    }

    // Where a point knows no tools, none is known.
    private static PointPast?[] PastOf(ProgramTables tables, PointTable table, int point)
    {
        var stands =
            table.Everywhere.AsksPast
            || tables.PacePoints.Contains(point)
            || (
                tables.Breakers.Count > 0
                && (table.Layout.Point == PointNames.Recovery || tables.Breakers.Any(breaker => breaker.Points.Contains(point))));
        PointPast?[] pasts =
        [
            PointPast.Of(tables, point, -1, stands),
            .. table.Tools.Select((tool, number) => PointPast.Of(tables, point, number, stands || tool.AsksPast)),
        ];
        return Array.TrueForAll(pasts, past => past is null) ? [] : pasts;
    }
}
