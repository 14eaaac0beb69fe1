using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Literals and lists.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindLiteral(LiteralExpressionSyntax syntax, Shape? expected)
    {
        var place = Place(syntax);
        var token = syntax.Token;
        if (token.Keyword is Keyword.True or Keyword.False)
            return new ConstantExpression(token.Keyword == Keyword.True, BoolShape.Instance, place);
        Expression? constant = token.Literal switch
        {
            IntegerLiteral number => new ConstantExpression(number.Value, IntShape.Instance, place),
            DecimalLiteral number => new ConstantExpression(number.Value, DecimalShape.Instance, place),
            ShareLiteral share => new ConstantExpression((long)share.Millionths, ShareShape.Instance, place),
            DurationLiteral duration => new ConstantExpression(duration.Ticks, DurationShape.Instance, place),
            SizeLiteral size => new ConstantExpression(size.Bytes, SizeShape.Instance, place),
            MoneyLiteral money => new ConstantExpression(money.Amount, new MoneyShape(money.Currency), place),
            DateLiteral date => new ConstantExpression((long)date.DayNumber, DateShape.Instance, place),
            TextLiteral text => new ConstantExpression(text.Value, TextShape.Instance, place),
            PatternLiteral => Wrong(syntax, "a value", "a pattern, which stands only behind 'matches' and in detectors"),
            _ => null, // The lexer has reported it.
        };
        if (constant is ConstantExpression { Value: string written } && expected is EnumShape names && names.IndexOf(written) < 0)
        {
            ReportNotInEnum(syntax.Span, written, names);
            return null;
        }
        return constant is not null && expected is not null ? Convert(constant, expected) ?? constant : constant;
    }

    private ConstantExpression? BindMinusLiteral(UnaryExpressionSyntax syntax) =>
        (syntax.Operand as LiteralExpressionSyntax)?.Token.Literal switch
        {
            IntegerLiteral number => new ConstantExpression(-number.Value, IntShape.Instance, Place(syntax)),
            DecimalLiteral number => new ConstantExpression(-number.Value, DecimalShape.Instance, Place(syntax)),
            DurationLiteral duration => new ConstantExpression(-duration.Ticks, DurationShape.Instance, Place(syntax)),
            MoneyLiteral money => new ConstantExpression(-money.Amount, new MoneyShape(money.Currency), Place(syntax)),
            _ => null,
        };

    private Expression? BindMinus(UnaryExpressionSyntax syntax, Shape? expected)
    {
        if (BindMinusLiteral(syntax) is { } constant)
            return expected is null ? constant : Convert(constant, expected) ?? constant;
        if (Bind(syntax.Operand, expected) is not { } operand)
            return null;
        if (ShapeKinds.Plain(operand.Shape) is IntShape or DecimalShape or MoneyShape or DurationShape)
            return new NegateExpression(operand, ShapeKinds.Plain(operand.Shape), Place(syntax));
        Report(
            NameDiagnostics.Mismatch,
            syntax.Operand.Span,
            "a number, an amount or a length of time behind '-'",
            ShapeText.WithArticle(operand.Shape));
        return null;
    }

    private Expression? BindList(ListExpressionSyntax syntax, Shape? expected)
    {
        var element = (expected as ListShape)?.Element;
        var items = new List<Expression>(syntax.Items.Count);
        foreach (var item in syntax.Items)
        {
            if (element is not null && ToolScopes.IsTool(element) && GroupOf(item) is { } group)
            {
                items.AddRange(ToolsOf(group, element, item));
                continue;
            }
            if (Bind(item, element) is not { } bound)
                return null;
            element ??= ShapeKinds.Plain(bound.Shape);
            if (Convert(bound, element) is not { } converted)
            {
                Report(NameDiagnostics.Mismatch, item.Span, ShapeText.WithArticle(element), ShapeText.WithArticle(bound.Shape));
                return null;
            }
            items.Add(converted);
        }
        return new ListExpression(items.ToValueList(), new ListShape(element ?? TextShape.Instance), Place(syntax));
    }

    private void ReportNotInEnum(AirsPolicy.Text.TextSpan span, string written, EnumShape names)
    {
        var quoted = Scope.Source.Slice(span).StartsWith('"');
        IReadOnlyList<string> known = names.Name == "tool" && !quoted ? [.. _context.Tools.Select(tool => tool.Name)] : names.Names;
        var nearest = Spelling.Nearest(written, known);
        _context.Report(
            new Diagnostic(
                NameDiagnostics.UnknownEnumName,
                Scope.Source,
                span,
                [written, $"[{string.Join(", ", known)}]", Suggestion.DidYouMean(nearest)])
            {
                Fixes = nearest is null ? [] : [Suggestion.Replace(span, quoted || !IsName(nearest) ? $"\"{nearest}\"" : nearest)],
            }
        );
    }

    private static bool IsName(string text) =>
        text is [>= 'a' and <= 'z', ..] && text.All(unit => unit is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
