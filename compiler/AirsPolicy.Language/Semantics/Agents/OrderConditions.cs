using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Whether a step keeps to an order: asked of the steps in the run that went on.</summary>
internal sealed class OrderConditions(BindingContext context, FactTable table)
{
    /// <summary>Whether a call is the next step of an order of tools.</summary>
    /// <param name="acts">Whether the agent acts whose order it is.</param>
    public FollowsExpression OfTools(AgentConditions say, OrderModel order, Expression acts)
    {
        var sources = context.Tools.Where(tool => order.Compile().Names.Contains(tool.WireName))
            .Select(tool => new EventSourceModel(PointNames.ToolCall, tool.Name, acts, [say.Run], say.Text(tool.WireName)));
        return say.Follows(Add(order, sources), say.Tool(table.Layout(PointNames.ToolCall).Facts.Find("tool")!.Shape));
    }

    /// <summary>Whether it is the next step of an order of agents that this one acts, or hands on work.</summary>
    /// <param name="acts">Whether an agent acts that is in the workflow whose order it is.</param>
    public (FollowsExpression OnCall, FollowsExpression OnDelegation) OfAgents(AgentConditions say, OrderModel order, Expression acts)
    {
        var handover = say.Join(say.Join(say.Agent, say.Text(HandoverOrder.Between)), say.To);
        var number = Add(order, [
            new EventSourceModel(PointNames.ToolCall, null, acts, [say.Run], say.Agent),
            new EventSourceModel(PointNames.Delegate, null, acts, [say.Run], handover),
        ]);
        return (say.Follows(number, say.Agent), say.Follows(number, handover));
    }

    /// <summary>The handovers that an order asks for: from one agent to one that can be next.</summary>
    public static IEnumerable<Handover> Handovers(OrderModel order)
    {
        var automaton = StepCompiler.Compile(order.Steps).Automaton!;
        return order.Handovers!.Value.Where(handover =>
            Enumerable
                .Range(0, automaton.Count)
                .Any(state =>
                    automaton.Next(state, handover.From) is not StepAutomaton.Left and var after
                    && automaton.Next(after, handover.To) != StepAutomaton.Left));
    }

    private int Add(OrderModel order, IEnumerable<EventSourceModel> sources) =>
        context.Aggregates.Add(new AggregateModel(AggregateKind.Steps, EventFate.WentOn, sources.ToValueList(), 0, 0, Owned: true, order));
}
