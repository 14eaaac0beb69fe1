using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Binds a <c>workflow</c>.</summary>
internal sealed class WorkflowBinder(BindingContext context, Symbol symbol)
{
    private readonly WorkflowDeclarationSyntax _syntax = (WorkflowDeclarationSyntax)symbol.Syntax;
    private readonly List<SyntaxToken> _goals = [];

    public Symbol Symbol => symbol;

    public WrittenGrants Grants { get; private set; } = WrittenGrants.Nothing;

    public ValueList<string> Satisfies => CatalogueIds.Satisfied(_syntax.Block.Members);

    public ValueList<string> Mitigates => CatalogueIds.Mitigated(_syntax.Block.Members);

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
                    if (goal.Where is { } where)
                        context.ReportNotCarriedOut(where, "where in a goal");
                    _goals.Add(goal.Name);
                    goals.Add(new GoalModel(goal.Name.Text, Literals.Text(goal.Text) ?? ""));
                    break;
                case NameMemberSyntax or PathsMemberSyntax or DelegatesMemberSyntax:
                    var keyword = member.Tokens().First();
                    context.Report(AgentDiagnostics.NotInWorkflow, keyword.Source, keyword.Span, keyword.Text, symbol.Name);
                    break;
            }
        }

        Grants = grants.Grants;
        return new WorkflowModel(
            symbol.Name, Literals.Text(_syntax.Head.Alias?.Text) ?? symbol.Name, Literals.Text(_syntax.Head.Title), GrantsBinder.Model(Grants, []), goals.ToValueList());
    }

    /// <summary>The rules written in it, each where it stands.</summary>
    /// <param name="acts">Whether it is what acts.</param>
    /// <param name="tools">The tools that it may call.</param>
    /// <param name="first">The number of the first rule.</param>
    public IEnumerable<PlacementModel> BindRules(FactTable table, Func<AgentConditions, Expression> acts, IEnumerable<string> tools, int first = 0) =>
        new ActingRules(context, table, symbol, _syntax.Block.Members, [.. tools]).Bind(acts, first);

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
