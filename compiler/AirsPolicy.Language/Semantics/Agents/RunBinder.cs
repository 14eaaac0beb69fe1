using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>What agents and workflows hold their runs to: the order of their steps, which their rules ask too, and goals.</summary>
internal sealed class RunBinder(BindingContext context, FactTable table, AgentsModel model)
{
    private readonly OrderConditions _orders = new(context, table);

    /// <summary>What an agent holds its runs to, or null where that is nothing.</summary>
    public RunModel? Of(AgentModel agent, AgentBinder written, SourcePlace place)
    {
        if (written.Order is not { } order)
            return null;
        var say = new AgentConditions(place);
        var steps = _orders.OfTools(say, order, say.Equal(say.Agent, say.Text(agent.WireName))).Aggregate;
        return new RunModel(agent.WireName, [agent.WireName], steps, steps, []);
    }

    /// <summary>What a workflow holds its runs to, or null where that is nothing.</summary>
    public RunModel? Of(WorkflowModel workflow, WorkflowBinder written, SourcePlace place)
    {
        if (written.Order is null && workflow.Goals.Count == 0)
            return null;
        var say = new AgentConditions(place);
        var agents = model.Agents.Where(agent => agent.Workflow == workflow.Name).ToList();
        var acts = say.OneOf(say.Agent, agents.Select(agent => agent.WireName));
        var order = written.Order is { } steps ? _orders.OfAgents(say, steps, acts).OnCall.Aggregate : (int?)null;
        return new RunModel(
            workflow.WireName,
            agents.Select(agent => agent.WireName).ToValueList(),
            order
                ?? Add([
                    new EventSourceModel(PointNames.ToolCall, null, acts, [say.Run], null),
                    new EventSourceModel(PointNames.Delegate, null, acts, [say.Run], null),
                ]),
            order,
            workflow.Goals.Select(goal => new RunGoalModel(goal.Name, ReachedBy(written, goal.Name, agents, say))).ToValueList());
    }

    // A goal is reached by what an agent does that covers it.
    private int? ReachedBy(WorkflowBinder written, string goal, List<AgentModel> agents, AgentConditions say)
    {
        if (written.BindGoal(goal, table) is not { } conditions)
            return null;
        var acts = say.OneOf(say.Agent, agents.Where(agent => agent.Covers.Contains(goal)).Select(agent => agent.WireName));
        return Add([
            .. conditions.SelectMany(at =>
                Tools(at.Place).Select(tool => new EventSourceModel(at.Place.Name, tool, say.And(acts, at.Condition), [say.Run], null))),
        ]);

        static ImmutableArray<string?> Tools(PointFacts place) =>
            place.Tools.IsEmpty ? [null] : [.. place.Tools.Select(tool => (string?)tool.Tool)];
    }

    private int Add(ValueList<EventSourceModel> sources) =>
        context.Aggregates.Add(new AggregateModel(AggregateKind.Count, EventFate.WentOn, sources, Within: 0, UpTo: 1, Owned: true));
}
