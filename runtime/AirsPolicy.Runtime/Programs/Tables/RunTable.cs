using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>What runs are held to by an agent or a workflow.</summary>
/// <param name="Name">Its name outside.</param>
/// <param name="Agents">The agents, by their ids, that are of it.</param>
/// <param name="Began">The aggregate, by number, that is other than nothing once it has begun in a run.</param>
/// <param name="Order">The aggregate, by number, that keeps the order of its steps; -1 where it has none.</param>
/// <param name="Goals">What it is for.</param>
public sealed record RunTable(string Name, ValueList<string> Agents, int Began, int Order, ValueList<RunGoalTable> Goals);

/// <summary>What a run is for.</summary>
/// <param name="Name">The name of the goal.</param>
/// <param name="Reached">The aggregate, by number, that is other than nothing once it is reached; -1 where a policy cannot tell.</param>
public sealed record RunGoalTable(string Name, int Reached);
