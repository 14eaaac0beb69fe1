using AirsPolicy.Collections;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Model.Agents;

/// <summary>The agents of a policy. What they may do stands as controls too, which is how it decides.</summary>
/// <param name="Workflows">Ordered by name.</param>
/// <param name="Agents">Ordered by name; as soon as there is one, any other is refused.</param>
/// <param name="Runs">What runs are held to: by the agents that have an order, and by the workflows that have one or goals.</param>
public sealed record AgentsModel(ValueList<WorkflowModel> Workflows, ValueList<AgentModel> Agents, ValueList<RunModel> Runs);

/// <summary>What agents do together. It holds what they may hold.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="WireName">Its name outside.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Grants">What its agents may hold.</param>
/// <param name="Goals">What it is for; an agent covers each.</param>
/// <param name="Follows">In which order its agents act, by their names outside, or null.</param>
public sealed record WorkflowModel(
    string Name,
    string WireName,
    string? Title,
    GrantsModel Grants,
    ValueList<GoalModel> Goals,
    StepExpression? Follows);

/// <summary>An agent.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="WireName">Its id among the facts.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Workflow">The name of its workflow, or null.</param>
/// <param name="Kind">What the fact <c>agent.kind</c> has to say of it, or null for anything.</param>
/// <param name="Grants">What it holds; nothing that its workflow does not.</param>
/// <param name="DelegatesTo">The names of the agents that it may hand work to.</param>
/// <param name="Depth">How often work may have been handed on, at most, in a chain that it stands in; at least 1.</param>
/// <param name="Covers">The goals that it is to reach.</param>
/// <param name="Follows">In which order it calls its tools, by their names outside, or null.</param>
/// <param name="Models">What it thinks with, as it says itself or its workflow does; null where that is what the system says.</param>
public sealed record AgentModel(
    string Name,
    string WireName,
    string? Title,
    string? Workflow,
    string? Kind,
    GrantsModel Grants,
    ValueList<string> DelegatesTo,
    int Depth,
    ValueList<string> Covers,
    StepExpression? Follows,
    UsedModels? Models = null);

/// <summary>The models that an agent uses.</summary>
/// <param name="Names">Their names, as the host has them.</param>
/// <param name="Provider">Who provides them, or null.</param>
/// <param name="Families">The families that they are of; empty where nothing is said.</param>
public sealed record UsedModels(ValueList<string> Names, string? Provider, ValueList<string> Families = default);

/// <summary>What an agent or a workflow holds.</summary>
/// <param name="Tools">The tools it may call, ordered by name.</param>
/// <param name="Never">
/// The tools it never calls, even where they stand among its tools, ordered by name; for an agent those of its workflow too.
/// </param>
/// <param name="Reads">What it reads, by the names of the host, ordered.</param>
/// <param name="Writes">What it writes, in the same way.</param>
public sealed record GrantsModel(ValueList<string> Tools, ValueList<string> Never, ValueList<string> Reads, ValueList<string> Writes);

/// <summary>What a workflow is for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What is to be reached, in words.</param>
public sealed record GoalModel(string Name, string Text);
