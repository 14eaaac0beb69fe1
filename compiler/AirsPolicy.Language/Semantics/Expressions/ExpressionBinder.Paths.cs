using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Facts, items and their members.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindPath(ExpressionSyntax syntax, Shape? expected)
    {
        if (BindOptional(syntax, expected) is not { } path)
            return null;
        if (path.Absent is null)
            return path.Expression;
        var text = TextOf(syntax);
        _context.Report(
            new Diagnostic(NameDiagnostics.MayBeAbsent, Scope.Source, syntax.Span, [text, path.Question ?? $"has {path.Absent}"])
            {
                Fixes =
                    path.Expression.Shape is BoolShape
                        ? [new DiagnosticFix("Take absence for false", [new TextEdit(syntax.Span, $"({text} ?? false)")])]
                        : [],
            }
        );
        return null;
    }

    /// <summary>Binds an expression that may be absent; anything but a path, a row of data or a table is always there.</summary>
    private BoundPath? BindOptional(ExpressionSyntax syntax, Shape? expected = null)
    {
        if (syntax is ParenthesizedExpressionSyntax inner)
            return BindOptional(inner.Expression, expected);
        if (syntax is TableExpressionSyntax table)
            return BindOptionalTable(table, expected);
        if (syntax is CallExpressionSyntax call && AskedOf(call) is { } asked)
            return BindLookup(call, asked.Data);
        if (NameChain.Of(syntax) is { } chain)
            return BindChain(chain, syntax, expected);
        if (syntax is MemberExpressionSyntax { Target: var ofMember, Name: var name })
            return NoMember(ofMember, name);
        if (syntax is IndexExpressionSyntax { Target: var ofIndex, Text: var text })
            return NoMember(ofIndex, text);
        return Bind(syntax, expected) is { } bound ? BoundPath.Present(bound) : null;
    }

    // A member of something that is no path: only facts, items and lets have members.
    private BoundPath? NoMember(ExpressionSyntax target, SyntaxToken member)
    {
        if (Bind(target) is { } value)
            Report(
                NameDiagnostics.UnknownMember,
                member.Span,
                TextOf(target),
                member.Text,
                $"; it is {ShapeText.WithArticle(value.Shape)}.");
        return null;
    }

    private BoundPath? BindChain(NameChain chain, ExpressionSyntax syntax, Shape? expected)
    {
        if (chain.Steps.IsEmpty && expected is EnumShape names && BindEnumName(chain.Root, names, syntax) is { } symbol)
            return symbol.Value is null ? null : BoundPath.Present(symbol.Value);
        if (Scope.Locals.TryGetValue(chain.Root.Text, out var local))
            return BindLocal(local, chain, syntax);
        if (BindFact(chain, syntax) is { } fact)
            return fact.Path;
        if (BindSymbol(chain, syntax, expected) is { } named)
            return named.Path;
        if (ReportUnknownReading(chain))
            return null;
        if (ReportFactElsewhere(chain.Root))
            return null;
        if (chain.Steps.IsEmpty && expected is EnumShape all)
            ReportNotInEnum(chain.Root.Span, chain.Root.Text, all);
        else
            _context.ReportUnknown(
                NameDiagnostics.UnknownName,
                Scope.Source,
                chain.Root.Span,
                chain.Root.Text,
                VisibleNames(),
                chain.Root.Text);
        return null;
    }

    // What is measured of judges and queues, and what is known of breakers, where none is declared or readings are not told.
    private bool ReportUnknownReading(NameChain chain)
    {
        if (chain.Steps.IsEmpty || !Symbols.Points.Readings.IsTaken(chain.Root.Text))
            return false;
        var group = chain.Root.Text;
        if (Scope.Facts.Point is { } point && group != "breaker" && !Symbols.Points.Readings.Points.Contains(point.Name))
            Report(NameDiagnostics.FactElsewhere, chain.Root.Span, group, FactPlaces.Sentence(Symbols.Points.Readings.Points), point.Name);
        else
            _context.ReportUnknown(
                PaceDiagnostics.UnknownReading,
                Scope.Source,
                chain.Steps[0].Token.Span,
                chain.Steps[0].Name,
                [],
                group,
                chain.Steps[0].Name,
                chain.Text);
        return true;
    }

    // Facts stand at some points, and nowhere that is known when the policy is compiled.
    private bool ReportFactElsewhere(SyntaxToken root)
    {
        var places = FactPlaces.Of(_context, root.Text);
        if (Scope.Facts.Point is { } point && places.Count > 0)
            Report(NameDiagnostics.FactElsewhere, root.Span, root.Text, FactPlaces.Sentence(places), point.Name);
        else if (ReferenceEquals(Scope.Facts, Declarations.NoFacts.Instance)
            && (places.Count > 0 || FactPlaces.IsEverywhere(_context, root.Text)))
            Report(NameDiagnostics.ParamNotConstant, root.Span, root.Text);
        else
            return false;
        return true;
    }

    private BoundPath? BindLocal(LocalName local, NameChain chain, ExpressionSyntax syntax)
    {
        switch (local)
        {
            case ItemName item:
                _context.Notes?.ReferLocal(chain.Root, SymbolKind.Item, item.Shape, item.Declared);
                return Walk(
                    new ItemExpression(item.Variable, [], item.Shape, Place(syntax)),
                    $"${item.Variable}",
                    chain.Root.Text,
                    chain,
                    0);
            case AnswerName answer:
                _context.Notes?.ReferMember(chain.Root, chain.Root.Text, answer.Member);
                var said = Read([answer.Fact, answer.Member.Name], answer.Member.Shape, syntax);
                var member = $"{answer.Fact}.{answer.Member.Name}";
                return AsWritten(
                    Walk(said, member, chain.Root.Text, chain, 0, answer.Member.Optional ? member : null), member, chain.Root.Text);
            case EventName happened:
                return BindOfEvent(happened, chain, syntax);
            case WrongName:
                return null;
            case ArgumentName { Value: var value, Declared: var parameter }:
                _context.Notes?.ReferLocal(chain.Root, SymbolKind.Argument, value?.Shape, parameter);
                if (value is null)
                    return null;
                return _growth.Add(value) ? Walk(value, KeyOf(value), chain.Root.Text, chain, 0) : null;
            case LetName let:
                _context.Notes?.ReferLocal(chain.Root, SymbolKind.Let, null, let.Let.NameToken);
                var body = BindLet(let.Let, LetScope, [], syntax);
                return body is null ? null : Walk(body, KeyOf(body.Body), chain.Root.Text, chain, 0);
            case CaseName given:
                return BindCase(given.Value, chain, syntax);
            default:
                throw new System.Diagnostics.UnreachableException(local.ToString());
        }
    }

    // A fact by its path. Outer null: the root names no fact; inner null: it does, and what was wrong is reported.
    private (BoundPath? Path, bool Found)? BindFact(NameChain chain, ExpressionSyntax syntax)
    {
        var root = chain.Root.Text;
        var facts = Scope.Facts;
        if (IsOfOthers(root))
            return null;
        if (root == "text" && facts.Layout.PrimaryText.Count > 0 && facts.Layout.Facts.Find("text") is null)
            return (BindPrimaryText(chain, syntax), true);
        if (root == "tier" && chain.Steps.IsEmpty && (facts == NoFacts.Instance || facts.Find("system") is not null))
            return (BindTier(chain.Root, syntax), true);
        if (!chain.Steps.IsEmpty && FactAliases.Of(root, chain.Steps[0].Name) is { } alias && facts.Find(alias) is { } aliased)
        {
            _context.Notes?.Refer(
                chain.Steps[0].Token,
                SymbolKind.Fact,
                $"{root}.{chain.Steps[0].Name}",
                aliased.Shape,
                FactDocumentation.Of(facts.Point, alias));
            return (Walk(Read([alias], aliased.Shape, syntax), alias, root, chain, 1), true);
        }
        if (root == "system" && chain.Steps is [{ Name: "tier" }] && (facts == NoFacts.Instance || facts.Find("system") is not null))
            return (BindTier(chain.Steps[0].Token, syntax), true);
        if (root == "pace" && Scope.Chart is { } chart && chain.Steps is [{ Name: "age" } age] && facts.Find(root) is not null)
        {
            Refer(age.Token, SymbolKind.Member, "pace.age", DurationShape.Instance);
            return (BoundPath.Present(Read(["pace", "ages", chart], DurationShape.Instance, syntax)), true);
        }
        if (facts.Find(root) is { } member)
        {
            // What a tool of which nothing is declared takes goes whole to detectors; where it is absent the rule fails.
            if (member is { Shape: AnyShape } && root is "args" or "result" && facts.Tools.IsEmpty)
                return (WholeOfTool(chain, syntax), true);
            Refer(chain.Root, SymbolKind.Fact, root, member.Shape);
            _context.UseShared(root, SymbolKind.Fact);
            if (root == "queue" && !chain.Steps.IsEmpty)
                _context.UseShared(chain.Steps[0].Name, SymbolKind.Queue);
            ReferReading(root, chain);
            var path = Walk(Read([root], member.Shape, syntax), root, root, chain, 0, member.Optional ? root : null);
            return (CheckTools(path, chain, syntax), true);
        }
        return facts.IsOfTool(root) ? (BindOfTool(chain, syntax), true) : null;
    }

    // What each tool defines for itself, where no tool is named or where the first has none of that name.
    private BoundPath? BindOfTool(NameChain chain, ExpressionSyntax syntax)
    {
        var (root, facts) = (chain.Root.Text, Scope.Facts);
        if (!facts.Tools.IsEmpty)
            Report(
                NameDiagnostics.ToolsDisagree,
                syntax.Span,
                root,
                "nothing",
                facts.Tools[0].Tool,
                "a fact",
                facts.Tools.Concat(facts.Layout.Tools).First(tool => tool.Facts.Find(root) is not null).Tool);
        else if (root is "args" or "result")
            return WholeOfTool(chain, syntax);
        else
            Report(NameDiagnostics.ArgsNeedTool, chain.Span, root, facts.Name);
        return null;
    }

    private BoundPath? WholeOfTool(NameChain chain, ExpressionSyntax syntax)
    {
        if (chain.Steps.IsEmpty)
            return BoundPath.Present(Read([chain.Root.Text], new RecordShape([], Open: true), syntax));
        Report(NameDiagnostics.ArgsNeedTool, chain.Span, chain.Root.Text, Scope.Facts.Name);
        return null;
    }

    // A fact that another package declares is not a name of this one, so that what a policy adds never changes what a library says.
    private bool IsOfOthers(string root) =>
        _context.DeclaredFacts.ContainsKey(root) && Names.NameLookup.FindAny(Scope.Package, root) is not { Kind: SymbolKind.Fact };

    private BoundPath? BindPrimaryText(NameChain chain, ExpressionSyntax syntax)
    {
        var layout = Scope.Facts.Layout;
        _context.Notes?.Refer(chain.Root, SymbolKind.Fact, Scope.Facts.TextName, TextShape.Instance, Scope.Facts.TextSummary);
        return Walk(Read(layout.PrimaryText, Scope.Facts.TextShape, syntax), "text", "text", chain, 0);
    }

    private BoundPath BindTier(SyntaxToken token, ExpressionSyntax syntax)
    {
        var known = StatusBinder.TierIn(_context, Scope.Package);
        Refer(token, SymbolKind.Fact, "tier", known?.Tiers ?? Symbols.Points.FactShapes.Tier);
        return BoundPath.Present(known is { } tier
            ? tier.At(Place(syntax))
            : Read(["system", "tier"], Symbols.Points.FactShapes.Tier, syntax));
    }

    private PathExpression Read(ValueList<string> path, Shape shape, ExpressionSyntax syntax) => new(path, shape, Place(syntax));

    private static string? KeyOf(Expression expression) => expression switch
    {
        PathExpression path => string.Join('.', path.Path),
        ItemExpression item => item.Path.Count == 0 ? $"${item.Variable}" : $"${item.Variable}.{string.Join('.', item.Path)}",
        NamedExpression named => KeyOf(named.Body),
        _ => null,
    };

    /// <summary>The class of a tool, by the declarations: no caller classifies itself.</summary>
    private Expression ToolClass(Expression tool)
    {
        var classes = Symbols.Points.FactShapes.ToolClass;
        if (_context.Tools.IsEmpty)
            return new ConstantExpression((long)classes.IndexOf("privileged"), classes, tool.Place);
        if (tool is PathExpression { Path: ["tool"] } && Scope.Facts.Tools is [var only])
            return _context.ClassOf(only.Tool) with { Place = tool.Place };
        return new TableExpression(tool, _context.ToolClasses, classes, tool.Place);
    }

    // Rules at several tools read what all of them have with one type.
    private BoundPath? CheckTools(BoundPath? path, NameChain chain, ExpressionSyntax syntax)
    {
        if (path?.Expression is not PathExpression read || Scope.Facts.Tools.Length < 2 || !Scope.Facts.IsOfTool(chain.Root.Text))
            return path;
        if (chain.Steps.IsEmpty)
            return BoundPath.Present(read with { Shape = new RecordShape([], Open: true) });
        foreach (var tool in Scope.Facts.Tools.AsSpan()[1..])
        {
            var other = Runtime.Facts.Layout.SlotLayout.Find(tool.Facts, read.Path.AsSpan());
            if (other is { } found && ShapeKinds.Same(found.Shape, read.Shape))
                continue;
            Report(NameDiagnostics.ToolsDisagree, syntax.Span, chain.Text, ShapeText.WithArticle(read.Shape), Scope.Facts.Tools[0].Tool,
                other is null ? "no argument" : ShapeText.WithArticle(other.Value.Shape), tool.Tool);
            return null;
        }
        return path;
    }

    private void Refer(SyntaxToken token, SymbolKind kind, string name, Shape shape) => _context.Notes?.Refer(
        token, kind, name, shape,
        kind == SymbolKind.Fact ? FactDocumentation.Of(Scope.Facts.Point, name) : null,
        kind == SymbolKind.Fact ? Names.NameLookup.Find(Scope.Package, name, SymbolKind.Fact) : null);

    // Readings are of something that is declared, and written behind its group: 'queue.people.depth'.
    private void ReferReading(string group, NameChain chain)
    {
        if (_context.Notes is not { } notes || chain.Steps.IsEmpty || Symbols.Points.Readings.KindOf(group) is not { } kind)
            return;
        var step = chain.Steps[0];
        if (Names.NameLookup.Find(_context.Root, step.Name, kind) is { } symbol)
            notes.Refer(step.Token, kind, symbol.QualifiedName, null, null, symbol);
    }

    private IEnumerable<string> VisibleNames() =>
        Scope.Facts.Roots.Select(m => m.Name)
            .Concat(Scope.Locals.Keys)
            .Concat(Names.NameLookup.Names(Scope.Package, SymbolKind.Param))
            .Concat(Names.NameLookup.Names(Scope.Package, SymbolKind.Let))
            .Concat(Names.NameLookup.Names(Scope.Package, SymbolKind.Detector))
            .Concat(Scope.Facts.Layout.PrimaryText.Count > 0 ? ["text"] : [])
            .Concat(Scope.Facts.Find("system") is not null ? ["tier"] : []);
}
