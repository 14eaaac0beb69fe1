using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Formulas;

/// <summary>
/// Reads numbers, times and names of enums as sums of terms. Sums of whole numbers are what they are wherever they are evaluated without a
/// failure; those of decimals may be rounded, and are therefore not taken apart.
/// </summary>
internal sealed class NumberReader(FormulaBuilder builder, NumberTable numbers, TermKeys keys)
{
    private const decimal Millionth = 0.000001m;

    /// <summary>The formula of a comparison, or null where it is none of numbers.</summary>
    public Formula? Compare(CompareOperator comparison, Expression left, Expression right)
    {
        if (!IsNumber(left.Shape) || !IsNumber(right.Shape))
            return null;
        // What is written alike is equal, whatever it is.
        if (keys.Of(left) == keys.Of(right))
            return Formula.Of(comparison is CompareOperator.Equal or CompareOperator.LessOrEqual or CompareOperator.GreaterOrEqual);
        var parts = new List<Formula>();
        foreach (var one in Of(left))
        {
            foreach (var other in Of(right))
                parts.Add(Formula.And(one.Guard, other.Guard, Holds(comparison, one.Value, other.Value)));
        }
        return Formula.Or([.. parts]);
    }

    private Formula Holds(CompareOperator comparison, Linear left, Linear right) => comparison switch
    {
        CompareOperator.Less => NotAbove(left.Minus(right), isStrict: true),
        CompareOperator.LessOrEqual => NotAbove(left.Minus(right), isStrict: false),
        CompareOperator.Greater => NotAbove(right.Minus(left), isStrict: true),
        CompareOperator.GreaterOrEqual => NotAbove(right.Minus(left), isStrict: false),
        CompareOperator.Equal => Formula.And(NotAbove(left.Minus(right), isStrict: false), NotAbove(right.Minus(left), isStrict: false)),
        _ => Holds(CompareOperator.Equal, left, right).Negated(),
    };

    private Formula NotAbove(Linear sum, bool isStrict) => builder.Atoms.NotAbove(sum, isStrict, numbers.Whole);

    private static bool IsNumber(Shape shape) =>
        shape
            is IntShape
                or DecimalShape
                or ShareShape
                or MoneyShape
                or DurationShape
                or InstantShape
                or DateShape
                or SizeShape
                or EnumShape;

    private List<Guarded<Linear>> Of(Expression value)
    {
        var read = Read(value);
        return builder.IsTooMany(read.Count) ? Term(value) : read;
    }

    private List<Guarded<Linear>> Read(Expression value) =>
        value switch
        {
            NamedExpression named => Of(named.Body),
            ConstantExpression { Value: long number } => Known(number),
            ConstantExpression { Value: decimal number } => Known(number),
            ConvertExpression convert => Each(
                Of(convert.Operand),
                convert.Operand.Shape is ShareShape ? sum => sum.Times(Millionth) : sum => sum),
            NegateExpression negate => Each(Of(negate.Operand), sum => sum.Times(-1)),
            ArithmeticExpression arithmetic => Arithmetic(arithmetic) ?? Term(value),
            CoalesceExpression coalesce => Coalesce(coalesce),
            TableExpression table =>
            [
                .. builder
                    .Entries(table)
                    .SelectMany(entry => Of(entry.Value).Select(known => known with { Guard = Formula.And(entry.Guard, known.Guard) })),
            ],
            _ => Term(value),
        };

    private List<Guarded<Linear>> Coalesce(CoalesceExpression coalesce)
    {
        var present = builder.Presence(new HasExpression(coalesce.Optional, coalesce.Place));
        return
        [
            .. Of(coalesce.Optional).Select(value => value with { Guard = Formula.And(present, value.Guard) }),
            .. Of(coalesce.Default).Select(value => value with { Guard = Formula.And(present.Negated(), value.Guard) }),
        ];
    }

    private List<Guarded<Linear>>? Arithmetic(ArithmeticExpression arithmetic) =>
        arithmetic.Kind switch
        {
            ArithmeticKind.IntAdd or ArithmeticKind.InstantAdd or ArithmeticKind.DurationAdd or ArithmeticKind.SizeAdd => Both(
                arithmetic,
                (left, right) => left.Plus(right)),
            ArithmeticKind.IntSubtract
            or ArithmeticKind.InstantSubtract
            or ArithmeticKind.InstantDifference
            or ArithmeticKind.DurationSubtract => Both(arithmetic, (left, right) => left.Minus(right)),
            ArithmeticKind.DateAdd => Both(arithmetic, (left, right) => Days(right) is { } days ? left.Plus(Linear.Of(days)) : null),
            ArithmeticKind.DateSubtract => Both(arithmetic, (left, right) => Days(right) is { } days ? left.Minus(Linear.Of(days)) : null),
            ArithmeticKind.DateDifference => Both(arithmetic, (left, right) => left.Minus(right).Times(TimeSpan.TicksPerDay)),
            ArithmeticKind.IntMultiply or ArithmeticKind.DurationByInt or ArithmeticKind.SizeByInt => Both(
                arithmetic,
                (left, right) =>
                    right.IsConstant ? left.Times(right.Constant)
                    : left.IsConstant ? right.Times(left.Constant)
                    : null),
            _ => null,
        };

    // A part of a day fails the rule.
    private static decimal? Days(Linear duration) =>
        duration.IsConstant && duration.Constant % TimeSpan.TicksPerDay == 0 ? duration.Constant / TimeSpan.TicksPerDay : null;

    private List<Guarded<Linear>>? Both(ArithmeticExpression arithmetic, Func<Linear, Linear, Linear?> operation)
    {
        var results = new List<Guarded<Linear>>();
        foreach (var left in Of(arithmetic.Left))
        {
            foreach (var right in Of(arithmetic.Right))
            {
                if (operation(left.Value, right.Value) is not { } result)
                    return null;
                results.Add(new(Formula.And(left.Guard, right.Guard), result));
            }
        }
        return results;
    }

    private static List<Guarded<Linear>> Each(List<Guarded<Linear>> values, Func<Linear, Linear> change) =>
        [.. values.Select(value => value with { Value = change(value.Value) })];

    private static List<Guarded<Linear>> Known(decimal number) => [new(Formula.True, Linear.Of(number))];

    private List<Guarded<Linear>> Term(Expression value) => [new(Formula.True, Linear.Of(numbers.Of(value)))];
}
