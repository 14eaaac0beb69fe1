using System.Diagnostics;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Runtime.Numbers.CheckedArithmetic;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>The closed table of arithmetic on values; the rows themselves are the runtime's.</summary>
internal static class Arithmetic
{
    private static readonly FailedValue s_overflow = new(FailureKind.Overflow, "A number left the range of its type.");

    private delegate bool Row<in TLeft, in TRight, TResult>(TLeft left, TRight right, out TResult result);

    /// <summary>The result of a row, or the failure of overflow.</summary>
    public static Value Of(ArithmeticKind kind, Value left, Value right) =>
        kind switch
        {
            ArithmeticKind.IntAdd or ArithmeticKind.DurationAdd => Numbers(left, right, TryAdd),
            ArithmeticKind.IntSubtract or ArithmeticKind.DurationSubtract or ArithmeticKind.InstantDifference => Numbers(
                left,
                right,
                TrySubtract),
            ArithmeticKind.IntMultiply or ArithmeticKind.DurationByInt => Numbers(left, right, TryMultiply),
            ArithmeticKind.InstantAdd => Numbers(left, right, TryAddToInstant),
            ArithmeticKind.InstantSubtract => Numbers(left, right, TrySubtractFromInstant),
            ArithmeticKind.DateAdd => Numbers(left, right, TryAddToDate),
            ArithmeticKind.DateSubtract => Numbers(left, right, TrySubtractFromDate),
            ArithmeticKind.DateDifference => Numbers(left, right, TryDateDifference),
            ArithmeticKind.SizeAdd => Numbers(left, right, TryAddSizes),
            ArithmeticKind.SizeByInt => Numbers(left, right, TryMultiplySize),
            ArithmeticKind.DecimalAdd or ArithmeticKind.MoneyAdd => Decimals(left, right, TryAdd),
            ArithmeticKind.DecimalSubtract or ArithmeticKind.MoneySubtract => Decimals(left, right, TrySubtract),
            ArithmeticKind.DecimalMultiply or ArithmeticKind.MoneyByDecimal => Decimals(left, right, TryMultiply),
            ArithmeticKind.MoneyByInt => DecimalByNumber(left, right, TryMultiply),
            ArithmeticKind.MoneyByShare => DecimalByNumber(left, right, TryMultiplyByShare),
            ArithmeticKind.ShareByInt => TryShareByInt(NumberOf(left), NumberOf(right), out var result)
                ? new DecimalValue(result)
                : s_overflow,
            _ => throw new UnreachableException($"No meaning is given to {kind}."),
        };

    /// <summary>The value with the other sign.</summary>
    public static Value Negate(Value operand) => operand switch
    {
        DecimalValue number => new DecimalValue(-number.Number),
        _ => TryNegate(NumberOf(operand), out var result) ? new NumberValue(result) : s_overflow,
    };

    /// <summary>An int or share as a decimal; anything that is one already stays.</summary>
    /// <param name="from">The shape of <paramref name="operand"/>.</param>
    public static Value Convert(Value operand, Shape from) => operand is NumberValue number
        ? new DecimalValue(from is ShareShape ? ShareToDecimal(number.Number) : number.Number)
        : operand;

    private static Value Numbers(Value left, Value right, Row<long, long, long> row) =>
        row(NumberOf(left), NumberOf(right), out var result) ? new NumberValue(result) : s_overflow;

    private static Value Decimals(Value left, Value right, Row<decimal, decimal, decimal> row) =>
        row(DecimalOf(left), DecimalOf(right), out var result) ? new DecimalValue(result) : s_overflow;

    private static Value DecimalByNumber(Value left, Value right, Row<decimal, long, decimal> row) =>
        row(DecimalOf(left), NumberOf(right), out var result) ? new DecimalValue(result) : s_overflow;

    private static long NumberOf(Value value) => ((NumberValue)value).Number;

    private static decimal DecimalOf(Value value) => ((DecimalValue)value).Number;
}
