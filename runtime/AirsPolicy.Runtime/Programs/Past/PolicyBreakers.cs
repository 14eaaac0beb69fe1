using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Breakers: whether they are open for a decision, what trips them, and who closes them.</summary>
internal sealed class PolicyBreakers
{
    private readonly CompiledPolicy _policy;
    private readonly ValueList<BreakerTable> _breakers;
    // By point: the breakers that stand there, with what trips them by the number of the tool plus one; null for nothing.
    private readonly PlacedBreaker[][] _standing;
    // By point, then by the number of the tool plus one: what trips any of them.
    private readonly QuietTrips[][] _quiet;
    // By point: those that are only read there.
    private readonly int[][] _read;
    private readonly BreakerFacts[] _facts;
    private readonly RecoverySlots? _recovery;
    private readonly int _recoveryPoint;

    public PolicyBreakers(CompiledPolicy policy)
    {
        var tables = policy.Tables;
        (_policy, _breakers) = (policy, tables.Breakers);
        var definitions = tables.Breakers.Select(breaker => breaker.Definition).ToValueList();
        _facts = [.. tables.Points.Select(point => new BreakerFacts(point.Layout, definitions))];
        _standing =
        [
            .. tables.Points.Select(
                (point, number) =>
                    tables
                        .Breakers.Index()
                        .Where(breaker => breaker.Item.Points.Contains(number))
                        .Select(breaker => new PlacedBreaker(
                            breaker.Index,
                            breaker.Item.Definition,
                            TripsAt(breaker.Item, number, point.Tools.Count)))
                        .ToArray()),
        ];
        _quiet =
        [
            .. _standing.Select(
                (standing, point) =>
                    Enumerable
                        .Range(0, tables.Points[point].Tools.Count + 1)
                        .Select(tool => new QuietTrips([
                            .. standing.Select(here => here.Trips[tool]).OfType<Trip>().Select(trip => trip.Table),
                        ]))
                        .ToArray()),
        ];
        _read =
        [
            .. _standing.Select(standing =>
                Enumerable.Range(0, tables.Breakers.Count).Except(standing.Select(here => here.Number)).ToArray()),
        ];
        _recoveryPoint = tables.Breakers.Count == 0 ? -1 : tables.NumberOf(PointNames.Recovery);
        _recovery = _recoveryPoint < 0 ? null : new RecoverySlots(tables.Points[_recoveryPoint].Layout);
    }

    /// <summary>Says of every breaker that stands at a point whether it is open for the decision.</summary>
    public void Enter(in Turn turn)
    {
        // Where none is open nobody has to know for whom: of most decisions no more is asked.
        turn.Evaluation.PassesAll = turn.State.Breakers.IsEmpty && _facts[turn.Point].TryPutClosed(turn.Facts);
        if (!turn.Evaluation.PassesAll)
            EnterEach(turn);
    }

    // Apart, as is what follows a decision of which a breaker may have to know: with what it keeps for keys it takes longer to begin than
    // most decisions have to do with breakers.
    private void EnterEach(in Turn turn)
    {
        var (standing, here) = (_standing[turn.Point], _facts[turn.Point]);
        for (var i = 0; i < standing.Length; i++)
        {
            var (number, definition, _) = standing[i];
            var pass = here.KeyOf(number, turn.Facts, turn.Evaluation.HaltKeys) is { } key
                ? turn.State.Breakers.Enter(definition, key, turn.Now)
                : new BreakerPass(null, BreakerPhase.Open);
            turn.Evaluation.Passes[i] = pass;
            here.Put(number, turn.Facts, pass.Key is not null ? pass.IsOpen : null);
        }
        foreach (var breaker in _read[turn.Point])
            Read(turn, breaker);
    }

    /// <summary>Says the same where nothing is tried: a breaker that tries decisions lets this one go on.</summary>
    public void Read(in Turn turn)
    {
        for (var breaker = 0; breaker < _breakers.Count; breaker++)
            Read(turn, breaker);
    }

    /// <summary>What a decision that has been written down makes of the breakers.</summary>
    public void Leave(in Turn turn, Decision decision)
    {
        if (_standing[turn.Point].Length > 0 && !(turn.Evaluation.PassesAll && IsQuiet(turn, decision)))
            LeaveEach(turn, decision);
        if (turn.Point == _recoveryPoint)
            Close(turn, decision);
    }

    // What waits tells nothing.
    private bool IsQuiet(in Turn turn, Decision decision) =>
        decision.Outcome == Outcome.Hold || _quiet[turn.Point][turn.Tool + 1].Hold(turn.Facts, turn.Evaluation);

    private void LeaveEach(in Turn turn, Decision decision)
    {
        var (evaluation, breakers, tool) = (turn.Evaluation, turn.State.Breakers, turn.Tool + 1);
        bool? wentOn = decision.Outcome == Outcome.Hold ? null : decision.Outcome < Outcome.Hold;
        foreach (var (i, (number, definition, tripsByTool)) in _standing[turn.Point].Index())
        {
            var pass = evaluation.PassesAll ? default : evaluation.Passes[i];
            var trips = wentOn is not null && pass.Phase == BreakerPhase.Closed && tripsByTool[tool] is { } trip
                && !trip.Quiet.Hold(turn.Facts, evaluation) && evaluation.ResultOf(trip.Table.Test, out _) != TriggerResult.Quiet;
            if (trips && pass.Key is null)
            {
                if (_facts[turn.Point].KeyOf(number, turn.Facts, evaluation.HaltKeys) is { } key)
                    breakers.End(definition, pass with { Key = key }, wentOn, trips, turn.Now);
            }
            else if (trips || pass.Phase == BreakerPhase.Probing)
            {
                breakers.End(definition, pass, wentOn, trips, turn.Now, pass.Key is { } key ? BeginCount(number, key, turn.State) : null);
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

    private void Close(in Turn turn, Decision decision)
    {
        if (decision is { Failure: null, Outcome: < Outcome.Hold }
            && _recovery!.Closes(turn.Facts)
            && BreakerOf(turn.Facts) is >= 0 and var closed
            && KeyOf(closed, turn) is { } key)
            turn.State.Breakers.Close(_breakers[closed].Definition, key, BeginCount(closed, key, turn.State));
    }

    /// <summary>The decision, refused where a person may not close what they ask for.</summary>
    public Decision Refined(in Turn turn, Decision decision)
    {
        if (turn.Point != _recoveryPoint || decision is not { Failure: null, Outcome: < Outcome.Hold } || !_recovery!.Closes(turn.Facts)
            || Refusal(turn) is not var (reason, breaker))
            return decision;
        return _policy.RefusedRecovery(decision, _breakers[Math.Max(breaker, 0)].Origin, reason);
    }

    private void Read(in Turn turn, int breaker)
    {
        bool? open = _facts[turn.Point].KeyOf(breaker, turn.Facts, turn.Evaluation.HaltKeys) is { } key
            ? turn.State.Breakers.Read(_breakers[breaker].Definition, key, turn.Now) == BreakerPhase.Open
            : null;
        _facts[turn.Point].Put(breaker, turn.Facts, open);
    }

    private (string Reason, int Breaker)? Refusal(in Turn turn)
    {
        if (BreakerOf(turn.Facts) is not (>= 0 and var breaker))
            return (BreakerClosing.NoBreaker(_breakers.Select(known => known.Definition.Name)), -1);
        var definition = _breakers[breaker].Definition;
        BreakerPhase? phase = KeyOf(breaker, turn) is { } key ? turn.State.Breakers.Read(definition, key, turn.Now) : null;
        return BreakerClosing.Refusal(definition, phase, _recovery!.IsPerson(turn.Facts), _recovery.Roles(turn.Facts)) is { } reason
            ? (reason, breaker)
            : null;
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

    private StateKey? KeyOf(int breaker, in Turn turn) =>
        turn.Evaluation.HaltKeys is var keys && _breakers[breaker].Definition.Path.Count == 0
            ? keys.Begin().ToKey()
            : _recovery!.Key(turn.Facts, keys);

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

    private readonly record struct PlacedBreaker(int Number, BreakerDefinition Definition, Trip?[] Trips);

    private sealed record Trip(TripTable Table, QuietTrips Quiet);
}
