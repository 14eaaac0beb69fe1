using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Conditions: <c>and</c>, <c>or</c>, <c>not</c>, <c>has</c>, and what they tell about presence.</summary>
internal sealed partial class ExpressionBinder
{
    private Truth BindTruth(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => BindTruth(inner.Expression),
        BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } logical => BindLogical(logical),
        UnaryExpressionSyntax { IsNot: true } not => BindNot(not),
        HasExpressionSyntax has => BindHas(has),
        BinaryExpressionSyntax { Operator: BinaryOperator.In or BinaryOperator.NotIn } sought when DataOf(sought.Right) is { } asked =>
            BindInData(sought, asked.Data),
        BinaryExpressionSyntax comparison when ComparedWithNull(comparison) is { } read => BindNull(comparison, read),
        CallExpressionSyntax call when MethodOf(call) is { } method => Truth.Of(BindMethod(call, method, isCondition: true)),
        _ => BindBool(syntax) is not { } bound ? Truth.Of(null)
            : ReferenceEquals(_lastLet.Expression, bound) ? _lastLet
            : Truth.Of(bound),
    };

    private Expression? BindBool(ExpressionSyntax syntax)
    {
        if (Bind(syntax, BoolShape.Instance) is not { } bound)
            return null;
        if (ShapeKinds.Plain(bound.Shape) is BoolShape)
            return bound;
        Report(NameDiagnostics.ConditionNeedsBool, syntax.Span, ShapeText.WithArticle(bound.Shape));
        return null;
    }

    private Truth BindLogical(BinaryExpressionSyntax syntax)
    {
        // A chain of a thousand 'or's leans to the left: walked in a loop, not by recursion.
        var chain = new Stack<BinaryExpressionSyntax>();
        ExpressionSyntax first = syntax;
        while (first is BinaryExpressionSyntax binary && binary.Operator == syntax.Operator)
        {
            chain.Push(binary);
            first = binary.Left;
        }
        var left = BindTruth(first);
        while (chain.TryPop(out var link))
            left = BindRight(link, left);
        return left;
    }

    private Truth BindRight(BinaryExpressionSyntax syntax, Truth left)
    {
        var isAnd = syntax.Operator == BinaryOperator.And;
        var before = _present;
        _present = before.With(isAnd ? left.WhenTrue : left.WhenFalse);
        var right = BindTruth(syntax.Right);
        _present = before;
        if (left.Expression is null || right.Expression is null)
            return Truth.Of(null);
        var expression = new LogicalExpression(
            isAnd ? LogicalOperator.And : LogicalOperator.Or,
            left.Expression,
            right.Expression,
            Place(syntax));
        return isAnd
            ? new Truth(expression, left.WhenTrue.With(right.WhenTrue), left.WhenFalse.And(right.WhenFalse))
            : new Truth(expression, left.WhenTrue.And(right.WhenTrue), left.WhenFalse.With(right.WhenFalse));
    }

    private Truth BindNot(UnaryExpressionSyntax syntax)
    {
        var inner = BindTruth(syntax.Operand);
        return inner.Expression is null
            ? inner
            : new Truth(new NotExpression(inner.Expression, Place(syntax)), inner.WhenFalse, inner.WhenTrue);
    }

    private Truth BindHas(HasExpressionSyntax syntax)
    {
        if (BindOptional(syntax.Operand) is not { } optional)
            return Truth.Of(null);
        if (optional.Expression is not (PathExpression or ItemExpression or LookupExpression))
        {
            Report(NameDiagnostics.Mismatch, syntax.Operand.Span, "the path of an optional fact", "a value that is always there");
            return Truth.Of(null);
        }
        if (optional.Absent is null)
            ReportNeverAbsent(syntax.Span, syntax.Operand, "'has'", Suggestion.Replace(syntax.Span, "true"));
        var known = Presence.None;
        foreach (var key in optional.Keys)
            known = known.With(key);
        return new Truth(new HasExpression(optional.Expression, Place(syntax)), known, Presence.None);
    }

    private Expression? BindCoalesce(BinaryExpressionSyntax syntax, Shape? expected)
    {
        if (BindOptional(syntax.Left, expected) is not { } optional)
        {
            // A default whose type hangs on what it stands in for says nothing by itself.
            if (!NeedsType(syntax.Right))
                Bind(syntax.Right, expected);
            return null;
        }
        if (ShapeKinds.Plain(optional.Expression.Shape) is RecordShape or AnyShape)
        {
            Report(NameDiagnostics.NotAlone, syntax.Left.Span, "'??'", ShapeText.WithArticle(optional.Expression.Shape));
            return null;
        }
        if (optional.Absent is null)
            ReportNeverAbsent(
                syntax.Left.Span,
                syntax.Left,
                "a default",
                new DiagnosticFix("Remove the default", [new TextEdit(new TextSpan(syntax.Left.Span.End, syntax.Right.Span.End), "")]));
        if (Bind(syntax.Right, optional.Expression.Shape) is not { } value)
            return null;
        if (Convert(value, optional.Expression.Shape) is { } converted)
            return optional.Absent is null
                ? optional.Expression
                : new CoalesceExpression(optional.Expression, converted, ShapeKinds.Plain(optional.Expression.Shape), Place(syntax));
        Report(
            NameDiagnostics.Mismatch,
            syntax.Right.Span,
            ShapeText.WithArticle(optional.Expression.Shape),
            ShapeText.WithArticle(value.Shape));
        return null;
    }

    private void ReportNeverAbsent(TextSpan span, ExpressionSyntax read, string question, DiagnosticFix fix) =>
        _context.Report(new Diagnostic(NameDiagnostics.NeverAbsent, Scope.Source, span, [TextOf(read), question]) { Fixes = [fix] });

    private string TextOf(ExpressionSyntax syntax) => Scope.Source.Slice(syntax.Span).ToString();
}
