using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Tests.State.Changes;

/// <summary>Does anything that can be done to a state, in any order, and says what the state shows of it.</summary>
internal sealed class RandomActs(int seed)
{
    private const int Keys = 4;

    private static readonly AggregateDefinition[] s_aggregates =
    [
        new(AggregateKind.Count, 0, 0, TripsBreaker: true),
        new(AggregateKind.Count, 40, 3),
        new(AggregateKind.Count, 0, 3, MaxKeys: 2),
        new(AggregateKind.Sum, 600, 0, MaxKeys: 3),
        new(AggregateKind.Mean, 600, 0, MaxKeys: 3),
        new(AggregateKind.Deviation, 0, 0),
        new(AggregateKind.Distinct, 50, 2),
        new(AggregateKind.Distinct, 0, 0),
        new(AggregateKind.Steps, 0, 0, Order: new StepAutomaton(["a", "b"], [1, -1, -1, 0], [true, false])),
    ];

    private static readonly PolicyStateDefinition s_first = new(
        s_aggregates.Select((definition, number) => new KeptAggregate($"a{number}", (StateOwner)(number % 3), definition)).ToValueList(),
        [
            new KeptLimit("money", StateOwner.Session, new LimitDefinition(0, 0)),
            new KeptLimit("often", StateOwner.None, new LimitDefinition(60, 5)),
            new KeptLimit("little room", StateOwner.None, new LimitDefinition(30, 0, 2)),
        ],
        ["web", "mail"],
        [Chart("guardrail"), Chart("judge")]);

    // The same in another order, with another bound, and with something that the first does not know.
    private static readonly PolicyStateDefinition s_second = new(
        [new KeptAggregate("other", StateOwner.None, s_aggregates[1]), .. s_first.Aggregates.Reverse()],
        [s_first.Limits[1] with { Definition = new LimitDefinition(60, 2_000) }, s_first.Limits[0], s_first.Limits[2]],
        ["mail", "other"],
        [Chart("judge"), Chart("other")]);

    private static readonly BreakerDefinition[] s_breakers = [new("probes", ["user", "id"], 20, 2, []), new("stays", [], 20, 0, ["ops"])];

    private readonly Random _random = new(seed);
    private PolicyStateDefinition _definition = s_first;
    private long _now = 1_000;

    public PolicyState State { get; private set; } = null!;

    /// <summary>Goes on with a state, by one of two policies.</summary>
    public void GoOn(PolicyState before)
    {
        _definition = _random.Next(2) == 0 ? s_first : s_second;
        State = new PolicyState(_definition, before);
    }

    /// <summary>Goes on with a state by the same policy.</summary>
    public void Use(PolicyState before) => State = new PolicyState(_definition, before);

    public void Act()
    {
        _now += _random.Next(3) switch { 0 => 0, 1 => _random.Next(5), _ => _random.Next(40) };
        switch (_random.Next(11))
        {
            case 0 or 1:
                Count();
                break;
            case 2:
                Draw();
                break;
            case 3:
                Halt();
                break;
            case 4:
                Break();
                break;
            case 5:
                Move();
                break;
            case 6:
                Hold();
                break;
            case 7:
                Review();
                break;
            case 8:
                TakeIn();
                break;
            case 9:
                State.Canaries.Add($"q{_random.Next(2)}", _random.Next(2) == 0);
                break;
            default:
                End();
                break;
        }
    }

    /// <summary>Everything that can be asked of a state, as text.</summary>
    public string Shown()
    {
        var shown = new List<string>();
        State.Held.Advance(_now);
        foreach (var key in Enumerable.Range(0, Keys).Select(number => Tests.State.Keys.Of(number)))
        {
            shown.AddRange(
                Enumerable.Range(0, _definition.Aggregates.Count).Select(number => Reading(State.Events.Read(number, key, _now))));
            shown.AddRange(Enumerable.Range(0, _definition.Limits.Count).Select(limit => Reading(State.Limits.Peek(limit, key, _now))));
            shown.AddRange(Enum.GetValues<HaltScope>().SelectMany(scope => State.Halts.Of(scope, key, _now)).Select(rule => $"{rule}"));
            shown.AddRange(s_breakers.Select(breaker => $"{State.Breakers.Read(breaker, key, _now)}"));
            shown.Add($"{State.Contents.Labels.Read(key)}");
        }
        shown.Add(string.Join(' ', State.Breakers.Open.Select(open => $"{open}").Order(StringComparer.Ordinal)));
        shown.Add(string.Join(' ', State.Pace.Reading.Charts) + State.Pace.Reading.Signal);
        shown.AddRange(Enumerable.Range(0, _definition.Charts.Count).Select(chart => $"{State.Pace.HealthOf(chart)}"));
        shown.AddRange(Enumerable.Range(0, 2).Select(trigger => $"{State.Pace.HasHeld(trigger, 10, _now)}"));
        shown.AddRange(State.Pace.Changes.Select(change => $"{change}"));
        shown.AddRange(State.Held.All(_now).Select(waiting => $"{waiting} {Convert.ToHexString((waiting.Facts ?? default).Span)}"));
        shown.AddRange(Enumerable.Range(1, 30).Select(number => $"{State.Held.Check(number, Word("ann", true), _now)}"));
        shown.Add($"{State.Canaries.Missed("q0")} {State.Canaries.Missed("q1")}");
        shown.Add(string.Join(' ', State.Limits.SetAsideNumbers.Order()));
        return string.Join('\n', shown);
    }

    private void Count()
    {
        var aggregate = _random.Next(_definition.Aggregates.Count);
        var key = _random.Next(3) == 0 ? new EventKey(Key(), Key()) : Key();
        switch (_definition.Aggregates[aggregate].Definition.Kind)
        {
            case var _ when _random.Next(12) == 0:
                State.Events.RecordFailure(aggregate, key, FailureKind.Overflow, _now);
                break;
            case var _ when _random.Next(20) == 0:
                State.Events.RecordFailure(aggregate, FailureKind.MissingFact, _now);
                break;
            case AggregateKind.Distinct:
                State.Events.RecordValue(aggregate, key, Key(), _now);
                break;
            case AggregateKind.Steps:
                State.Events.RecordValue(aggregate, key, Tests.State.Keys.Of(_random.Next(2) == 0 ? "a" : "b"), _now);
                break;
            case AggregateKind.Mean or AggregateKind.Deviation when _random.Next(10) == 0:
                State.Events.Record(aggregate, key, (Int128)1e27 - _random.Next(10), _now);
                break;
            case AggregateKind.Sum or AggregateKind.Mean or AggregateKind.Deviation:
                State.Events.Record(aggregate, key, _random.Next(-5, 10), _now);
                break;
            default:
                State.Events.Record(aggregate, key, 1, _now);
                break;
        }
        if (_random.Next(15) == 0)
            State.Events.Forget(aggregate, Key());
        else if (_random.Next(40) == 0)
            State.Events.Forget(aggregate);
    }

    private void Draw()
    {
        var limit = _random.Next(_definition.Limits.Count);
        State.Limits.TryDraw([Drawing(limit)], _now);
        if (_random.Next(10) == 0)
            State.Limits.Forget(limit, Key());
    }

    private LimitDraw Drawing(int limit) =>
        new(limit, Key(), _definition.Limits[limit].Definition.Exact > 0 ? 1 : _random.Next(1, 50), Int128.MaxValue);

    private void Halt()
    {
        var scope = (HaltScope)_random.Next(5);
        if (_random.Next(3) == 0)
            State.Halts.Lift(scope, Key());
        else
            State.Halts.Halt(Halted(scope), _random.Next(8) == 0 ? null : Key());
        if (_random.Next(8) == 0)
            State.Halts.LiftSystem();
    }

    private ActiveHalt Halted(HaltScope scope) =>
        new(
            new RuleOrigin("p.c", _random.Next(2) == 0 ? "title" : null, null, "GR-01", _random.Next(2), "p.airs", 3, 5),
            scope,
            _random.Next(2) == 0 ? "Stop." : null,
            _now,
            _random.Next(2) == 0 ? _now + _random.Next(1, 100) : null);

    private void Break()
    {
        var breaker = s_breakers[_random.Next(2)];
        var pass = State.Breakers.Enter(breaker, Key(), _now);
        if (!pass.IsOpen)
            State.Breakers.End(breaker, pass, wentOn: _random.Next(2) == 0, trips: _random.Next(2) == 0, _now);
        else if (_random.Next(3) == 0)
            State.Breakers.Close(breaker, pass.Key!.Value);
    }

    private void Move()
    {
        var move = new PaceMove(_random.Next(2), (PaceLevel)_random.Next(1, PaceLevels.Count), "p.c");
        if (_random.Next(2) == 0)
            State.Pace.Degrade([move], _now);
        else if (_random.Next(2) == 0)
            State.Pace.Recover(move.Chart, "ops", _now);
        else
            State.Pace.Observe([(TriggerResult)_random.Next(3), (TriggerResult)_random.Next(3)], _random.Next(3) == 0 ? [move] : [], _now);
    }

    private void Hold()
    {
        long? reservation = null;
        if (_random.Next(2) == 0 && State.Limits.TryReserve([Drawing(_random.Next(3))], _now, out var number).Drawn)
            reservation = number;
        var due = _random.Next(3) == 0 ? long.MaxValue : _now + _random.Next(1, 60);
        var rule = new MatchedRule(Halted(HaltScope.User).Origin, [new HoldEffect("finance", 10, false)]);
        var request = new HeldRequest(
            new Decision { Point = "tool_call", Outcome = Outcome.Hold, Message = "Wait.", Fired = [rule] },
            _random.Next(2) == 0 ? "refund" : null,
            ["asker"],
            $"{_random.Next(2)}",
            _now,
            [
                new AskedPeople("finance", ["finance"], 2, due)
                {
                    Since = _now,
                    HandsOn = _random.Next(2) == 0 ? [] : [new HandOn(["heads", "board"], 5)],
                    Priority = (ReviewPriority)_random.Next(3),
                },
            ],
            "\"user\":{\"id\":\"asker\"}");
        State.Held.Add(new HeldDecision(
            due,
            State.Events,
            [new RecordedEvent(_random.Next(_definition.Aggregates.Count), new EventKey(Key()), 1, Key(), FailureKind.None)],
            State.Limits,
            reservation,
            State.Halts,
            _random.Next(2) == 0 ? [new KeyedHalt(Halted(HaltScope.Session), Key())] : [],
            request,
            _random.Next(2) == 0 ? [1, 2, 3] : null));
    }

    private void Review()
    {
        if (State.Held.All(_now) is not { Count: > 0 } all)
            return;
        var number = all[_random.Next(all.Count)].Number;
        var by = Word("ann", true).By;
        switch (_random.Next(7))
        {
            case 0:
                State.Held.Take(number, Word(_random.Next(2) == 0 ? "ann" : "bob", approves: true), _now);
                break;
            case 1:
                State.Held.Take(number, Word("bob", approves: false), _now);
                break;
            case 2:
                State.Held.ClaimFor(number, by, _now);
                break;
            case 3:
                State.Held.Comment(number, by, "Looked at.", _now);
                break;
            case 4:
                State.Held.Escalate(number, by, "Soon.", _now);
                break;
            case 5:
                State.Held.Refuse(number, _now);
                break;
            default:
                if (State.Held.Claim(number, _now, out _) is { } claim)
                {
                    if (claim.Reservation is { } reservation && State.Limits.Commit(reservation, _now) != FailureKind.None)
                        State.Limits.Release(reservation);
                    State.Held.Settle(claim, wentOn: true, _now);
                }
                break;
        }
    }

    private void TakeIn()
    {
        var labels = State.Contents.Bits.Of($"l{_random.Next(3)}");
        var session = _random.Next(20) == 0 ? (StateKey?)null : Key();
        var (written, read) = (_random.Next(4) == 0 ? (StateKey?)Key() : null, _random.Next(4) == 0 ? (StateKey?)Key() : null);
        State.Contents.Add(new RecordedContent(session, labels, [], IsIncomplete: false, written, read));
    }

    private void End()
    {
        if (_random.Next(2) == 0)
            State.EndSession(Key(), _now);
        else
            State.EndRun(Key(), _now);
    }

    private StateKey Key() => Tests.State.Keys.Of(_random.Next(Keys));

    // The same text where no room is left: since when may differ, as readings note it too.
    private static string Reading(TallyReading reading) => $"{reading.Failure} {reading.Amount}";

    private static Review Word(string by, bool approves) =>
        new("finance", new Reviewer(by, ReviewerKind.Person, ["finance"]), "0", approves);

    private static ChartDefinition Chart(string name) => new(name, [new ChartTrigger($"{name} t", PaceLevel.Alternate)], []);
}
