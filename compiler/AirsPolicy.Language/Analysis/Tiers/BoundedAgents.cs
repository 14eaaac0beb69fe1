using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>What a bound of a tier says of agents and workflows.</summary>
internal static class BoundedAgents
{
    private const string GoalText = "Say what is to be reached";

    public static IEnumerable<BoundedValue> Depths(AnalysisContext context, StandingModel standing, RequiredValueModel bound) =>
        Agents(
            context,
            standing,
            (agent, symbol) =>
            {
                // An agent that says nothing is as good as one that says 1.
                var clause = Members<DelegatesMemberSyntax>(symbol).FirstOrDefault(member => member.Depth is not null)?.Depth!.Value;
                var span = clause?.Span ?? symbol.Declaration.Span;
                return new BoundedValue(
                    agent.Depth,
                    symbol.Declaration.Source,
                    span,
                    $"'{symbol.Name}' has {agent.Depth}",
                    clause is null ? [] : [Suggestion.Replace(clause.Span, bound.Text)]);
            }
        );

    public static IEnumerable<BoundedValue> Tools(AnalysisContext context, StandingModel standing) =>
        Agents(
            context,
            standing,
            (agent, symbol) =>
                new BoundedValue(
                    agent.Grants.Tools.Count,
                    symbol.Declaration.Source,
                    symbol.Declaration.Span,
                    $"'{symbol.Name}' has {agent.Grants.Tools.Count}",
                    []));

    public static IEnumerable<BoundedValue> Goals(AnalysisContext context, StandingModel standing)
    {
        if (context.Model.Agents?.Workflows is not { Count: > 0 } workflows)
        {
            var (file, at) = context.Find(standing.Place);
            var (workflow, agent) = (ClauseFix.NewName(context, "work"), ClauseFix.NewName(context, "worker"));
            yield return new BoundedValue(null, file, at, "there is no workflow",
                [ClauseFix.Append(file, "Add a workflow with a goal, and an agent that covers it",
                    $"workflow {workflow} {{ goal reached \"{GoalText}\" }}\n\nagent {agent} in {workflow} {{ covers reached }}")]);
            yield break;
        }
        foreach (var workflow in workflows)
        {
            var symbol = Find(context, SymbolKind.Workflow, workflow.Name);
            yield return new BoundedValue(
                workflow.Goals.Count,
                symbol.Declaration.Source,
                symbol.Declaration.Span,
                $"'{symbol.Name}' has {workflow.Goals.Count}",
                workflow.Goals.Count == 0 ? AddGoal(context, workflow, symbol) : []);
        }
    }

    /// <summary>
    /// Which share of the agents of each workflow hang on one provider. One agent alone hangs on one, and nothing follows from that.
    /// </summary>
    public static IEnumerable<BoundedValue> Providers(AnalysisContext context)
    {
        var agents = context.Model.Agents?.Agents ?? [];
        var workflows = agents
            .Where(agent => agent.Workflow is not null)
            .GroupBy(agent => agent.Workflow!, StringComparer.Ordinal)
            .Where(workflow => workflow.Count() > 1);
        foreach (var workflow in workflows)
        {
            var symbol = Find(context, SymbolKind.Workflow, workflow.Key);
            var (share, words) = Share(context.Model.System!, [.. workflow]);
            yield return new BoundedValue(share, symbol.Declaration.Source, symbol.Declaration.Span, words, []);
        }
    }

    // Names of a host that differ in case alone are one name to whoever counts who depends on whom.
    private static (decimal? Share, string Words) Share(SystemModel system, List<AgentModel> agents)
    {
        if (agents.Find(agent => agent.Models is { Provider: null } || (agent.Models is null && system.Provider is null)) is { } silent)
            return (null, $"nothing says who provides the model of '{silent.Name}'");
        var most = agents
            .GroupBy(agent => agent.Models?.Provider ?? system.Provider!, StringComparer.OrdinalIgnoreCase)
            .MaxBy(provided => provided.Count())!;
        var count = most.Count();
        return (
            (decimal)count * Millionths.Whole / agents.Count,
            $"{count} of {agents.Count} agents of '{agents[0].Workflow}' hang on '{most.Key}'");
    }

    // A goal that no agent covers is the next mistake, so that one of the same file covers it.
    private static ImmutableArray<DiagnosticFix> AddGoal(AnalysisContext context, WorkflowModel workflow, Symbol symbol)
    {
        var source = symbol.Declaration.Source;
        var agent = context.Model.Agents!.Agents.Where(agent => agent.Workflow == workflow.Name)
            .Select(agent => Find(context, SymbolKind.Agent, agent.Name)).FirstOrDefault(agent => agent.Declaration.Source == source);
        if (agent is null)
            return [];
        var goal = ClauseFix.Insert(
            source,
            ((WorkflowDeclarationSyntax)symbol.Syntax).Block,
            $"Add a goal, which '{agent.Name}' covers",
            $"goal reached \"{GoalText}\"");
        var covers = ClauseFix.Insert(source, ((AgentDeclarationSyntax)agent.Syntax).Block, "", "covers reached");
        return [goal with { Edits = [.. goal.Edits.Concat(covers.Edits).OrderBy(edit => edit.Span.Start)] }];
    }

    private static IEnumerable<BoundedValue> Agents(
        AnalysisContext context,
        StandingModel standing,
        Func<AgentModel, Symbol, BoundedValue> value)
    {
        if (context.Model.Agents?.Agents is { Count: > 0 } agents)
            return agents.Select(agent => value(agent, Find(context, SymbolKind.Agent, agent.Name)));
        var (file, at) = context.Find(standing.Place);
        return
        [
            new BoundedValue(
                null,
                file,
                at,
                "there is no agent",
                [
                    ClauseFix.Append(
                        file,
                        "Add an agent, which calls nothing until it is given tools",
                        $"agent {ClauseFix.NewName(context, "worker")} {{}}"),
                ]
            ),
        ];
    }

    private static IEnumerable<T> Members<T>(Symbol agent)
        where T : MemberSyntax => ((AgentDeclarationSyntax)agent.Syntax).Block.Members.AsEnumerable().OfType<T>();

    private static Symbol Find(AnalysisContext context, SymbolKind kind, string name) =>
        context.Packages.SelectMany(package => package.Members.Values).First(symbol => symbol.Kind == kind && symbol.Name == name);
}
