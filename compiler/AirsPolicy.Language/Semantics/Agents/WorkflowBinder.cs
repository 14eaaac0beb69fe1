using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Binds a <c>workflow</c>.</summary>
internal sealed class WorkflowBinder(BindingContext context, Symbol symbol)
{
    private readonly WorkflowDeclarationSyntax _syntax = (WorkflowDeclarationSyntax)symbol.Syntax;
    private readonly List<SyntaxToken> _goals = [];
    private readonly Dictionary<string, ExpressionSyntax> _conditions = new(StringComparer.Ordinal);
    private FollowsMemberSyntax? _follows;

    public Symbol Symbol => symbol;

    public WrittenGrants Grants { get; private set; } = WrittenGrants.Nothing;

    /// <summary>The models of those of its agents that say nothing of their own; null where it says nothing either.</summary>
    public UsedModels? Models { get; private set; }

    public ValueList<string> Satisfies => CatalogueIds.Satisfied(_syntax.Block.Members);

    public ValueList<string> Mitigates => CatalogueIds.Mitigated(_syntax.Block.Members);

    /// <summary>The order of its agents, or null; known after <see cref="BindOrder"/>.</summary>
    public OrderModel? Order { get; private set; }

    public IEnumerable<string> GoalNames => _goals.Select(goal => goal.Text);

    public WorkflowModel Bind()
    {
        var clauses = new ClauseSet(context, symbol.Name);
        var grants = new GrantsBinder(context, symbol, clauses);
        var goals = new List<GoalModel>();
        foreach (var member in _syntax.Block.Members)
        {
            if (grants.Bind(member))
                continue;
            switch (member)
            {
                case GoalMemberSyntax goal when !goal.Name.IsMissing && clauses.First($"goal {goal.Name.Text}", goal):
                    _goals.Add(goal.Name);
                    if (goal.Where is { } where)
                        _conditions.Add(goal.Name.Text, where.Condition);
                    goals.Add(new GoalModel(goal.Name.Text, Literals.Text(goal.Text) ?? ""));
                    break;
                case FollowsMemberSyntax follows when clauses.First("follows", follows):
                    _follows = follows;
                    break;
                case NameMemberSyntax or PathsMemberSyntax or DelegatesMemberSyntax:
                    var keyword = member.Tokens().First();
                    context.Report(AgentDiagnostics.NotInWorkflow, keyword.Source, keyword.Span, keyword.Text, symbol.Name);
                    break;
            }
        }

        Grants = grants.Grants;
        Models = grants.Models;
        return new WorkflowModel(
            symbol.Name,
            Literals.Text(_syntax.Head.Alias?.Text) ?? symbol.Name,
            Literals.Text(_syntax.Head.Title),
            GrantsBinder.Model(Grants, []),
            goals.ToValueList(),
            Follows: null);
    }

    /// <summary>The rules written in it, each where it stands.</summary>
    /// <param name="acts">Whether it is what acts.</param>
    /// <param name="tools">The tools that it may call.</param>
    /// <param name="first">The number of the first rule.</param>
    public IEnumerable<PlacementModel> BindRules(
        FactTable table,
        Func<AgentConditions, Expression> acts,
        IEnumerable<string> tools,
        int first) => new ActingRules(context, table, symbol, _syntax.Block.Members, [.. tools]).Bind(acts, first);

    /// <summary>Where a goal can be reached, and by what; null where that is said in words alone, or is wrong, which is reported.</summary>
    /// <param name="goal">The name of the goal.</param>
    public IReadOnlyList<(PointFacts Place, Expression Condition)>? BindGoal(string goal, FactTable table)
    {
        if (!_conditions.TryGetValue(goal, out var where))
            return null;
        var rules = (BindingContext context) => new RuleBinder(context, symbol.Package, symbol.Declaration.Source, _syntax.Block.Members);
        var places = new ActingPlaces(table, [.. context.Tools.Select(tool => tool.Name)]).OfResult(facts =>
        {
            var trial = context.Trial();
            Bind(trial, facts);
            return ActingPlaces.Findings(trial);
        });
        ScopeNames.Add(context, symbol.Declaration.Source, where, symbol.Package, places[0]);
        var bound = places.Select(facts => (facts, Condition: Bind(context, facts))).ToList();
        if (bound.TrueForAll(at => at.Condition is not null))
            return bound.ConvertAll(at => (at.facts, at.Condition!));
        context.Marks.Add(BindingMark.LeftOut);
        return null;

        Expression? Bind(BindingContext context, PointFacts facts) =>
            new ExpressionBinder(context, rules(context).Scope(facts)).WithoutPast().BindCondition(where);
    }

    /// <summary>The clause that begins with a word, or null.</summary>
    public SourcePlace? PlaceOf(Keyword word) => Clauses.PlaceOf(context, symbol, _syntax.Block, word);

    /// <summary>The text of that clause on one line.</summary>
    public string TextOf(Keyword word) => Clauses.TextOf(symbol, _syntax.Block, word);

    /// <summary>The workflow with the order of its agents, once these are known.</summary>
    public WorkflowModel BindOrder(WorkflowModel workflow, IReadOnlyList<AgentModel> agents)
    {
        if (_follows is null)
            return workflow;
        var own = agents.Where(agent => agent.Workflow == workflow.Name).ToList();
        var handovers = own.SelectMany(agent =>
            own.Where(other => agent.DelegatesTo.Contains(other.Name)).Select(other => new Handover(agent.WireName, other.WireName)));
        Order = new FollowsBinder(context, symbol, name => AgentOf(name, own)).Bind(_follows, handovers.ToValueList());
        return workflow with { Follows = Order?.Steps };
    }

    private string? AgentOf(SyntaxToken name, List<AgentModel> own)
    {
        if (!NameLookup.TryResolve(context, symbol.Package, name.Text, name.Source, name.Span, SymbolKind.Agent, out var agent))
        {
            var names = own.Select(known => known.Name).ToList();
            context.ReportUnknown(
                NameDiagnostics.UnknownDeclaration,
                name.Source,
                name.Span,
                name.Text,
                names.Concat(NameLookup.Names(symbol.Package, SymbolKind.Agent)),
                names.Contains,
                NameLookup.KindName(SymbolKind.Agent),
                name.Text);
            return null;
        }

        if (agent is null)
            return null;
        context.Notes?.Refer(name, SymbolKind.Agent, agent.QualifiedName, null, null, agent);
        if (own.Find(known => known.Name == agent.Name) is { } found)
            return found.WireName;
        context.Report(
            AgentDiagnostics.StepNotHeld,
            name.Source,
            name.Span,
            name.Text,
            $"no agent in '{symbol.Name}'",
            $"write 'in {symbol.Name}' behind its name, or take the step out");
        return null;
    }

    /// <summary>Reports the goals that none of its agents covers.</summary>
    public void CheckCovered(IReadOnlyList<AgentBinder> agents)
    {
        foreach (var goal in _goals.Where(goal => agents.All(agent => !agent.Covers.Contains(goal.Text))))
        {
            context.Report(new Diagnostic(AgentDiagnostics.UncoveredGoal, goal.Source, goal.Span, [symbol.Name, goal.Text])
            {
                Fixes = agents is [var only] && only.Symbol.Declaration.Source == goal.Source ? [only.CoverFix(goal.Text)] : [],
            });
        }
    }
}
