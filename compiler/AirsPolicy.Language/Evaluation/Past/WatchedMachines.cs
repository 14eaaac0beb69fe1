using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The state machines of the runtime for charts and breakers, driven beside the trace.</summary>
internal sealed class WatchedMachines(PolicyModel model)
{
    private readonly PaceState _pace = new(model.Charts.Select(chart => chart.ToDefinition(_ => "")).ToValueList());
    private readonly BreakerState _breakers = new();
    private readonly StateKeyWriter _writer = new();

    public void Check(PaceReading expected)
    {
        if (_pace.Reading.Signal != expected.Signal || !_pace.Reading.Charts.SequenceEqual(expected.Charts))
            throw Differs("has charts at other states");
    }

    public void Check(int chart, ChartHealth expected)
    {
        var health = _pace.HealthOf(chart);
        if (health.Level != expected.Level
            || health.AskedNow != expected.AskedNow
            || (expected.Level != PaceLevel.Primary && health.LastAsked != expected.LastAsked))
            throw Differs($"says {health} of the chart {chart}, and the trace gives {expected}");
    }

    public void CheckHeld(HeldForExpression held, long now, bool expected)
    {
        if (_pace.HasHeld(held.Trigger, held.Ticks, now) != expected)
            throw Differs($"disagrees on how long the trigger {held.Trigger} has held");
    }

    public void Record(IReadOnlyList<PaceMove> moves, TriggerResult[]? signal, long now)
    {
        _pace.Degrade(moves, now);
        if (signal is not null)
            _pace.Observe(signal, moves, now);
    }

    public void Recover(int chart, string authority, long now) => _pace.Recover(chart, authority, now);

    public void Check(int breaker, string key, long now, BreakerPhase expected)
    {
        var phase = _breakers.Read(model.Breakers[breaker].ToDefinition(), KeyOf(breaker, key), now);
        if (phase != expected)
            throw Differs($"says {phase} of the breaker {breaker}, and the trace gives {expected}");
    }

    public void Record(int breaker, string key, BreakerPhase phase, bool? wentOn, bool trips, long now)
    {
        var definition = model.Breakers[breaker].ToDefinition();
        var pass = _breakers.Enter(definition, KeyOf(breaker, key), now);
        if (pass.Phase != phase)
            throw Differs($"says {pass.Phase} of the breaker {breaker}, and the trace gives {phase}");
        _breakers.End(definition, pass with { Key = KeyOf(breaker, key) }, wentOn, trips, now);
    }

    public void Close(int breaker, string key) => _breakers.Close(model.Breakers[breaker].ToDefinition(), KeyOf(breaker, key));

    private StateKey KeyOf(int breaker, string key) =>
        model.Breakers[breaker].Key.Count == 0 ? _writer.Begin().ToKey() : _writer.Begin().Add(key).ToKey();

    private static InvalidOperationException Differs(string what) =>
        new($"The state that a host keeps {what}: this is a fault of the program, not of the policy.");
}
