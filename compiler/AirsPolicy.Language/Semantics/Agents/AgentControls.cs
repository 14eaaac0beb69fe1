using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>
/// What agents may do, as controls that block everything else:
/// <c>tools refund</c> becomes <c>when agent.id == "desk" and tool not in [refund] then block</c>. Everything after the model knows only
/// controls.
/// </summary>
internal sealed class AgentControls(BindingContext context, FactTable table, AgentsModel model, ImmutableArray<string> tools)
{
    private readonly ImmutableArray<string> _ids = [.. model.Agents.Select(agent => agent.WireName)];

    /// <summary>The id of the control that the restrictions of an agent, or the rules of a workflow, are.</summary>
    public static string IdOf(Symbol symbol) =>
        $"{symbol.Package.Name}.{(symbol.Kind == SymbolKind.Agent ? "agent" : "workflow")}.{symbol.Name}";

    /// <summary>What restricts one agent: its edges, and the rules written in it.</summary>
    public ControlModel Of(Symbol symbol, AgentModel agent, AgentBinder written, SourcePlace place)
    {
        var say = new AgentConditions(place);
        var orders = new OrderConditions(context, table);
        var isAgent = say.Equal(say.Agent, say.Text(agent.WireName));
        var allowed = agent.Grants.Tools.Except(agent.Grants.Never, StringComparer.Ordinal).ToList();
        var onCalls = new List<AgentEdge>
        {
            new(
                allowed.Count == 0
                    ? isAgent
                    : say.And(
                        isAgent,
                        say.NoToolOf(
                            table.Layout(PointNames.ToolCall).Facts.Find("tool")!.Shape,
                            allowed.Select(tool => tools.IndexOf(tool)))),
                RefusalKind.ToolNotGranted,
                AgentReasons.Tools(agent, allowed),
                written.PlaceOf(Keyword.Tools) ?? place),
        };
        var takers = model.Agents.Where(other => agent.DelegatesTo.Contains(other.Name)).Select(other => other.WireName).ToList();
        var delegates = written.PlaceOf(Keyword.Delegates) ?? place;
        var onDelegations = new List<AgentEdge>
        {
            new(
                takers.Count == 0 ? isAgent : say.And(isAgent, say.NoneOf(say.To, takers)),
                RefusalKind.PairNotGranted,
                AgentReasons.Takers(agent),
                delegates),
            new(
                say.And(say.Or(isAgent, say.In(say.Text(agent.WireName), say.Chain)), TooDeep(say, agent, written.Workflow?.Order)),
                RefusalKind.TooDeep, AgentReasons.Depth(agent), delegates),
        };
        if (written.Order is { } order)
        {
            onCalls.Add(new AgentEdge(
                say.And(isAgent, say.Not(orders.OfTools(say, order, isAgent))), RefusalKind.OrderOfTools,
                AgentReasons.OrderOfTools(agent, written.TextOf(Keyword.Follows)), written.PlaceOf(Keyword.Follows) ?? place));
        }
        if (agent.Kind is { } kind)
        {
            var another = new AgentEdge(
                say.And(isAgent, say.Not(say.Equal(say.Kind, say.Text(kind)))),
                RefusalKind.OtherKind,
                AgentReasons.Kind(agent),
                written.PlaceOf(Keyword.Kind) ?? place);
            onCalls.Add(another);
            onDelegations.Add(another);
        }

        var edges = Edges(onCalls, onDelegations);
        var rules = written.BindRules(
            table,
            say => say.Equal(say.Agent, say.Text(agent.WireName)),
            agent.Grants.Tools,
            first: onCalls.Count + onDelegations.Count);
        return Control(IdOf(symbol), agent.Title, place, [.. edges, .. rules]) with
        {
            Satisfies = written.Satisfies,
            Mitigates = written.Mitigates,
        };
    }

    /// <summary>
    /// The rules written in a workflow, which hold for all of its agents, and what it claims; null where there is neither.
    /// </summary>
    public ControlModel? Of(Symbol symbol, WorkflowModel workflow, WorkflowBinder written, SourcePlace place)
    {
        var agents = model.Agents.Where(agent => agent.Workflow == workflow.Name).Select(agent => agent.WireName).ToList();
        var rules = new List<PlacementModel>();
        if (written.Order is { } order)
        {
            var say = new AgentConditions(place);
            var acts = say.OneOf(say.Agent, agents);
            var keeps = new OrderConditions(context, table).OfAgents(say, order, acts);
            rules.AddRange(Edges([NotNext(keeps.OnCall)], [NotNext(keeps.OnDelegation)]));

            AgentEdge NotNext(FollowsExpression keeps) => new(
                say.And(acts, say.Not(keeps)), RefusalKind.OrderOfAgents,
                AgentReasons.OrderOfAgents(workflow.Name, written.TextOf(Keyword.Follows)), written.PlaceOf(Keyword.Follows) ?? place);
        }

        rules.AddRange(written.BindRules(table, say => say.OneOf(say.Agent, agents), workflow.Grants.Tools, first: rules.Count));
        var control = Control(IdOf(symbol), workflow.Title, place, rules) with
        {
            Satisfies = written.Satisfies,
            Mitigates = written.Mitigates,
        };
        return rules.Count + control.Satisfies.Count + control.Mitigates.Count > 0 ? control : null;
    }

    /// <summary>
    /// What restricts every agent, and refuses those that are not declared. No declared name has a star, so that its id is its own.
    /// </summary>
    public ControlModel OfOthers(PackageSymbol root, SourcePlace place)
    {
        var say = new AgentConditions(place);
        var stranger = new AgentEdge(say.NoneOf(say.Agent, _ids), RefusalKind.UndeclaredAgent, AgentReasons.UndeclaredAgent, place);
        var strangerInChain = new AgentEdge(
            say.AnyOutside(say.Chain, agent => say.NoneOf(agent, _ids)),
            RefusalKind.UndeclaredInChain,
            AgentReasons.UndeclaredInChain,
            place);
        var onCalls = new List<AgentEdge> { stranger, strangerInChain };
        if (DeclaresScopes)
            onCalls.Add(
                new AgentEdge(
                    say.OutsideScope(context.Tools, table.Layout(PointNames.ToolCall).Facts.Find("tool")!.Shape),
                    RefusalKind.OutsideScope,
                    AgentReasons.OutsideScope,
                    place));
        var onDelegations = new List<AgentEdge>
        {
            stranger,
            strangerInChain,
            new(say.NoneOf(say.To, _ids), RefusalKind.UndeclaredTaker, AgentReasons.UndeclaredTaker, place),
            new(say.Or(say.Equal(say.To, say.Agent), say.In(say.To, say.Chain)), RefusalKind.Cycle, AgentReasons.Cycle, place),
            new(say.WiderScope(), RefusalKind.WiderScope, AgentReasons.WiderScope, place),
        };
        return Control(
            $"{root.Name}.agent.*",
            "Agents that are not declared, and delegation beyond what an agent has",
            place,
            Edges(onCalls, onDelegations));
    }

    // A scope is handed on, or a tool says of which it is.
    private bool DeclaresScopes =>
        model.Agents.Any(agent => agent.DelegatesTo.Count > 0) || context.Tools.Any(tool => tool.Scope is not null);

    // A handover that the order of the workflow asks for is the next step, and no level deeper.
    private static Expression TooDeep(AgentConditions say, AgentModel agent, OrderModel? order)
    {
        var steps = order is null ? [] : OrderConditions.Handovers(order).ToList();
        return steps.Count == 0
            ? say.AsDeepAs(agent.Depth)
            : say.And(say.AsDeepAs(agent.Depth), say.Not(steps
                .Select(step => say.And(say.Equal(say.Agent, say.Text(step.From)), say.Equal(say.To, say.Text(step.To))))
                .Aggregate(say.Or)));
    }

    private static ControlModel Control(string id, string? title, SourcePlace place, IEnumerable<PlacementModel> placements) => new(
        id,
        title,
        null,
        [],
        [],
        NeverWaived: true,
        null,
        new FixedEffectModel(new BlockEffect(null)),
        Joined(placements),
        place);

    private static PlacementModel[] Edges(List<AgentEdge> onCalls, List<AgentEdge> onDelegations) =>
        [Placement(PointNames.ToolCall, 0, onCalls), Placement(PointNames.Delegate, onCalls.Count, onDelegations)];

    private static ValueList<PlacementModel> Joined(IEnumerable<PlacementModel> placements) => placements
        .GroupBy(placement => (placement.Point, placement.Tools))
        .Select(group => new PlacementModel(group.Key.Point, group.Key.Tools, group.SelectMany(placement => placement.Rules).ToValueList()))
        .ToValueList();

    private static PlacementModel Placement(string point, int first, List<AgentEdge> edges) =>
        new(point, [], edges.Select((edge, number) => edge.ToRule(first + number)).ToValueList());
}
