using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>The agents and workflows in force.</summary>
internal sealed class AgentSet
{
    private readonly BindingContext _context;
    private readonly List<AgentBinder> _agents;
    private readonly List<WorkflowBinder> _workflows;

    private AgentSet(BindingContext context, AgentsModel? model, List<AgentBinder> agents, List<WorkflowBinder> workflows) =>
        (_context, Model, _agents, _workflows) = (context, model, agents, workflows);

    /// <summary>Null where nothing is declared.</summary>
    public AgentsModel? Model { get; }

    public static AgentSet Bind(BindingContext context, IEnumerable<Symbol> workflows, IEnumerable<Symbol> agents)
    {
        var workflowBinders = workflows.Select(symbol => new WorkflowBinder(context, symbol)).ToList();
        var agentBinders = agents.Select(symbol => new AgentBinder(context, symbol)).ToList();
        foreach (var symbol in workflowBinders.Select(workflow => workflow.Symbol).Concat(agentBinders.Select(agent => agent.Symbol)))
            CheckGranted(context, symbol);
        var boundWorkflows = workflowBinders.ConvertAll(workflow => workflow.Bind());
        var boundAgents = agentBinders.ConvertAll(agent => agent.Bind(workflowBinders));
        boundWorkflows = [.. workflowBinders.Zip(boundWorkflows, (binder, workflow) => binder.BindOrder(workflow, boundAgents))];
        // A goal that is misspelt where it is covered is one mistake.
        foreach (var workflow in workflowBinders.Where(_ => !agentBinders.Exists(agent => agent.IsUnclear)))
            workflow.CheckCovered(agentBinders.FindAll(agent => agent.Workflow == workflow));
        CheckNames(context, agentBinders);
        var model =
            boundWorkflows.Count + boundAgents.Count == 0
                ? null
                : new AgentsModel(boundWorkflows.ToValueList(), boundAgents.ToValueList(), Runs: []);
        return new AgentSet(context, model, agentBinders, workflowBinders);
    }

    /// <summary>What the agents may do, as controls.</summary>
    public IEnumerable<ControlModel> Controls(FactTable table)
    {
        if (Model is null)
            return [];
        var controls = new AgentControls(_context, table, Model, [.. _context.Tools.Select(tool => tool.Name)]);
        var all = _agents
            .Zip(Model.Agents, (agent, model) => controls.Of(agent.Symbol, model, agent, Place(agent.Symbol)))
            .Concat(
                _workflows
                    .Zip(Model.Workflows, (workflow, model) => controls.Of(workflow.Symbol, model, workflow, Place(workflow.Symbol)))
                    .OfType<ControlModel>());
        return _agents.Count == 0 ? all : all.Append(controls.OfOthers(_context.Root, Place(_agents[0].Symbol)));
    }

    /// <summary>What runs are held to.</summary>
    public ValueList<RunModel> Runs(FactTable table)
    {
        if (Model is null)
            return [];
        var runs = new RunBinder(_context, table, Model);
        return
        [
            .. _workflows.Zip(Model.Workflows, (written, workflow) => runs.Of(workflow, written, Place(written.Symbol))).OfType<RunModel>(),
            .. _agents.Zip(Model.Agents, (written, agent) => runs.Of(agent, written, Place(written.Symbol))).OfType<RunModel>(),
        ];
    }

    private SourcePlace Place(Symbol symbol) => _context.Place(symbol.Package, symbol.Declaration.Source, symbol.Declaration.Span);

    private static void CheckGranted(BindingContext context, Symbol symbol)
    {
        if (!symbol.Package.IsPolicy)
            context.Report(
                ToolDiagnostics.LibraryGrants,
                symbol.Declaration.Source,
                symbol.Declaration.Span,
                symbol.Package.Name,
                symbol.Name,
                NameLookup.KindName(symbol.Kind));
        GrantChecks.Check(context, symbol);
    }

    private static void CheckNames(BindingContext context, List<AgentBinder> agents)
    {
        var names = new Dictionary<string, AgentBinder>(StringComparer.Ordinal);
        foreach (var agent in agents)
        {
            var name = agent.Symbol.Declaration;
            if (!names.TryAdd(agent.WireName, agent))
                context.Report(
                    ToolDiagnostics.WireNameTwice,
                    name.Source,
                    name.Span,
                    names[agent.WireName].Symbol.Name,
                    agent.Symbol.Name,
                    agent.WireName);
        }
    }
}
