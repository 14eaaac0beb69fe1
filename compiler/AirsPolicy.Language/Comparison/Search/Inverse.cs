using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>
/// What an operand has to be for an operation to come to a value; rounded where it does not come out even, and null where there is nothing
/// to say.
/// </summary>
internal static class Inverse
{
    private const decimal DayTicks = TimeSpan.TicksPerDay;

    /// <summary>The left operand, the right one being known.</summary>
    public static Value? Left(ArithmeticKind kind, Value result, Value? right)
    {
        if (Number(result) is not { } value || Number(right) is not { } known)
            return null;
        decimal? left = kind switch
        {
            ArithmeticKind.IntAdd
            or ArithmeticKind.DecimalAdd
            or ArithmeticKind.MoneyAdd
            or ArithmeticKind.InstantAdd
            or ArithmeticKind.DurationAdd
            or ArithmeticKind.SizeAdd => value - known,
            ArithmeticKind.IntSubtract
            or ArithmeticKind.DecimalSubtract
            or ArithmeticKind.MoneySubtract
            or ArithmeticKind.InstantSubtract
            or ArithmeticKind.InstantDifference
            or ArithmeticKind.DurationSubtract => value + known,
            ArithmeticKind.DateAdd => value - decimal.Floor(known / DayTicks),
            ArithmeticKind.DateSubtract => value + decimal.Floor(known / DayTicks),
            ArithmeticKind.DateDifference => decimal.Floor(value / DayTicks) + known,
            ArithmeticKind.IntMultiply
            or ArithmeticKind.DecimalMultiply
            or ArithmeticKind.MoneyByInt
            or ArithmeticKind.MoneyByDecimal
            or ArithmeticKind.DurationByInt
            or ArithmeticKind.SizeByInt => Quotient(value, known),
            ArithmeticKind.MoneyByShare => Quotient(value, known / Millionths.Whole),
            ArithmeticKind.ShareByInt => Quotient(value * Millionths.Whole, known),
            _ => null,
        };
        return left is { } number ? Of(number, LeftIsDecimal(kind)) : null;
    }

    /// <summary>The right operand, the left one being known.</summary>
    public static Value? Right(ArithmeticKind kind, Value result, Value? left)
    {
        if (Number(result) is not { } value || Number(left) is not { } known)
            return null;
        decimal? right = kind switch
        {
            ArithmeticKind.IntAdd
            or ArithmeticKind.DecimalAdd
            or ArithmeticKind.MoneyAdd
            or ArithmeticKind.InstantAdd
            or ArithmeticKind.DurationAdd
            or ArithmeticKind.SizeAdd => value - known,
            ArithmeticKind.IntSubtract
            or ArithmeticKind.DecimalSubtract
            or ArithmeticKind.MoneySubtract
            or ArithmeticKind.InstantSubtract
            or ArithmeticKind.InstantDifference
            or ArithmeticKind.DurationSubtract => known - value,
            ArithmeticKind.DateAdd => (value - known) * DayTicks,
            ArithmeticKind.DateSubtract => (known - value) * DayTicks,
            ArithmeticKind.DateDifference => known - decimal.Floor(value / DayTicks),
            ArithmeticKind.IntMultiply
            or ArithmeticKind.DecimalMultiply
            or ArithmeticKind.MoneyByInt
            or ArithmeticKind.MoneyByDecimal
            or ArithmeticKind.DurationByInt
            or ArithmeticKind.SizeByInt => Quotient(value, known),
            ArithmeticKind.MoneyByShare => Quotient(value * Millionths.Whole, known),
            _ => null,
        };
        return right is { } number ? Of(number, RightIsDecimal(kind)) : null;
    }

    private static bool LeftIsDecimal(ArithmeticKind kind) =>
        RightIsDecimal(kind) || kind is ArithmeticKind.MoneyByInt or ArithmeticKind.MoneyByShare;

    private static bool RightIsDecimal(ArithmeticKind kind) =>
        kind
            is ArithmeticKind.DecimalAdd
                or ArithmeticKind.DecimalSubtract
                or ArithmeticKind.DecimalMultiply
                or ArithmeticKind.MoneyAdd
                or ArithmeticKind.MoneySubtract
                or ArithmeticKind.MoneyByDecimal;

    private static decimal? Quotient(decimal value, decimal by) => by == 0 || Math.Abs(by) < 0.000001m ? null : value / by;

    private static decimal? Number(Value? value) => value switch
    {
        NumberValue number => number.Number,
        // Beyond these numbers the arithmetic here could overflow, and no rule has its bound there.
        DecimalValue { Number: > -1_000_000_000_000m and < 1_000_000_000_000m } number => number.Number,
        _ => null,
    };

    private static Value? Of(decimal number, bool isDecimal)
    {
        if (isDecimal)
            return new DecimalValue(decimal.Round(number, 6));
        var whole = decimal.Floor(number);
        return whole is >= long.MinValue and <= long.MaxValue ? new NumberValue((long)whole) : null;
    }
}
