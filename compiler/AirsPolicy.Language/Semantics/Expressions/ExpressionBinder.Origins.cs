using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Where a value came from: <c>origin(x)</c>.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>The name of the function.</summary>
    public const string Origin = "origin";

    /// <summary>What it gives, in one sentence.</summary>
    public const string OriginSummary = "Where a value came from: the labels of the texts of the session in which it occurs.";

    private static readonly ValueList<string> s_sessionId = ["session", "id"];

    private OriginExpression? BindOrigin(CallExpressionSyntax syntax, SyntaxToken name)
    {
        if (Scope.Facts.Point is null)
        {
            Report(OriginDiagnostics.NoTexts, syntax.Span);
            return null;
        }
        var arguments = BindArguments(syntax);
        if (arguments.Contains(null))
            return null;
        if (arguments is not [{ } value] || ShapeKinds.Plain(value.Shape) is not TextShape)
        {
            Report(NameDiagnostics.WrongArguments, syntax.Span, name.Text, "a text",
                arguments.Count == 0 ? "nothing" : string.Join(", ", arguments.Select(a => ShapeText.WithArticle(a!.Shape))));
            return null;
        }
        var shape = new ListShape(_context.Origins);
        _context.Notes?.Refer(name, SymbolKind.Function, name.Text, shape, OriginSummary);
        _context.Marks.Add(BindingMark.OriginAsked);
        return new OriginExpression(value, new PathExpression(s_sessionId, TextShape.Instance, Place(syntax)), shape, Place(syntax));
    }

    // One origin is no list of origins, and 'user' is a fact as well.
    private bool IsBareOrigin(BinaryExpressionSyntax syntax)
    {
        var bare = AsksOrigin(syntax.Left) ? syntax.Right : AsksOrigin(syntax.Right) ? syntax.Left : null;
        if (bare is not NameExpressionSyntax { Name: var name } || _context.Origins.IndexOf(name.Text) < 0)
            return false;
        _context.Report(new Diagnostic(OriginDiagnostics.BareOrigin, Scope.Source, name.Span, [name.Text])
        {
            Fixes = [Suggestion.Replace(name.Span, $"[{name.Text}]")],
        });
        return true;
    }

    private bool AsksOrigin(ExpressionSyntax syntax) =>
        syntax is CallExpressionSyntax { Target: NameExpressionSyntax { Name.Text: Origin } target } && NeedsType(target);

    // Origins are a set: in whichever order they are written, a list of them is equal to what has the same.
    private CompareExpression? Ordered(CompareExpression compare, BinaryExpressionSyntax syntax)
    {
        if (!IsOrigin(compare.Left) && !IsOrigin(compare.Right))
            return compare;
        if (compare.Left is not ListExpression { Items.Count: 0 } && compare.Right is not ListExpression { Items.Count: 0 })
            return compare with { Left = Ordered(compare.Left), Right = Ordered(compare.Right) };
        Report(OriginDiagnostics.NeverEmpty, (compare.Left is ListExpression ? syntax.Left : syntax.Right).Span);
        return null;
    }

    private static Expression Ordered(Expression side) =>
        side is ListExpression { Items: var items } list && items.All(item => item is ConstantExpression)
            ? list with
            {
                Items = items
                    .Cast<ConstantExpression>()
                    .DistinctBy(item => item.Value)
                    .OrderBy(item => (long)item.Value)
                    .Select(item => (Expression)item)
                    .ToValueList(),
            }
            : side;

    private void WatchOrigin(MembershipExpression membership, BinaryExpressionSyntax syntax)
    {
        if (IsOrigin(membership.List)
            && membership.Item is ConstantExpression { Value: long origin }
            && _context.Origins.Names[(int)origin] is not (OriginKinds.User or OriginKinds.Model or OriginKinds.Unclear) and var name)
            Report(OriginDiagnostics.DenyingOrigin, syntax.Span, name);
    }

    private static bool IsOrigin(Expression expression) => expression switch
    {
        NamedExpression named => IsOrigin(named.Body),
        _ => expression is OriginExpression,
    };
}
