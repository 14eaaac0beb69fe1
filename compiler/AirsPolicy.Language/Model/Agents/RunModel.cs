using AirsPolicy.Collections;

namespace AirsPolicy.Language.Model.Agents;

/// <summary>
/// What runs are held to by an agent or a workflow: once it has begun to act in a run, and in each decision in which an agent of it acts.
/// </summary>
/// <param name="Name">Its name outside.</param>
/// <param name="Agents">The agents, by their ids, that are of it.</param>
/// <param name="Began">The aggregate, by number, of what its agents did in a run.</param>
/// <param name="Order">The aggregate, by number, that keeps the order of its steps, or null.</param>
/// <param name="Goals">What it is for, in the order written.</param>
public sealed record RunModel(string Name, ValueList<string> Agents, int Began, int? Order, ValueList<RunGoalModel> Goals)
{
    /// <summary>The aggregates that it reads, in order.</summary>
    public IEnumerable<int> Aggregates() =>
        [Began, .. Order is { } order ? [order] : (int[])[], .. Goals.Select(goal => goal.Reached).OfType<int>()];
}

/// <summary>What a run is for.</summary>
/// <param name="Name">The name of the goal.</param>
/// <param name="Reached">The aggregate, by number, of the decisions that went on and reached it; null where a policy cannot tell.</param>
public sealed record RunGoalModel(string Name, int? Reached);
