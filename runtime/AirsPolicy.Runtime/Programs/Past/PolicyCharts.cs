using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Charts: what decisions read of them, how signals make them worse, and people better.</summary>
internal sealed class PolicyCharts
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

    public PolicyCharts(CompiledPolicy policy)
    {
        var tables = policy.Tables;
        (_policy, _charts) = (policy, tables.Charts);
        _names = [.. tables.Charts.Select(chart => chart.Definition.Name)];
        _triggers = [.. tables.Charts.SelectMany(chart => chart.Triggers)];
        var points = tables.PacePoints.ToHashSet();
        _facts = [.. tables.Points.Select((point, number) => points.Contains(number) ? new PaceFacts(point.Layout, _names) : null)];
        (_signalPoint, _recoveryPoint, _changePoint) = (Find(PointNames.Signal), Find(PointNames.Recovery), Find(PaceChange.Point));
        _recovery = _recoveryPoint < 0 ? null : new RecoverySlots(tables.Points[_recoveryPoint].Layout);

        int Find(string point) => tables.Charts.Count == 0 ? -1 : tables.NumberOf(point);
    }

    /// <summary>Whether decisions at a point are made one after the other, since they change what the next reads.</summary>
    public bool TakesTurns(int point) => point == _signalPoint || point == _recoveryPoint;

    /// <summary>Puts how the charts stand among the facts.</summary>
    public void Put(in Turn turn) => _facts[turn.Point]?.Put(turn.Facts, turn.State.Pace.Reading, turn.Now);

    /// <summary>
    /// The decision with what follows from it at once: at <c>signal</c> asked again until no chart gets worse; at <c>recovery</c> refused
    /// where a person may not.
    /// </summary>
    public Decision Refined(in Turn turn, Decision decision)
    {
        if (turn.Point == _signalPoint)
        {
            decision = InRounds(turn, decision);
            AskTriggers(turn);
        }
        else if (turn.Point == _recoveryPoint && decision is { Failure: null, Outcome: < Outcome.Hold } && _recovery!.Recovers(turn.Facts)
            && Refusal(turn) is var (reason, chart))
        {
            return _policy.RefusedRecovery(decision, _charts[Math.Max(chart, 0)].Origin, reason);
        }
        return decision;
    }

    /// <summary>Notes what a signal triggers. Where nobody can read it its facts are missing, and triggers cannot tell.</summary>
    public void AskTriggers(in Turn turn)
    {
        if (turn.Point != _signalPoint)
            return;
        var evaluation = turn.Evaluation;
        evaluation.TriggerResults =
            evaluation.TriggerResults.Length == _triggers.Length ? evaluation.TriggerResults : new TriggerResult[_triggers.Length];
        for (var trigger = 0; trigger < _triggers.Length; trigger++)
            evaluation.TriggerResults[trigger] = evaluation.ResultOf(_triggers[trigger], out _);
    }

    /// <summary>Whether a decision can make something of the charts: most ask for nothing.</summary>
    public bool MayMove(int point, Decision decision) => _facts[point] is not null && (decision.Events.Count > 0 || TakesTurns(point));

    /// <summary>What a decision makes of the charts. Gives what has changed.</summary>
    public IReadOnlyList<PaceChange> Move(in Turn turn, Decision decision)
    {
        if (_facts[turn.Point] is null)
            return [];
        var (facts, pace, isSignal) = (turn.Facts, turn.State.Pace, turn.Point == _signalPoint);
        // A point that fails as a whole, as on facts that nobody can read, makes nothing worse. A signal that nobody can read is no sign of
        // health.
        var moves = decision.Failure is null || isSignal ? PaceMove.Of(decision, _names) : [];
        var changes = pace.Degrade(moves, turn.Now);
        if (isSignal)
            pace.Observe(turn.Evaluation.TriggerResults, moves, turn.Now);
        if (turn.Point == _recoveryPoint && decision is { Failure: null, Outcome: < Outcome.Hold } && _recovery!.Recovers(facts)
            && ChartOf(facts) is >= 0 and var chart && pace.Recover(chart, AuthorityOf(chart, facts, turn.State), turn.Now) is { } change)
            return [.. changes, change];
        return changes;
    }

    /// <summary>
    /// Makes worse what a decision makes worse that is none of its own: it is no sign of health, and brings nothing back.
    /// </summary>
    public void Degrade(in Turn turn, Decision decision)
    {
        if (_facts[turn.Point] is not null)
            Record(turn, turn.State.Pace.Degrade(PaceMove.Of(decision, _names), turn.Now));
    }

    /// <summary>Writes down what has changed, for those who count it.</summary>
    public void Record(in Turn turn, IReadOnlyList<PaceChange> changes)
    {
        if (changes.Count == 0 || _changePoint < 0 || _policy.Past.At(_changePoint) is not { Feeds.Length: > 0 } past)
            return;
        var (evaluation, today) = (turn.Evaluation, _policy.Point(turn.Point).Today(turn.Facts));
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
                    happened.RecordIn(turn.State.Events, change.At);
            }
        }
        evaluation.Freshen(turn.Facts);
    }

    private static void Set(FactFrame frame, PointLayout layout, string fact, long value)
    {
        if (SlotLayout.Offset(layout.Facts, fact) is >= 0 and var slot)
            frame.Set(slot, value);
    }

    // Each round at least one chart is worse than in the one before.
    private Decision InRounds(in Turn turn, Decision decision)
    {
        var reading = turn.State.Pace.Reading;
        var last = decision;
        while (last.Failure is null && reading.After(PaceMove.Of(last, _names), turn.Now) is { } worse)
        {
            reading = worse;
            _facts[turn.Point]!.Put(turn.Facts, reading, turn.Now);
            last = _policy.DecideApproved(turn.Point, turn.Facts, turn.Evaluation);
            if (last.Failure is not null)
                return last;
            decision = EffectJoin
                .Decide(decision.Point, [.. decision.Fired, .. decision.Detected, .. last.Fired, .. last.Detected], bundle: _policy.Bundle)
                .WithStops(_policy.Tables.Stops);
        }
        return decision;
    }

    private (string Reason, int Chart)? Refusal(in Turn turn)
    {
        if (ChartOf(turn.Facts) is not (>= 0 and var chart))
            return (PaceRecovery.NoChart(_names), -1);
        var (definition, health) = (_charts[chart].Definition, turn.State.Pace.HealthOf(chart));
        if (PaceRecovery.Refusal(definition, health, _recovery!.IsPerson(turn.Facts), _recovery.Roles(turn.Facts), turn.Now) is { } reason)
            return (reason, chart);
        var way = definition.Recoveries.Index().First(recovery => recovery.Item.From == health.Level).Index;
        if (_charts[chart].Recoveries[way] is not (>= 0 and var test))
            return null;
        return turn.Evaluation.ResultOf(test, out var failure) == TriggerResult.Holds
            ? null
            : (PaceRecovery.Unmet(definition, health.Level, failure), chart);
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
