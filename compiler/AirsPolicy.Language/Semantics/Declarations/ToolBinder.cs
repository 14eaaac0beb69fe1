using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds a <c>tool</c>: first what it is, which lays out the facts, then its rules, which read them.</summary>
internal sealed class ToolBinder(Symbol symbol)
{
    private readonly ToolDeclarationSyntax _syntax = (ToolDeclarationSyntax)symbol.Syntax;
    private string _class = "privileged";
    private Shape? _args;
    private Shape? _result;
    private ImmutableArray<string> _labels = [];
    private string? _scope;
    private OnStopMemberSyntax? _stop;

    public Symbol Symbol => symbol;

    /// <summary>What the tool is; what is wrong is reported and left out.</summary>
    public DeclaredTool BindSignature(BindingContext context)
    {
        var clauses = new ClauseSet(context, symbol.Name);
        foreach (var member in Members)
            BindMember(context, member, clauses);
        return new DeclaredTool(
            symbol.Name, Literals.Text(_syntax.Head.Alias?.Text) ?? symbol.Name, _class, _args, _result, _scope,
            context.Place(symbol.Package, symbol.Declaration.Source, symbol.Declaration.Span));
    }

    /// <summary>The tool of the model, after <see cref="BindSignature"/>.</summary>
    public ToolModel Model(BindingContext context) =>
        new(
            symbol.Name,
            Literals.Text(_syntax.Head.Alias?.Text) ?? symbol.Name,
            Literals.Text(_syntax.Head.Title),
            _class,
            _labels.ToValueList(),
            CatalogueIds.Satisfied(Members),
            CatalogueIds.Mitigated(Members),
            _stop is null ? null : StopBinder.Bind(context, symbol, _stop),
            _scope);

    /// <summary>The tool's rules as a control that stands at its call, or null where it has none.</summary>
    public ControlModel? BindRules(BindingContext context, FactTable table)
    {
        if (_syntax.Block is null || !Members.Any(m => m is WhenRuleSyntax or AlwaysRuleSyntax or LimitMemberSyntax))
            return null;
        var source = symbol.Declaration.Source;
        var facts = table.At(DecisionPoints.Find(PointNames.ToolCall)!, [symbol.Name]);
        ScopeNames.Add(context, source, _syntax.Block, symbol.Package, facts);
        var binder = new RuleBinder(context, symbol.Package, source, _syntax.Block.Members);
        var rules = binder.Bind(facts);
        var ordinal = Members.Count(m => m is WhenRuleSyntax or AlwaysRuleSyntax);
        var limits = LimitControls.Bind(
            context,
            symbol.Package,
            source,
            Members,
            "a tool",
            ControlIdOf(symbol),
            binder.Scope(facts),
            ordinal);
        return new ControlModel(
            ControlIdOf(symbol),
            Literals.Text(_syntax.Head.Title),
            null,
            CatalogueIds.Satisfied(Members),
            CatalogueIds.Mitigated(Members),
            NeverWaived: false,
            null,
            new FixedEffectModel(new BlockEffect(null)),
            [new PlacementModel(PointNames.ToolCall, [symbol.Name], [.. rules, .. limits])],
            context.Place(symbol.Package, source, symbol.Declaration.Span));
    }

    /// <summary>The tool of that name, which has to be one of this policy; what is wrong is reported.</summary>
    public static Symbol? Require(BindingContext context, PackageSymbol package, PathSyntax path) =>
        NameLookup.Require(context, package, path, SymbolKind.Tool) is { } tool && IsInForce(context, path, tool) ? tool : null;

    /// <summary>The tool of that name, or the tools of the group of that name.</summary>
    /// <inheritdoc cref="Require"/>
    public static ImmutableArray<Symbol> RequireAll(BindingContext context, PackageSymbol package, PathSyntax path) =>
        NameLookup.Require(context, package, path, SymbolKind.Tool, SymbolKind.Group) switch
        {
            { Kind: SymbolKind.Group } group => GroupBinder.ToolsOf(context, group),
            { } tool when IsInForce(context, path, tool) => [tool],
            _ => [],
        };

    private static bool IsInForce(BindingContext context, PathSyntax path, Symbol tool)
    {
        if (context.InForce.Contains(tool.Package))
            return true;
        context.Report(ToolDiagnostics.ToolElsewhere, path.Parts[0].Source, path.Span, tool.Name, tool.Package.Name);
        return false;
    }

    /// <summary>The id of the control that a tool's own rules are.</summary>
    public static string ControlIdOf(Symbol tool) => $"{tool.Package.Name}.tool.{tool.Name}";

    private IEnumerable<MemberSyntax> Members => _syntax.Block?.Members ?? (IEnumerable<MemberSyntax>)[];

    private void BindMember(BindingContext context, MemberSyntax member, ClauseSet clauses)
    {
        switch (member)
        {
            case NameMemberSyntax { Keyword.Keyword: Keyword.Class } named when clauses.First("class", named):
                if (FactShapes.ToolClass.IndexOf(named.Name.Text) >= 0)
                    _class = named.Name.Text;
                else if (!named.Name.IsMissing)
                    context.ReportUnknown(
                        ToolDiagnostics.UnknownClass,
                        named.Name.Source,
                        named.Name.Span,
                        named.Name.Text,
                        FactShapes.ToolClass.Names,
                        named.Name.Text);
                break;
            case ShapeMemberSyntax { Keyword.Keyword: Keyword.Args } args when clauses.First("args", args):
                _args = BindShape(context, args);
                break;
            case ShapeMemberSyntax { Keyword.Keyword: Keyword.Result } result when clauses.First("result", result):
                _result = BindShape(context, result);
                break;
            case PathsMemberSyntax { Keyword.Keyword: Keyword.Labels } labels when clauses.First("labels", labels):
                _labels =
                [
                    .. labels
                        .Paths.Select(path => NameLookup.Require(context, symbol.Package, path, SymbolKind.Label))
                        .OfType<Symbol>()
                        .Select(l => l.QualifiedName),
                ];
                break;
            case TextMemberSyntax { Keyword.Keyword: Keyword.Scope } scope when clauses.First("scope", scope):
                if (Literals.Text(scope.Text) is { } name)
                {
                    _scope = name;
                    context.Hosts.Add(new HostBinding("scope", name));
                }
                break;
            case OnStopMemberSyntax stop when clauses.First("on stop", stop):
                _stop = stop; // Bound once all tools are known.
                break;
            case WhenRuleSyntax or AlwaysRuleSyntax or LetMemberSyntax or LimitMemberSyntax:
                break; // Bound once all facts are laid out.
            case OwnerMemberSyntax or ApprovedByMemberSyntax or EffectiveMemberSyntax or ReviewMemberSyntax or SeverityMemberSyntax:
                break; // Governance reads them.
        }
    }

    private Shape BindShape(BindingContext context, ShapeMemberSyntax syntax)
    {
        if (new ShapeBinder(context, symbol.Package).Bind(syntax.Shape) is not { } bound)
            return ErrorShape.Instance;
        if (bound.Shape is RecordShape record)
            // A schema that closes a record keeps it closed.
            return record with { Open = syntax.OpenKeyword is not null && (record.Open || record.Constraint is null) };
        context.Report(
            ToolDiagnostics.ArgsNotRecord,
            syntax.Keyword.Source,
            syntax.Shape.Span,
            syntax.Keyword.Source.Slice(syntax.Shape.Span).ToString(),
            ShapeText.WithArticle(bound.Shape));
        return ErrorShape.Instance;
    }
}
