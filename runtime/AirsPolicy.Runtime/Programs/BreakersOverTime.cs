using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Breakers: whether they are open for a decision, what trips them, and who closes them.</summary>
internal sealed class BreakersOverTime
{
    private readonly CompiledPolicy _policy;
    private readonly ValueList<BreakerTable> _breakers;
    // By point: the breakers that stand there, with what trips them by the number of the tool plus one; null for nothing.
    private readonly Standing[][] _standing;
    // By point, then by the number of the tool plus one: what trips any of them.
    private readonly QuietTrips[][] _quiet;
    // By point: those that are only read there.
    private readonly int[][] _read;
    private readonly BreakerFacts[] _facts;
    private readonly RecoverySlots? _recovery;
    private readonly int _recoveryPoint;

    public BreakersOverTime(CompiledPolicy policy)
    {
        var tables = policy.Tables;
        (_policy, _breakers) = (policy, tables.Breakers);
        var definitions = tables.Breakers.Select(breaker => breaker.Definition).ToValueList();
        _facts = [.. tables.Points.Select(point => new BreakerFacts(point.Layout, definitions))];
        _standing = [.. tables.Points.Select((point, number) => tables.Breakers.Index()
            .Where(breaker => breaker.Item.Points.Contains(number))
            .Select(breaker => new Standing(breaker.Index, breaker.Item.Definition, TripsAt(breaker.Item, number, point.Tools.Count)))
            .ToArray())];
        _quiet = [.. _standing.Select((standing, point) => Enumerable.Range(0, tables.Points[point].Tools.Count + 1)
            .Select(tool => new QuietTrips([.. standing.Select(here => here.Trips[tool]).OfType<Trip>().Select(trip => trip.Table)]))
            .ToArray())];
        _read = [.. _standing.Select(standing => Enumerable.Range(0, tables.Breakers.Count).Except(standing.Select(here => here.Number)).ToArray())];
        _recoveryPoint = tables.Breakers.Count == 0 ? -1 : tables.Points.Index().Where(point => point.Item.Layout.Point == "recovery").Select(point => point.Index).FirstOrDefault(-1);
        _recovery = _recoveryPoint < 0 ? null : new RecoverySlots(tables.Points[_recoveryPoint].Layout);
    }

    /// <summary>Says of every breaker that stands at a point whether it is open for the decision.</summary>
    public void Enter(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        // Where none is open nobody has to know for whom: of most decisions no more is asked.
        evaluation.PassesAll = state.Breakers.IsEmpty && _facts[point].TryPutClosed(facts);
        if (!evaluation.PassesAll)
            EnterEach(point, facts, evaluation, state, now);
    }

    // Apart, as is what follows a decision of which a breaker may have to know: with what it keeps for keys it takes longer to begin than most decisions have to do with breakers.
    private void EnterEach(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        var standing = _standing[point];
        var here = _facts[point];
        for (var i = 0; i < standing.Length; i++)
        {
            var number = standing[i].Number;
            var pass = here.KeyOf(number, facts, evaluation.HaltKeys) is { } key ? state.Breakers.Enter(standing[i].Definition, key, now) : new BreakerPass(null, BreakerPhase.Open);
            evaluation.Passes[i] = pass;
            here.Put(number, facts, pass.Key is not null ? pass.IsOpen : null);
        }
        foreach (var breaker in _read[point])
            Read(point, breaker, facts, evaluation, state, now);
    }

    /// <summary>Says the same of an answer that still arrives, which tries nothing: a breaker that tries decisions lets it go on as far as the end.</summary>
    public void Read(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        for (var breaker = 0; breaker < _breakers.Count; breaker++)
            Read(point, breaker, facts, evaluation, state, now);
    }

    /// <summary>What a decision that has been written down makes of the breakers.</summary>
    public void Leave(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        if (_standing[point].Length > 0 && !(evaluation.PassesAll && IsQuiet(point, facts, decision, evaluation)))
            LeaveEach(point, facts, decision, evaluation, state, now);
        if (point == _recoveryPoint)
            Close(facts, decision, evaluation, state);
    }

    // What waits tells nothing.
    private bool IsQuiet(int point, FactFrame facts, Decision decision, Evaluation evaluation) =>
        decision.Outcome == Outcome.Hold || _quiet[point][_policy.Point(point).Tool(facts) + 1].Hold(facts, evaluation);

    private void LeaveEach(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        var standing = _standing[point];
        var tool = _policy.Point(point).Tool(facts) + 1;
        bool? wentOn = decision.Outcome == Outcome.Hold ? null : decision.Outcome < Outcome.Hold;
        for (var i = 0; i < standing.Length; i++)
        {
            var pass = evaluation.PassesAll ? default : evaluation.Passes[i];
            var trips = wentOn is not null && pass.Phase == BreakerPhase.Closed && standing[i].Trips[tool] is { } trip
                && !trip.Quiet.Hold(facts, evaluation) && evaluation.StandingOf(trip.Table.Test, out _) != TriggerStanding.Quiet;
            if (trips && pass.Key is null)
            {
                if (_facts[point].KeyOf(standing[i].Number, facts, evaluation.HaltKeys) is { } key)
                    state.Breakers.End(standing[i].Definition, pass with { Key = key }, wentOn, trips, now);
            }
            else if (trips || pass.Phase == BreakerPhase.Probing)
            {
                state.Breakers.End(standing[i].Definition, pass, wentOn, trips, now, pass.Key is { } key ? BeginCount(standing[i].Number, key, state) : null);
            }
        }
    }

    // What has tripped a breaker counts no more once it has closed, nor what tried it.
    private Action BeginCount(int breaker, StateKey key, PolicyState state) => () =>
    {
        foreach (var aggregate in _breakers[breaker].Counts)
        {
            if (_breakers[breaker].Definition.Path.Count == 0)
                state.Events.Forget(aggregate);
            else
                state.Events.Forget(aggregate, key);
        }
    };

    private void Close(FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state)
    {
        if (decision is { Failure: null, Outcome: < Outcome.Hold } && _recovery!.Closes(facts) && BreakerOf(facts) is >= 0 and var closed
            && KeyOf(closed, facts, evaluation.HaltKeys) is { } closedKey)
            state.Breakers.Close(_breakers[closed].Definition, closedKey, BeginCount(closed, closedKey, state));
    }

    /// <summary>The decision, refused where a person may not close what they ask for.</summary>
    public Decision Refined(int point, FactFrame facts, Decision decision, Evaluation evaluation, PolicyState state, long now)
    {
        if (point != _recoveryPoint || point < 0 || decision is not { Failure: null, Outcome: < Outcome.Hold } || !_recovery!.Closes(facts) || Refusal(facts, evaluation, state, now) is not var (reason, breaker))
            return decision;
        var origin = _breakers[Math.Max(breaker, 0)].Origin;
        return EffectJoin.Decide(decision.Point, [.. decision.Fired, .. decision.Would, new MatchedRule(origin, [new BlockEffect(reason)], Refusal: new Refusal(RefusalKind.Recovery, reason))], bundle: _policy.Bundle).WithStops(_policy.Tables.Stops);
    }

    private void Read(int point, int breaker, FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        bool? open = _facts[point].KeyOf(breaker, facts, evaluation.HaltKeys) is { } key ? state.Breakers.Read(_breakers[breaker].Definition, key, now) == BreakerPhase.Open : null;
        _facts[point].Put(breaker, facts, open);
    }

    private (string Reason, int Breaker)? Refusal(FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        if (BreakerOf(facts) is not (>= 0 and var breaker))
            return (BreakerClosing.NoBreaker(_breakers.Select(known => known.Definition.Name)), -1);
        BreakerPhase? phase = KeyOf(breaker, facts, evaluation.HaltKeys) is { } key ? state.Breakers.Read(_breakers[breaker].Definition, key, now) : null;
        return BreakerClosing.Refusal(_breakers[breaker].Definition, phase, _recovery!.IsPerson(facts), _recovery.Roles(facts)) is { } reason ? (reason, breaker) : null;
    }

    private int BreakerOf(FactFrame facts)
    {
        var id = _recovery!.Id(facts);
        for (var breaker = 0; breaker < _breakers.Count; breaker++)
        {
            if (id.SequenceEqual(_breakers[breaker].Definition.Name))
                return breaker;
        }
        return -1;
    }

    private StateKey? KeyOf(int breaker, FactFrame facts, StateKeyWriter keys) =>
        _breakers[breaker].Definition.Path.Count == 0 ? keys.Begin().ToKey() : _recovery!.Key(facts, keys);

    private static Trip?[] TripsAt(BreakerTable breaker, int point, int tools)
    {
        var trips = new Trip?[tools + 1];
        foreach (var table in breaker.Trips.Where(trip => trip.Point == point))
        {
            var trip = new Trip(table, new QuietTrips([table]));
            if (table.Tool >= 0)
                trips[table.Tool + 1] = trip;
            else
                Array.Fill(trips, trip);
        }
        return trips;
    }

    private readonly record struct Standing(int Number, BreakerDefinition Definition, Trip?[] Trips);

    private sealed record Trip(TripTable Table, QuietTrips Quiet);
}
