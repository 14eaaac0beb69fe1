using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Charts: what decisions read of them, how signals make them worse, and people better.</summary>
internal sealed class PaceOverTime
{
    private readonly CompiledPolicy _policy;
    private readonly ValueList<ChartTable> _charts;
    private readonly string[] _names;
    private readonly int[] _triggers;
    private readonly PaceFacts?[] _facts;
    private readonly RecoverySlots? _recovery;
    private readonly int _signalPoint;
    private readonly int _recoveryPoint;
    private readonly int _changePoint;

    public PaceOverTime(CompiledPolicy policy)
    {
        var tables = policy.Tables;
        (_policy, _charts) = (policy, tables.Charts);
        _names = [.. tables.Charts.Select(chart => chart.Definition.Name)];
        _triggers = [.. tables.Charts.SelectMany(chart => chart.Triggers)];
        var points = tables.PacePoints.ToHashSet();
        _facts = [.. tables.Points.Select((point, number) => points.Contains(number) ? new PaceFacts(point.Layout, _names) : null)];
        (_signalPoint, _recoveryPoint, _changePoint) = (Find("signal"), Find("recovery"), Find(PaceChange.Point));
        _recovery = _recoveryPoint < 0 ? null : new RecoverySlots(tables.Points[_recoveryPoint].Layout);

        int Find(string point) => tables.Charts.Count == 0 ? -1 : tables.Points.Index().Where(candidate => candidate.Item.Layout.Point == point).Select(candidate => candidate.Index).FirstOrDefault(-1);
    }

    /// <summary>Whether decisions at a point are made one after the other, since they change what the next reads.</summary>
    public bool TakesTurns(int point) => point >= 0 && (point == _signalPoint || point == _recoveryPoint);

    /// <summary>Puts how the charts stand among the facts.</summary>
    public void Put(int point, FactFrame facts, PolicyState state, long now) => _facts[point]?.Put(facts, state.Pace.Reading, now);

    /// <summary>The decision with what follows from it at once: at <c>signal</c> asked again until no chart gets worse; at <c>recovery</c> refused where a person may not.</summary>
    public Decision Refined(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        if (point == _signalPoint && point >= 0)
        {
            decision = InRounds(point, facts, decision, evaluation, state, now);
            AskTriggers(evaluation);
        }
        else if (point == _recoveryPoint && point >= 0 && decision is { Failure: null, Outcome: < Outcome.Hold } && _recovery!.Recovers(facts)
            && Refusal(facts, evaluation, state, now) is var (reason, chart))
        {
            var origin = chart < 0 ? _charts[0].Origin : _charts[chart].Origin;
            return EffectJoin.Decide(decision.Point, [.. decision.Fired, .. decision.Would, new MatchedRule(origin, [new BlockEffect(reason)], Refusal: new Refusal(RefusalKind.Recovery, reason))], bundle: _policy.Bundle).WithStops(_policy.Tables.Stops);
        }
        return decision;
    }

    /// <summary>Notes what a signal shows where nobody can read it: its facts are missing, and triggers cannot tell.</summary>
    public void AskTriggers(int point, Evaluation evaluation)
    {
        if (point == _signalPoint && point >= 0)
            AskTriggers(evaluation);
    }

    /// <summary>Whether a decision can make something of the charts: most ask for nothing.</summary>
    public bool MayMove(int point, Decision decision) => _facts[point] is not null && (decision.Events.Count > 0 || TakesTurns(point));

    /// <summary>What a decision makes of the charts. Gives what has changed.</summary>
    public IReadOnlyList<PaceChange> Move(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        if (_facts[point] is null)
            return [];
        var isSignal = point == _signalPoint;
        // A point that fails as a whole, as on facts that nobody can read, makes nothing worse. A signal that nobody can read is no sign of health.
        var moves = decision.Failure is null || isSignal ? PaceMove.Of(decision, _names) : [];
        var changes = state.Pace.Degrade(moves, now);
        if (isSignal)
            state.Pace.Observe(evaluation.Standings, moves, now);
        if (point == _recoveryPoint && decision is { Failure: null, Outcome: < Outcome.Hold } && _recovery!.Recovers(facts) && ChartOf(facts) is >= 0 and var chart
            && state.Pace.Recover(chart, AuthorityOf(chart, facts, state), now) is { } change)
            return [.. changes, change];
        return changes;
    }

    /// <summary>Makes worse what a decision makes worse that is none of its own: it is no sign of health, and brings nothing back.</summary>
    public void Degrade(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        if (_facts[point] is not null)
            Record(state.Pace.Degrade(PaceMove.Of(decision, _names), now), facts, point, evaluation, state);
    }

    /// <summary>Writes down what has changed, for those who count it.</summary>
    public void Record(IReadOnlyList<PaceChange> changes, FactFrame facts, int point, Evaluation evaluation, PolicyState state)
    {
        if (changes.Count == 0 || _changePoint < 0 || _policy.PastOf(_changePoint) is not { Feeds.Length: > 0 } past)
            return;
        var today = _policy.Point(point).Today(facts);
        var layout = _policy.Tables.Points[_changePoint].Layout;
        foreach (var change in changes)
        {
            var frame = new FactFrame();
            frame.Reset(_policy.Slots(_changePoint));
            Set(frame, layout, "now", change.At);
            if (today is { } day)
                Set(frame, layout, "today", day);
            Set(frame, layout, "chart", ((EnumShape)layout.Facts.Find("chart")!.Shape).IndexOf(change.Chart));
            Set(frame, layout, "from", (long)change.From);
            Set(frame, layout, "to", (long)change.To);
            Set(frame, layout, "cause", frame.AddText(change.Cause));
            evaluation.Freshen(frame);
            evaluation.Begin(_changePoint);
            foreach (ref readonly var feed in past.Feeds.AsSpan())
            {
                if (feed.Takes(wentOn: true) && evaluation.EventOf(feed, Outcome.Allow) is { } happened)
                    happened.RecordIn(state.Events, change.At);
            }
        }
        evaluation.Freshen(facts);
    }

    private static void Set(FactFrame frame, PointLayout layout, string fact, long value)
    {
        if (SlotLayout.Offset(layout.Facts, fact) is >= 0 and var slot)
            frame.Set(slot, value);
    }

    // Each round at least one chart is worse than in the one before.
    private Decision InRounds(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        var reading = state.Pace.Reading;
        var last = decision;
        while (last.Failure is null && reading.After(PaceMove.Of(last, _names), now) is { } worse)
        {
            reading = worse;
            _facts[point]!.Put(facts, reading, now);
            last = _policy.DecideApproved(point, facts, evaluation);
            if (last.Failure is not null)
                return last;
            decision = EffectJoin.Decide(
                decision.Point, [.. decision.Fired, .. decision.Would, .. last.Fired, .. last.Would], bundle: _policy.Bundle).WithStops(_policy.Tables.Stops);
        }
        return decision;
    }

    private void AskTriggers(Evaluation evaluation)
    {
        evaluation.Standings = evaluation.Standings.Length == _triggers.Length ? evaluation.Standings : new TriggerStanding[_triggers.Length];
        for (var trigger = 0; trigger < _triggers.Length; trigger++)
            evaluation.Standings[trigger] = evaluation.StandingOf(_triggers[trigger], out _);
    }

    private (string Reason, int Chart)? Refusal(FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        if (ChartOf(facts) is not (>= 0 and var chart))
            return (PaceRecovery.NoChart(_names), -1);
        var (definition, health) = (_charts[chart].Definition, state.Pace.HealthOf(chart));
        if (PaceRecovery.Refusal(definition, health, _recovery!.IsPerson(facts), _recovery.Roles(facts), now) is { } reason)
            return (reason, chart);
        var way = definition.Recoveries.Index().First(recovery => recovery.Item.From == health.Level).Index;
        if (_charts[chart].Recoveries[way] is not (>= 0 and var test))
            return null;
        return evaluation.StandingOf(test, out var failure) == TriggerStanding.Holds ? null : (PaceRecovery.Unmet(definition, health.Level, failure), chart);
    }

    private int ChartOf(FactFrame facts)
    {
        var id = _recovery!.Id(facts);
        for (var chart = 0; chart < _names.Length; chart++)
        {
            if (id.SequenceEqual(_names[chart]))
                return chart;
        }
        return -1;
    }

    private string AuthorityOf(int chart, FactFrame facts, PolicyState state)
    {
        var roles = _recovery!.Roles(facts);
        return _charts[chart].Definition.From(state.Pace.Reading.Charts[chart].Level)?.Authorities.First(roles.Contains) ?? "";
    }
}
