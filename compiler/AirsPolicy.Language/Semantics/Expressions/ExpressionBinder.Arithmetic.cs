using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>The closed table of arithmetic.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindArithmetic(BinaryExpressionSyntax syntax, Shape? expected)
    {
        var hint =
            ShapeKinds.IsOrdered(expected ?? BoolShape.Instance) && expected is IntShape or DecimalShape or MoneyShape ? expected : null;
        var left = Bind(syntax.Left, syntax.Operator == BinaryOperator.Multiply ? null : hint);
        var right = Bind(syntax.Right);
        if (left is null || right is null)
            return null;
        if (syntax.Operator == BinaryOperator.Add && left.Shape is TextShape && right.Shape is TextShape)
            return new ConcatExpression(left, right, Place(syntax));
        if (Row(syntax.Operator, left, right) is { } direct)
            return direct with { Place = Place(syntax) };
        if (syntax.Operator is BinaryOperator.Add or BinaryOperator.Multiply && Row(syntax.Operator, right, left) is { } commuted)
            return commuted with { Place = Place(syntax) };
        Report(NameDiagnostics.NoArithmetic, syntax.Span, ShapeText.WithArticle(left.Shape), Words(left, right), syntax.OperatorToken.Text);
        return null;
    }

    private static ArithmeticExpression? Row(BinaryOperator op, Expression left, Expression right) =>
        (op, ShapeKinds.Plain(left.Shape), ShapeKinds.Plain(right.Shape)) switch
        {
            (BinaryOperator.Add, IntShape, IntShape) => Make(ArithmeticKind.IntAdd, left, right, IntShape.Instance),
            (BinaryOperator.Subtract, IntShape, IntShape) => Make(ArithmeticKind.IntSubtract, left, right, IntShape.Instance),
            (BinaryOperator.Multiply, IntShape, IntShape) => Make(ArithmeticKind.IntMultiply, left, right, IntShape.Instance),
            (BinaryOperator.Multiply, ShareShape, IntShape) => Make(ArithmeticKind.ShareByInt, left, right, DecimalShape.Instance),
            (BinaryOperator.Multiply, MoneyShape money, IntShape) => Make(ArithmeticKind.MoneyByInt, left, right, money),
            (BinaryOperator.Multiply, MoneyShape money, DecimalShape) => Make(ArithmeticKind.MoneyByDecimal, left, right, money),
            (BinaryOperator.Multiply, MoneyShape money, ShareShape) => Make(ArithmeticKind.MoneyByShare, left, right, money),
            (BinaryOperator.Add, MoneyShape a, MoneyShape b) when a == b => Make(ArithmeticKind.MoneyAdd, left, right, a),
            (BinaryOperator.Subtract, MoneyShape a, MoneyShape b) when a == b => Make(ArithmeticKind.MoneySubtract, left, right, a),
            (BinaryOperator.Add, InstantShape, DurationShape) => Make(ArithmeticKind.InstantAdd, left, right, InstantShape.Instance),
            (BinaryOperator.Subtract, InstantShape, DurationShape) => Make(
                ArithmeticKind.InstantSubtract,
                left,
                right,
                InstantShape.Instance),
            (BinaryOperator.Subtract, InstantShape, InstantShape) => Make(
                ArithmeticKind.InstantDifference,
                left,
                right,
                DurationShape.Instance),
            (BinaryOperator.Add, DateShape, DurationShape) when IsWholeDays(right) => Make(
                ArithmeticKind.DateAdd,
                left,
                right,
                DateShape.Instance),
            (BinaryOperator.Subtract, DateShape, DurationShape) when IsWholeDays(right) => Make(
                ArithmeticKind.DateSubtract,
                left,
                right,
                DateShape.Instance),
            (BinaryOperator.Subtract, DateShape, DateShape) => Make(ArithmeticKind.DateDifference, left, right, DurationShape.Instance),
            (BinaryOperator.Add, DurationShape, DurationShape) => Make(ArithmeticKind.DurationAdd, left, right, DurationShape.Instance),
            (BinaryOperator.Subtract, DurationShape, DurationShape) => Make(
                ArithmeticKind.DurationSubtract,
                left,
                right,
                DurationShape.Instance),
            (BinaryOperator.Multiply, DurationShape, IntShape) => Make(ArithmeticKind.DurationByInt, left, right, DurationShape.Instance),
            (BinaryOperator.Add, SizeShape, SizeShape) => Make(ArithmeticKind.SizeAdd, left, right, SizeShape.Instance),
            (BinaryOperator.Multiply, SizeShape, IntShape) => Make(ArithmeticKind.SizeByInt, left, right, SizeShape.Instance),
            (_, DecimalShape, IntShape or DecimalShape) or (_, IntShape, DecimalShape) => Decimals(op, left, right),
            _ => null,
        };

    private static ArithmeticExpression? Decimals(BinaryOperator op, Expression left, Expression right)
    {
        if (Convert(left, DecimalShape.Instance) is not { } a || Convert(right, DecimalShape.Instance) is not { } b)
            return null;
        var kind = op switch
        {
            BinaryOperator.Add => ArithmeticKind.DecimalAdd,
            BinaryOperator.Subtract => ArithmeticKind.DecimalSubtract,
            _ => ArithmeticKind.DecimalMultiply,
        };
        return Make(kind, a, b, DecimalShape.Instance);
    }

    private static ArithmeticExpression Make(ArithmeticKind kind, Expression left, Expression right, Shape shape) =>
        new(kind, left, right, shape, left.Place);

    private static string Words(Expression left, Expression right) =>
        ShapeText.WithArticle(right.Shape)
        + (ShapeKinds.Plain(left.Shape) is DateShape && !IsWholeDays(right) ? " that is not whole days" : "");

    // A written duration must be whole days; one from facts is checked when it is read.
    private static bool IsWholeDays(Expression duration) =>
        duration.Shape is not DurationShape
        || duration is not ConstantExpression { Value: long ticks }
        || ticks % TimeSpan.TicksPerDay == 0;
}
