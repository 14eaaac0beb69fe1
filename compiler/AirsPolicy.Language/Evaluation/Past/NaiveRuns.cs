using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of how far a run has come, by looking through everything that went on in it.</summary>
internal sealed class NaiveRuns(PolicyModel model, IReadOnlyList<PastDecision> past, StateMachines? beside)
{
    /// <summary>Where a run stands; null where it is held to nothing, or that cannot be told.</summary>
    /// <param name="agent">The agent that acts, or null.</param>
    /// <param name="began">Whether something that it is held to has begun in it.</param>
    public RunProgress? Of(string run, string? agent, long now, out bool began)
    {
        began = false;
        if (model.Agents is not { Runs.Count: > 0 } agents)
            return null;
        ValueList<Value> keys = [new TextValue(run)];
        var held = agents.Runs.Select(of => (of, Began: Happened(of.Began, keys, now))).ToList();
        if (held.Exists(of => of.Began is null))
            return null;
        began = held.Exists(of => of.Began == true);
        var own = held.Where(of => of.Began == true || (agent is not null && of.of.Agents.Contains(agent))).Select(of => of.of).ToList();
        var orders = own.Where(of => of.Order is not null)
            .Select(of => (of.Name, Steps: Steps(of.Order!.Value, keys, now), Order: model.Aggregates[of.Order!.Value].Order!))
            .ToList();
        var goals = own.SelectMany(of => of.Goals)
            .Select(goal => (goal, Reached: goal.Reached is { } number ? Happened(number, keys, now) : false))
            .ToList();
        if (orders.Exists(order => order.Steps is null) || goals.Exists(goal => goal.Reached is null))
            return null;
        return new RunProgress(
            orders.TrueForAll(order => NaiveOrder.Keeps(order.Order, order.Steps!)),
            orders.Where(order => !NaiveOrder.IsComplete(order.Order, order.Steps!)).Select(order => order.Name).ToValueList(),
            goals.Where(goal => goal.goal.Reached is not null && goal.Reached == false).Select(goal => goal.goal.Name).ToValueList(),
            goals.Where(goal => goal.goal.Reached is null).Select(goal => goal.goal.Name).ToValueList());
    }

    private bool? Happened(int number, ValueList<Value> keys, long now)
    {
        if (model.Aggregates[number].Order is not null)
            return Steps(number, keys, now) is { } steps ? steps.Count > 0 : null;
        var reading = NaivePast.Read(model.Aggregates[number], number, past, keys, now);
        beside?.CheckRead(number, keys, now, reading);
        return reading.Failure == FailureKind.None ? reading.Amount > 0 : null;
    }

    private List<string>? Steps(int number, ValueList<Value> keys, long now)
    {
        var (failure, steps) = NaivePast.Steps(model.Aggregates[number], number, past, keys, now);
        var taken = steps.ToList();
        beside?.CheckSteps(number, keys, now, failure, taken);
        return failure == FailureKind.None ? taken : null;
    }
}
