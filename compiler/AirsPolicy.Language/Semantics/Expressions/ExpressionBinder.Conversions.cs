using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>The conversions that lose nothing, and the literals that take the type of their place.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>The value in another shape, or null where the language does not convert.</summary>
    public static Expression? Convert(Expression value, Shape needed)
    {
        if (ShapeKinds.Same(value.Shape, needed))
            return value;
        return (value, ShapeKinds.Plain(needed)) switch
        {
            (ConstantExpression { Value: long number, Shape: IntShape } constant, DecimalShape) => new ConstantExpression(
                (decimal)number,
                DecimalShape.Instance,
                constant.Place),
            (ConstantExpression { Value: long and >= 0, Shape: IntShape } constant, SizeShape) => constant with
            {
                Shape = SizeShape.Instance,
            },
            (ConstantExpression { Value: string text, Shape: TextShape } constant, EnumShape names)
                when names.IndexOf(text) is >= 0 and var index => new ConstantExpression((long)index, names, constant.Place),
            (ConstantExpression { Value: long millionths, Shape: ShareShape } constant, DecimalShape) => new ConstantExpression(
                millionths / (decimal)Millionths.Whole,
                DecimalShape.Instance,
                constant.Place),
            ({ Shape: IntShape or ShareShape or RestrictedShape { Inner: IntShape or ShareShape } }, DecimalShape) => new ConvertExpression(
                value,
                DecimalShape.Instance,
                value.Place),
            _ => null,
        };
    }

    /// <summary>Brings two values to one shape, or gives null where they have none.</summary>
    private static (Expression Left, Expression Right)? Unify(Expression left, Expression right)
    {
        if (ShapeKinds.Same(left.Shape, right.Shape))
            return (left, right);
        if (Convert(right, left.Shape) is { } converted)
            return (left, converted);
        if (Convert(left, right.Shape) is { } other)
            return (other, right);
        return null;
    }
}
