using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What the past makes of charts and breakers: what decisions read of them, and what decisions make of them.</summary>
internal sealed class WatchedTrace
{
    private readonly PolicyModel _model;
    private readonly NaivePace _pace;
    private readonly NaiveBreakers _breakers;
    private readonly WatchedMachines? _beside;
    private readonly string[] _charts;
    private readonly List<Failure> _untold = [];
    private readonly Dictionary<string, (PaceFacts Pace, BreakerFacts Breakers)> _facts;
    private readonly Action<string, string?> _closed;

    /// <param name="closed">Told of each breaker that closes, and for which key; null for the system.</param>
    public WatchedTrace(PolicyModel model, bool withStateMachines, Action<string, string?> closed)
    {
        (_model, _pace, _breakers, _closed) = (model, new NaivePace(model), new NaiveBreakers(model), closed);
        _beside = withStateMachines ? new WatchedMachines(model) : null;
        _charts = [.. model.Charts.Select(chart => chart.Name)];
        var breakers = model.Breakers.Select(breaker => breaker.ToDefinition()).ToValueList();
        _facts = _charts.Length + breakers.Count == 0 ? [] : model.Layouts.ToDictionary(
            layout => layout.Point, layout => (new PaceFacts(layout, _charts), new BreakerFacts(layout, breakers)), StringComparer.Ordinal);
    }

    /// <summary>Why what trips breakers could not be told after the latest decision, one entry a breaker.</summary>
    public IReadOnlyList<Failure> Untold => _untold;

    /// <summary>How the charts stand.</summary>
    public PaceReading Reading
    {
        get
        {
            var reading = _pace.Reading();
            _beside?.Check(reading);
            return reading;
        }
    }

    /// <summary>Puts how charts and breakers stand among the facts of a decision.</summary>
    public void Put(string point, FactFrame facts, FactSource read, long now) => Put(point, facts, read, Reading, now);

    private void Put(string point, FactFrame facts, FactSource read, PaceReading reading, long now)
    {
        if (!_facts.TryGetValue(point, out var watched))
            return;
        if (_charts.Length > 0)
            watched.Pace.Put(facts, reading, now);
        for (var breaker = 0; breaker < _model.Breakers.Count; breaker++)
            watched.Breakers.Put(breaker, facts, KeyOf(breaker, read) is { } key ? Phase(breaker, key, now) == BreakerPhase.Open : null);
    }

    /// <summary>The decision at <c>signal</c>, asked again until no chart gets worse.</summary>
    /// <param name="decide">Decides on the facts as they are.</param>
    public Decision InRounds(string point, FactFrame facts, FactSource read, Decision decision, long now, Func<Decision> decide)
    {
        if (point != PointNames.Signal || _charts.Length == 0)
            return decision;
        var (reading, last) = (Reading, decision);
        while (last.Failure is null && reading.After(PaceMove.Of(last, _charts), now) is { } worse)
        {
            reading = worse;
            Put(point, facts, read, reading, now);
            last = decide();
            if (last.Failure is not null)
                return last;
            decision = EffectJoin.Decide(point, [.. decision.Fired, .. decision.Detected, .. last.Fired, .. last.Detected]);
        }
        return decision;
    }

    /// <summary>What refuses a person who may not bring a chart back or close a breaker, or null.</summary>
    /// <param name="evaluate">Evaluates a condition on the facts.</param>
    public MatchedRule? Refusal(string point, FactSource facts, Decision decision, long now, Func<Expression, Value> evaluate)
    {
        if (point != PointNames.Recovery || decision is not { Failure: null, Outcome: < Outcome.Hold })
            return null;
        var request = RecoveryRequest.Of(facts);
        return request.Action switch
        {
            "recover" when _charts.Length > 0 => OfChart(request, now, evaluate),
            "close" when _model.Breakers.Count > 0 => OfBreaker(request, now),
            _ => null,
        };
    }

    /// <summary>What the triggers come to at a signal; null at other points.</summary>
    public TriggerResult[]? ResultsAt(string point, Func<Expression, Value> evaluate) => point != PointNames.Signal ? null :
    [
        .. _model.Charts.SelectMany(chart => chart.Triggers).Select(trigger => evaluate(trigger.Condition) switch
        {
            BoolValue { Truth: true } => TriggerResult.Holds,
            BoolValue => TriggerResult.Quiet,
            _ => TriggerResult.Unknown,
        }),
    ];

    /// <summary>Puts what a decision that is written down was made on: at a signal how charts stand after it.</summary>
    public void PutRecorded(string point, FactFrame facts, FactSource read, Decision decision, long now) =>
        Put(
            point,
            facts,
            read,
            point == PointNames.Signal && decision.Failure is null
                ? Reading.After(PaceMove.Of(decision, _charts), now) ?? Reading
                : Reading,
            now);

    /// <summary>How each breaker stood for a decision, before it has come to anything.</summary>
    public (string? Key, BreakerPhase Phase)[] Passes(FactSource facts, long now) =>
        [
            .. Enumerable
                .Range(0, _model.Breakers.Count)
                .Select(breaker => KeyOf(breaker, facts) is { } key ? (key, Phase(breaker, key, now)) : ((string?)null, BreakerPhase.Open)),
        ];

    /// <summary>Writes down what a decision makes of charts and breakers. Gives the charts that have changed.</summary>
    /// <param name="signal">What triggers came to, at a signal.</param>
    /// <param name="passes">How breakers stood for it.</param>
    /// <param name="evaluate">Evaluates a condition on the facts, with the decision among what has happened.</param>
    public List<PaceChange> Record(
        string point,
        FactSource facts,
        Decision decision,
        TriggerResult[]? signal,
        (string? Key, BreakerPhase Phase)[] passes,
        long now,
        Func<Expression, Value> evaluate,
        string? tool)
    {
        bool? wentOn = decision.Outcome == Outcome.Hold ? null : decision.Outcome < Outcome.Hold;
        _untold.Clear();
        for (var breaker = 0; breaker < passes.Length; breaker++)
        {
            if (passes[breaker].Key is not { } key || !_model.Breakers[breaker].Points.Contains(point))
                continue;
            var trip = _model
                .Breakers[breaker]
                .Trips.FirstOrDefault(trip => trip.Point == point && (trip.Tool is null || trip.Tool == tool));
            var trips =
                wentOn is not null && passes[breaker].Phase == BreakerPhase.Closed && trip is not null && Trips(evaluate(trip.Condition));
            var closes = _breakers.Record(breaker, key, passes[breaker].Phase, wentOn, trips, now);
            _beside?.Record(breaker, key, passes[breaker].Phase, wentOn, trips, now);
            if (closes)
                Closed(breaker, key);
        }
        var changes = new List<PaceChange>();
        if (_charts.Length > 0)
        {
            var moves = decision.Failure is null || point == PointNames.Signal ? PaceMove.Of(decision, _charts) : [];
            changes.AddRange(_pace.Record(moves, signal, now));
            _beside?.Record(moves, signal, now);
        }
        if (point == PointNames.Recovery && decision is { Failure: null, Outcome: < Outcome.Hold })
            Recover(RecoveryRequest.Of(facts), changes, now);
        return changes;
    }

    private bool Trips(Value condition)
    {
        if (condition is FailedValue failed)
            _untold.Add(failed.Failure);
        return condition is not BoolValue { Truth: false };
    }

    /// <summary>Whether a trigger has held at every signal for some time.</summary>
    public bool HasHeld(HeldForExpression held, long now)
    {
        var has = _pace.HasHeld(held.Trigger, held.Ticks, now);
        _beside?.CheckHeld(held, now, has);
        return has;
    }

    /// <summary>Whether each breaker is open for the decision that the facts are of; null where that cannot be told.</summary>
    public bool?[] OpenFor(FactSource facts, long now) =>
        [
            .. Enumerable
                .Range(0, _model.Breakers.Count)
                .Select(breaker =>
                    KeyOf(breaker, facts) is { } key ? Phase(breaker, key, now) != BreakerPhase.Closed
                    : _model.Breakers[breaker].ToDefinition().MayBeOfNone && facts.Read([_model.Breakers[breaker].Key[0]]) is AbsentValue
                        ? false
                    : (bool?)null),
        ];

    /// <summary>The chart of a name.</summary>
    public int ChartOf(string? name) => Array.IndexOf(_charts, name);

    private void Recover(RecoveryRequest request, List<PaceChange> changes, long now)
    {
        if (request.Action == "recover" && ChartOf(request.Id) is >= 0 and var chart)
        {
            var authority =
                _model
                    .Charts[chart]
                    .Recoveries.FirstOrDefault(way => way.From == Reading.Charts[chart].Level)
                    ?.Authorities.First(request.Roles.Contains)
                ?? "";
            if (_pace.Recover(chart, authority, now) is { } change)
            {
                _beside?.Recover(chart, authority, now);
                changes.Add(change);
            }
        }
        else if (request.Action == "close" && BreakerOf(request.Id) is >= 0 and var breaker && KeyOf(breaker, request) is { } key)
        {
            _breakers.Close(breaker, key, now);
            _beside?.Close(breaker, key);
            Closed(breaker, key);
        }
    }

    private void Closed(int breaker, string key) =>
        _closed(_model.Breakers[breaker].Name, _model.Breakers[breaker].Key.Count == 0 ? null : key);

    private MatchedRule? OfChart(RecoveryRequest request, long now, Func<Expression, Value> evaluate)
    {
        if (ChartOf(request.Id) is not (>= 0 and var number))
            return Refused(_model.Charts[0].ToOrigin(), PaceRecovery.NoChart(_charts));
        var chart = _model.Charts[number];
        var (definition, health) = (chart.ToDefinition(_ => ""), _pace.HealthOf(number));
        _beside?.Check(number, health);
        if (PaceRecovery.Refusal(definition, health, request.IsPerson, request.Roles, now) is { } reason)
            return Refused(chart.ToOrigin(), reason);
        if (chart.Recoveries.First(way => way.From == health.Level).Where is not { } where)
            return null;
        return evaluate(where) switch
        {
            BoolValue { Truth: true } => null,
            FailedValue failed => Refused(chart.ToOrigin(), PaceRecovery.Unmet(definition, health.Level, failed.Failure.Detail)),
            _ => Refused(chart.ToOrigin(), PaceRecovery.Unmet(definition, health.Level, null)),
        };
    }

    private MatchedRule? OfBreaker(RecoveryRequest request, long now)
    {
        if (BreakerOf(request.Id) is not (>= 0 and var number))
            return Refused(_model.Breakers[0].ToOrigin(), BreakerClosing.NoBreaker(_model.Breakers.Select(known => known.Name)));
        var breaker = _model.Breakers[number];
        BreakerPhase? phase = KeyOf(number, request) is { } key ? Phase(number, key, now) : null;
        return BreakerClosing.Refusal(breaker.ToDefinition(), phase, request.IsPerson, request.Roles) is { } reason
            ? Refused(breaker.ToOrigin(), reason)
            : null;
    }

    private static MatchedRule Refused(RuleOrigin origin, string reason) =>
        new(origin, [new BlockEffect(reason)], Refusal: new Refusal(RefusalKind.Recovery, reason));

    private BreakerPhase Phase(int breaker, string key, long now)
    {
        var phase = _breakers.Phase(breaker, key, now);
        _beside?.Check(breaker, key, now, phase);
        return phase;
    }

    private int BreakerOf(string? name) =>
        _model.Breakers.Index().Where(breaker => breaker.Item.Name == name).Select(breaker => breaker.Index).FirstOrDefault(-1);

    private string? KeyOf(int breaker, RecoveryRequest request) => _model.Breakers[breaker].Key.Count == 0 ? "" : request.Key;

    private string? KeyOf(int breaker, FactSource facts)
    {
        var path = _model.Breakers[breaker].Key;
        return path.Count == 0 ? "" : facts.Find(path) is null ? null : (facts.Read(path) as TextValue)?.Text;
    }
}
