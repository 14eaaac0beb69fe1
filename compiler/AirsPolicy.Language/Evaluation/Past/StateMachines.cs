using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>
/// The state machines of the runtime, driven with the decisions of a trace: what a host would say. Where they say anything else than the
/// trace, one of the two is wrong, and a policy test must not pass.
/// </summary>
internal sealed class StateMachines(PolicyModel model)
{
    private readonly EventHistory _history = new(model.Aggregates.Select(a =>
        new AggregateDefinition(a.Kind, a.Within, a.UpTo, Order: a.Order?.Compile(), TripsBreaker: a.Breaker is not null)).ToValueList());
    private readonly LimitLedger _ledger = new(model.Limits.Select(limit => new LimitDefinition(limit.Within, limit.Exact)).ToValueList());
    private readonly Dictionary<int, long> _reservations = [];
    private readonly HaltState _halts = new();
    private readonly StateKeyWriter _writer = new();
    private readonly ContentMachines _contents = new();

    public void Record(PastDecision past)
    {
        _contents.Record(past);
        if (past.Fate is null)
        {
            Require(_ledger.TryReserve(DrawsOf(past), past.At, out var reservation));
            _reservations.Add(past.Number, reservation);
            return;
        }
        if (past.Fate == EventFate.WentOn)
            Require(_ledger.TryDraw(DrawsOf(past), past.At));
        RecordEvents(past);
        End(past);
    }

    public void Settle(PastDecision past)
    {
        _contents.Record(past);
        _reservations.Remove(past.Number, out var reservation);
        if (past.Fate == EventFate.WentOn ? _ledger.Commit(reservation, past.At) != FailureKind.None : !_ledger.Release(reservation))
            throw Differs($"cannot settle the decision {past.Number}");
        RecordEvents(past);
        End(past);
    }

    /// <summary>What waits is decided on again, as if it had not been before.</summary>
    public void GiveBack(int number)
    {
        if (_reservations.Remove(number, out var reservation) && !_ledger.Release(reservation))
            throw Differs($"has nothing set aside for the decision {number}");
    }

    /// <summary>Forgets what an aggregate knows of the keys that begin with one; of all keys where none is given.</summary>
    public void Forget(int aggregate, Value? first)
    {
        if (first is null)
            _history.Forget(aggregate);
        else
            _history.Forget(aggregate, KeyOf([first]));
    }

    public void CheckRead(int aggregate, ValueList<Value> keys, long now, TallyReading expected)
    {
        var read = _history.Read(aggregate, KeyOf(keys), now);
        var most = model.Aggregates[aggregate] is { UpTo: > 0 and var upTo } ? upTo : Int128.MaxValue;
        if (read.Failure != expected.Failure || Int128.Min(read.Amount, most) != Int128.Min(expected.Amount, most))
            throw Differs($"reads {read} of aggregate {aggregate}, and the trace gives {expected}");
    }

    public void CheckFollows(int aggregate, ValueList<Value> keys, string step, long now, FailureKind failure, bool keeps)
    {
        var read = _history.Read(aggregate, KeyOf(keys), now);
        if (read.Failure != failure)
            throw Differs($"reads {read} of order {aggregate}, and the trace gives {failure}");
        var goesOn = model.Aggregates[aggregate].Order!.Compile().Next(StepProgress.StateOf(read.Amount), step) != StepAutomaton.Left;
        if (failure == FailureKind.None && goesOn != keeps)
            throw Differs($"says {goesOn} of the step '{step}', and the trace gives {keeps}");
    }

    public void CheckSteps(int aggregate, ValueList<Value> keys, long now, FailureKind failure, IReadOnlyCollection<string> steps)
    {
        var read = _history.Read(aggregate, KeyOf(keys), now);
        if (read.Failure != failure)
            throw Differs($"reads {read} of order {aggregate}, and the trace gives {failure}");
        var order = model.Aggregates[aggregate].Order!;
        var (automaton, state) = (order.Compile(), StepProgress.StateOf(read.Amount));
        if (failure == FailureKind.None
            && (
                StepProgress.HasBegun(read.Amount) != steps.Count > 0
                || state != StepAutomaton.Left != NaiveOrder.Keeps(order, steps)
                || automaton.IsComplete(state) != NaiveOrder.IsComplete(order, steps)))
            throw Differs($"stands at {read.Amount} of order {aggregate}, and the trace gives the steps {string.Join(", ", steps)}");
    }

    public void RecordHalts(Decision decision, HaltFactsOf facts, long now)
    {
        if (decision.Failure is not null)
            return;
        foreach (var halt in ActiveHalt.Of(decision, now))
            RecordHalt(halt, facts);
        if (decision.Halts.Count > 0 || decision.Outcome >= Outcome.Hold || facts.Lifted is not var (scope, lifted))
            return;
        if (scope == HaltScope.System)
            _halts.LiftSystem();
        else if (lifted is not null)
            _halts.Lift(scope, KeyOf([new TextValue(lifted)]));
    }

    public void RecordHalt(ActiveHalt halt, HaltFactsOf facts) =>
        _halts.Halt(halt, facts.Ids[(int)halt.Scope] is { } id ? KeyOf([new TextValue(id)]) : null);

    public void CheckHalted(string point, HaltFactsOf facts, long now, Decision? expected)
    {
        var standing = new List<MatchedRule>(_halts.OfSystem(now));
        foreach (var (scope, id) in facts.Ids.Index().Where(id => id.Item is not null))
            standing.AddRange(_halts.Of((HaltScope)scope, KeyOf([new TextValue(id!)]), now));
        if (expected is { Failure: not null })
            return;
        if (standing.Count > 0 != expected is not null || (expected is not null && EffectJoin.Decide(point, standing) != expected))
            throw Differs(
                $"says of '{point}' that {standing.Count} halts stand, and the trace gives {(expected is null ? "none" : "others")}");
    }

    public void CheckDrawn(int limit, ValueList<Value> keys, long now, Int128 expected)
    {
        var drawn = _ledger.Peek(limit, KeyOf(keys), now);
        var most = model.Limits[limit] is { Exact: > 0 and var exact } ? exact : Int128.MaxValue;
        if (drawn.Failure != FailureKind.None || Int128.Min(drawn.Amount, most) != Int128.Min(expected, most))
            throw Differs($"reads {drawn} drawn from limit {limit}, and the trace gives {expected}");
    }

    public void CheckOrigin(Value session, string value, HashSet<string> expected)
    {
        if (!_contents.Agrees(session, value, expected))
            throw Differs($"has other origins of '{value}' than {string.Join(", ", expected)}, which the trace gives");
    }

    public void CheckCarries(Value session, string label, bool expected)
    {
        if (!_contents.Agrees(session, label, expected))
            throw Differs($"disagrees with the trace on whether the session carries '{label}'");
    }

    private void End(PastDecision past)
    {
        if (past.Ended is not { } session)
            return;
        var key = KeyOf([session]);
        foreach (
            var number in model
                .Aggregates.Index()
                .Where(aggregate => aggregate.Item.Owner == StateOwner.Session)
                .Select(aggregate => aggregate.Index))
            _history.Forget(number, key);
        foreach (var number in model.Limits.Index().Where(limit => limit.Item.Owner == StateOwner.Session).Select(limit => limit.Index))
            _ledger.Forget(number, key);
    }

    private void RecordEvents(PastDecision past)
    {
        for (var number = 0; number < model.Aggregates.Count; number++)
        {
            var aggregate = model.Aggregates[number];
            if (past.Events[number] is not { } happened || (aggregate.Fate != EventFate.All && aggregate.Fate != past.Fate))
                continue;
            if (happened.Keys is not { } keys)
                _history.RecordFailure(number, happened.Failure, past.At);
            else if (happened.Failure != FailureKind.None)
                _history.RecordFailure(number, EventKeyOf(keys, aggregate.FirstKeyOwns), happened.Failure, past.At);
            else if (aggregate.Kind is AggregateKind.Distinct or AggregateKind.Steps)
                _history.RecordValue(number, EventKeyOf(keys, aggregate.FirstKeyOwns), KeyOf([happened.Value!]), past.At);
            else
                _history.Record(
                    number,
                    EventKeyOf(keys, aggregate.FirstKeyOwns),
                    happened.Value is null ? 1 : Amounts.Of(happened.Value)!.Value,
                    past.At);
        }
    }

    private LimitDraw[] DrawsOf(PastDecision past)
    {
        var draws = new List<LimitDraw>();
        for (var number = 0; number < model.Limits.Count; number++)
        {
            if (past.Draws[number] is not { } draw)
                continue;
            var drawn = _ledger.Peek(number, KeyOf(draw.Keys), past.At);
            var standing = new LimitArms(model.Limits[number].Shares).Of(draw.Limit, drawn.Amount, draw.Amount);
            draws.Add(new LimitDraw(number, EventKeyOf(draw.Keys, model.Limits[number].Owned), draw.Amount, standing.Ceiling));
        }
        return [.. draws];
    }

    private EventKey EventKeyOf(ValueList<Value> keys, bool owned) =>
        owned && keys.Count > 0 ? new EventKey(KeyOf(keys), KeyOf([keys[0]])) : KeyOf(keys);

    private StateKey KeyOf(ValueList<Value> keys)
    {
        _writer.Begin();
        foreach (var key in keys)
        {
            _ = key switch
            {
                TextValue text => _writer.Add(text.Text),
                DecimalValue number => _writer.Add(number.Number),
                BoolValue truth => _writer.Add(truth.Truth ? 1L : 0L),
                _ => _writer.Add(((NumberValue)key).Number),
            };
        }
        return _writer.ToKey();
    }

    private static void Require(DrawResult result)
    {
        if (!result.Drawn)
            throw Differs($"refuses a draw ({result.Failure})");
    }

    private static InvalidOperationException Differs(string what) =>
        new($"The state that a host keeps {what}: this is a fault of the program, not of the policy.");
}
