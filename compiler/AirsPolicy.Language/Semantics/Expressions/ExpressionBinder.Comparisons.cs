using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Functions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Comparisons, membership and tests of texts.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindComparison(BinaryExpressionSyntax syntax)
    {
        if (ComparedWithNull(syntax) is { } read)
            return BindNull(syntax, read).Expression;
        return IsBareOrigin(syntax) ? null : Compare(syntax);
    }

    private Expression? Compare(BinaryExpressionSyntax syntax)
    {
        if (BindBoth(syntax.Left, syntax.Right) is not var (left, right))
            return null;
        var op = syntax.Operator switch
        {
            BinaryOperator.Equal => CompareOperator.Equal,
            BinaryOperator.NotEqual => CompareOperator.NotEqual,
            BinaryOperator.Less => CompareOperator.Less,
            BinaryOperator.LessOrEqual => CompareOperator.LessOrEqual,
            BinaryOperator.Greater => CompareOperator.Greater,
            BinaryOperator.GreaterOrEqual => CompareOperator.GreaterOrEqual,
            _ => throw new System.Diagnostics.UnreachableException(syntax.Operator.ToString()),
        };
        var ordering = op is not (CompareOperator.Equal or CompareOperator.NotEqual);
        if (Unify(left, right) is { } both && (ordering ? ShapeKinds.IsOrdered(both.Left.Shape) : ShapeKinds.IsEquatable(both.Left.Shape)))
            return Ordered(Bounded(new CompareExpression(op, both.Left, both.Right, Place(syntax))), syntax);
        // Records are not compared; whether there are any is.
        if (!ordering && (IsEmpty(right) ? left : IsEmpty(left) ? right : null) is { } list && LengthOf(list, syntax) is { } length)
            return new CompareExpression(op, length, new ConstantExpression(0L, IntShape.Instance, length.Place), length.Place);
        Report(
            NameDiagnostics.CannotCompare,
            syntax.Span,
            Capital(ShapeText.WithArticle(left.Shape)),
            ShapeText.WithArticle(right.Shape),
            OperatorText(syntax));
        return null;
    }

    private static bool IsEmpty(Expression side) => side is ListExpression { Items.Count: 0 };

    private CallExpression? LengthOf(Expression list, BinaryExpressionSyntax syntax) =>
        ShapeKinds.Plain(list.Shape) is ListShape && FunctionTable.Forms("length").FirstOrDefault(form => form.Takes([list])) is { } length
            ? new CallExpression(length.Id, [list], length.Result, Place(syntax))
            : null;

    // The side that knows its type goes first, so that a bare enum name or a literal on the other takes it.
    private (Expression Left, Expression Right)? BindBoth(ExpressionSyntax leftSyntax, ExpressionSyntax rightSyntax)
    {
        if (NeedsType(leftSyntax))
        {
            var right = Bind(rightSyntax);
            var left = right is null ? null : Bind(leftSyntax, right.Shape);
            return left is null || right is null ? null : (left, right);
        }
        else
        {
            var left = Bind(leftSyntax);
            var right = left is null && NeedsType(rightSyntax) ? null : Bind(rightSyntax, left?.Shape);
            return left is null || right is null ? null : (left, right);
        }
    }

    // A literal, a list, or a bare name that means nothing by itself.
    private bool NeedsType(ExpressionSyntax syntax) => syntax switch
    {
        LiteralExpressionSyntax or ListExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => NeedsType(inner.Expression),
        NameExpressionSyntax name => !Scope.Locals.ContainsKey(name.Name.Text)
            && name.Name.Text is not ("text" or "tier")
            && Scope.Facts.Find(name.Name.Text) is null
            && Names.NameLookup.FindAny(Scope.Package, name.Name.Text) is not { Kind: Symbols.SymbolKind.Param or Symbols.SymbolKind.Let },
        _ => false,
    };

    private Expression? BindMembership(BinaryExpressionSyntax syntax)
    {
        if (DataOf(syntax.Right) is { } asked)
            return BindInData(syntax, asked.Data).Expression;
        if (GroupOf(syntax.Right) is { } group)
            return BindInGroup(syntax, group);
        if (Unwrapped(syntax.Right) is ListExpressionSyntax literal)
        {
            if (Bind(syntax.Left) is not { } item || !CanBeSought(item.Shape, syntax))
                return null;
            return BindList(literal, new ListShape(item.Shape)) is { } items ? Membership(syntax, item, items) : null;
        }
        if (Bind(syntax.Right) is not { } list)
            return null;
        if (ShapeKinds.Plain(list.Shape) is not ListShape shape)
        {
            Report(NameDiagnostics.Mismatch, syntax.Right.Span, $"a list behind '{OperatorText(syntax)}'",
                list.Shape is TextShape ? "a text (write 'contains' to look inside a text)" : ShapeText.WithArticle(list.Shape));
            return null;
        }
        return CanBeSought(shape.Element, syntax) && BindSought(syntax.Left, shape.Element) is { } value
            ? Membership(syntax, value, list)
            : null;
    }

    private bool CanBeSought(Shape item, BinaryExpressionSyntax syntax)
    {
        if (ShapeKinds.IsEquatable(item) && ShapeKinds.Plain(item) is not ListShape)
            return true;
        Report(
            NameDiagnostics.CannotCompare,
            syntax.Span,
            Capital(ShapeText.WithArticle(item)),
            ShapeText.WithArticle(item),
            OperatorText(syntax));
        return false;
    }

    private static ExpressionSyntax Unwrapped(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax inner)
            syntax = inner.Expression;
        return syntax;
    }

    // A tool is looked for among texts by what scopes call it.
    private Expression? BindSought(ExpressionSyntax syntax, Shape element)
    {
        if (Bind(syntax, element) is not { } bound)
            return null;
        return element is TextShape && ToolScopes.IsTool(bound.Shape) ? bound : Fit(bound, syntax, element);
    }

    private Expression Sought(BinaryExpressionSyntax syntax, Expression item, Expression list)
    {
        if (ToolScopes.IsTool(item.Shape) && ShapeKinds.Plain(list.Shape) is ListShape { Element: TextShape })
            return ToolScopes.Names(_context.Tools, item, list, Place(syntax));
        var membership = new MembershipExpression(item, list, Place(syntax));
        WatchOrigin(membership, syntax);
        return membership;
    }

    private Expression Membership(BinaryExpressionSyntax syntax, Expression item, Expression list)
    {
        var membership = Sought(syntax, item, list);
        return syntax.Operator == BinaryOperator.NotIn ? new NotExpression(membership, membership.Place) : membership;
    }

    private Expression? BindContains(BinaryExpressionSyntax syntax)
    {
        if (Bind(syntax.Left) is not { } whole)
            return null;
        switch (ShapeKinds.Plain(whole.Shape))
        {
            case TextShape:
                return BindAs(syntax.Right, TextShape.Instance) is { } part
                    ? new TextTestExpression(TextTest.Contains, whole, part, Place(syntax))
                    : null;
            case ListShape list:
                return CanBeSought(list.Element, syntax) && BindSought(syntax.Right, list.Element) is { } item
                    ? Sought(syntax, item, whole)
                    : null;
            default:
                Report(
                    NameDiagnostics.Mismatch,
                    syntax.Left.Span,
                    "a list or a text before 'contains'",
                    ShapeText.WithArticle(whole.Shape));
                return null;
        }
    }

    private Expression? BindTextTest(BinaryExpressionSyntax syntax, TextTest test)
    {
        var text = BindAs(syntax.Left, TextShape.Instance);
        var part = BindAs(syntax.Right, TextShape.Instance);
        return text is null || part is null ? null : new TextTestExpression(test, text, part, Place(syntax));
    }

    private Expression? BindMatches(BinaryExpressionSyntax syntax)
    {
        var text = BindAs(syntax.Left, TextShape.Instance);
        if (syntax.Right is not LiteralExpressionSyntax { Token.Literal: PatternLiteral pattern })
        {
            if (syntax.Right is LiteralExpressionSyntax { Token.Kind: TokenKind.Text })
                ReportTextAsPattern(syntax.Right);
            else if (syntax.Right is not LiteralExpressionSyntax { Token: { Literal: null, Kind: TokenKind.Pattern } }
                && !syntax.Right.IsMissing)
                Report(NameDiagnostics.Mismatch, syntax.Right.Span, "a pattern /…/ behind 'matches'", "something else");
            return null;
        }
        var content = Patterns.PatternReader.Read(_context, Scope.Source, pattern);
        return text is null || content is null ? null : new MatchesExpression(text, content, pattern.IgnoreCase, Place(syntax));
    }

    private static string OperatorText(BinaryExpressionSyntax syntax) =>
        syntax.SecondOperatorToken is { } second ? $"{syntax.OperatorToken.Text} {second.Text}" : syntax.OperatorToken.Text;

    private static string Capital(string words) => string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
}
