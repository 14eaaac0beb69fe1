using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Binds an <c>agent</c>.</summary>
internal sealed class AgentBinder(BindingContext context, Symbol symbol)
{
    private const int DeepestChain = 100;

    private readonly AgentDeclarationSyntax _syntax = (AgentDeclarationSyntax)symbol.Syntax;
    private readonly List<string> _delegatesTo = [];
    private string? _kind;
    private FollowsMemberSyntax? _follows;
    private long _depth = 1;

    public Symbol Symbol => symbol;

    public List<string> Covers { get; } = [];

    /// <summary>The order of its tools, or null.</summary>
    public OrderModel? Order { get; private set; }

    public string WireName => Literals.Text(_syntax.Head.Alias?.Text) ?? symbol.Name;

    /// <summary>The workflow that the agent is in, or null.</summary>
    public WorkflowBinder? Workflow { get; private set; }

    /// <summary>It may be meant to cover a goal that it does not name rightly, or be in a workflow that is not there.</summary>
    public bool IsUnclear { get; private set; }

    public ValueList<string> Satisfies => CatalogueIds.Satisfied(_syntax.Block.Members);

    public ValueList<string> Mitigates => CatalogueIds.Mitigated(_syntax.Block.Members);

    public AgentModel Bind(IReadOnlyList<WorkflowBinder> workflows)
    {
        if (_syntax.In is { Name.IsMissing: false } inside)
            IsUnclear = (Workflow = Find(inside.Name, workflows)) is null;
        var clauses = new ClauseSet(context, symbol.Name);
        var grants = new GrantsBinder(context, symbol, clauses);
        foreach (var member in _syntax.Block.Members)
        {
            if (!grants.Bind(member))
                BindMember(member, clauses);
        }

        if (Workflow is not null)
            GrantsBinder.CheckWithin(context, symbol, grants.Grants, Workflow.Symbol, Workflow.Grants);
        if (_follows is not null)
            Order = new FollowsBinder(context, symbol, name => ToolOf(name, grants.Grants)).Bind(_follows, handovers: null);
        return new AgentModel(
            symbol.Name,
            WireName,
            Literals.Text(_syntax.Head.Title),
            Workflow?.Symbol.Name,
            _kind,
            GrantsBinder.Model(grants.Grants, Workflow?.Grants.Never ?? []),
            _delegatesTo.Order(StringComparer.Ordinal).ToValueList(),
            (int)_depth,
            Covers.ToValueList(),
            Order?.Steps,
            grants.Models ?? Workflow?.Models);
    }

    private string? ToolOf(SyntaxToken name, WrittenGrants grants)
    {
        // A step may be of a tool that is granted by a misspelt name, which is reported there.
        var misspelt = _syntax.Block.Members.OfType<PathsMemberSyntax>().Where(member => member.Keyword.Keyword == Keyword.Tools)
            .SelectMany(member => member.Paths).Any(path =>
                NameLookup.Find(symbol.Package, path.Text, SymbolKind.Tool) is null
                && NameLookup.Find(symbol.Package, path.Text, SymbolKind.Group) is null);
        if (!NameLookup.TryResolve(context, symbol.Package, name.Text, name.Source, name.Span, SymbolKind.Tool, out var tool))
        {
            if (NameLookup.Find(symbol.Package, name.Text, SymbolKind.Group) is { } group)
            {
                context.Report(
                    NameDiagnostics.WrongKind,
                    name.Source,
                    name.Span,
                    name.Text,
                    NameLookup.KindName(group.Kind),
                    NameLookup.KindName(SymbolKind.Tool));
                return null;
            }
            var held = grants.Tools.Select(granted => granted.Name).Except(grants.Never.Select(never => never.Name)).ToList();
            context.ReportUnknown(
                NameDiagnostics.UnknownDeclaration,
                name.Source,
                name.Span,
                name.Text,
                held.Concat(NameLookup.Names(symbol.Package, SymbolKind.Tool)),
                nearest => misspelt || held.Contains(nearest),
                NameLookup.KindName(SymbolKind.Tool),
                name.Text);
            return null;
        }

        if (tool is null)
            return null;
        context.Notes?.Refer(name, SymbolKind.Tool, tool.QualifiedName, null, null, tool);
        if (grants.Tools.Any(granted => granted.Name == tool.Name) && grants.Never.All(never => never.Name != tool.Name))
            return context.Tools.First(declared => declared.Name == tool.Name).WireName;
        if (misspelt)
        {
            context.Marks.Add(BindingMark.LeftOut);
            return null;
        }
        context.Report(
            AgentDiagnostics.StepNotHeld,
            name.Source,
            name.Span,
            name.Text,
            $"no tool that '{symbol.Name}' may call",
            "grant it, or take the step out");
        return null;
    }

    /// <summary>The clause that begins with a word, or null.</summary>
    public SourcePlace? PlaceOf(Keyword word) => Clauses.PlaceOf(context, symbol, _syntax.Block, word);

    /// <summary>The text of that clause on one line.</summary>
    public string TextOf(Keyword word) => Clauses.TextOf(symbol, _syntax.Block, word);

    /// <summary>The rules written in it, each where it stands.</summary>
    /// <param name="acts">Whether it is what acts.</param>
    /// <param name="tools">The tools that it may call.</param>
    /// <param name="first">The number of the first rule.</param>
    public IEnumerable<PlacementModel> BindRules(
        FactTable table,
        Func<AgentConditions, Expression> acts,
        IEnumerable<string> tools,
        int first) => new ActingRules(context, table, symbol, _syntax.Block.Members, [.. tools]).Bind(acts, first);

    /// <summary>Writes that the agent covers a goal.</summary>
    public DiagnosticFix CoverFix(string goal)
    {
        var at = _syntax.Block.OpenBrace.Span.End;
        return new DiagnosticFix($"Write 'covers {goal}' in '{symbol.Name}'", [new TextEdit(new TextSpan(at, at), $" covers {goal} ")]);
    }

    private WorkflowBinder? Find(SyntaxToken name, IReadOnlyList<WorkflowBinder> workflows)
    {
        if (NameLookup.TryResolve(context, symbol.Package, name.Text, name.Source, name.Span, SymbolKind.Workflow, out var found))
        {
            if (found is not null)
                context.Notes?.Refer(name, SymbolKind.Workflow, found.QualifiedName, null, null, found);
            return workflows.FirstOrDefault(workflow => workflow.Symbol == found);
        }

        context.ReportUnknown(
            NameDiagnostics.UnknownDeclaration,
            name.Source,
            name.Span,
            name.Text,
            NameLookup.Names(symbol.Package, SymbolKind.Workflow),
            NameLookup.KindName(SymbolKind.Workflow),
            name.Text);
        return null;
    }

    private void BindMember(MemberSyntax member, ClauseSet clauses)
    {
        switch (member)
        {
            case NameMemberSyntax { Keyword.Keyword: Keyword.Kind } kind when !kind.Name.IsMissing && clauses.First("kind", kind):
                _kind = kind.Name.Text;
                break;
            case PathsMemberSyntax { Keyword.Keyword: Keyword.Covers } covers when clauses.First("covers", covers):
                foreach (var path in covers.Paths)
                    BindGoal(path);
                break;
            case FollowsMemberSyntax follows when clauses.First("follows", follows):
                _follows = follows;
                break;
            case DelegatesMemberSyntax delegates when clauses.First("delegates to", delegates):
                foreach (var path in delegates.Paths)
                    BindDelegate(path);
                BindDepth(delegates.Depth);
                break;
            case GoalMemberSyntax goal:
                context.Report(AgentDiagnostics.NotInAgent, goal.GoalKeyword.Source, goal.GoalKeyword.Span, goal.Name.Text);
                break;
        }
    }

    private void BindGoal(PathSyntax path)
    {
        if (path.IsMissing || (Workflow is null && IsUnclear))
            return;
        if (Workflow is null || !Workflow.GoalNames.Contains(path.Text))
        {
            IsUnclear = true;
            context.ReportUnknown(
                AgentDiagnostics.UnknownGoal,
                path.Parts[0].Source,
                path.Span,
                path.Text,
                Workflow?.GoalNames ?? [],
                path.Text,
                Workflow?.Symbol.Name ?? symbol.Name);
            return;
        }

        if (!Covers.Contains(path.Text))
            Covers.Add(path.Text);
    }

    private void BindDelegate(PathSyntax path)
    {
        if (NameLookup.Require(context, symbol.Package, path, SymbolKind.Agent) is not { } to || !context.InForce.Contains(to.Package))
            return;
        if (to == symbol)
            context.Report(AgentDiagnostics.DelegatesToItself, path.Parts[0].Source, path.Span, symbol.Name);
        else if (!_delegatesTo.Contains(to.Name))
            _delegatesTo.Add(to.Name);
    }

    private void BindDepth(KeywordValueSyntax? depth)
    {
        if (depth is null
            || ParamBinder.BindConstant(context, symbol.Package, depth.Value, IntShape.Instance, ParamRole.LessIsStricter)?.Value
                is not long value)
            return;
        if (value is >= 1 and <= DeepestChain)
            _depth = value;
        else
            context.Report(NameDiagnostics.OutOfRange, depth.Keyword.Source, depth.Value.Span, "The depth", "1", "100");
    }
}
