using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class ArithmeticMeaningTests
{
    private const long Day = TimeSpan.TicksPerDay;

    public static TheoryData<ArithmeticKind, object, object, object> Rows => new()
    {
        { ArithmeticKind.IntAdd, 2L, 3L, 5L },
        { ArithmeticKind.IntSubtract, 2L, 3L, -1L },
        { ArithmeticKind.IntMultiply, 2L, 3L, 6L },
        { ArithmeticKind.DecimalAdd, 0.1m, 0.2m, 0.3m },
        { ArithmeticKind.DecimalSubtract, 0.1m, 0.2m, -0.1m },
        { ArithmeticKind.DecimalMultiply, 0.1m, 0.2m, 0.02m },
        { ArithmeticKind.MoneyAdd, 9.99m, 0.01m, 10m },
        { ArithmeticKind.MoneySubtract, 10m, 0.01m, 9.99m },
        { ArithmeticKind.MoneyByInt, 9.99m, 3L, 29.97m },
        { ArithmeticKind.MoneyByDecimal, 10m, 1.5m, 15m },
        { ArithmeticKind.MoneyByShare, 10m, 850_000L, 8.5m },
        { ArithmeticKind.ShareByInt, 850_000L, 2L, 1.7m },
        { ArithmeticKind.InstantAdd, 10L, 5L, 15L },
        { ArithmeticKind.InstantSubtract, 10L, 5L, 5L },
        { ArithmeticKind.InstantDifference, 10L, 15L, -5L },
        { ArithmeticKind.DateAdd, 100L, 2 * Day, 102L },
        { ArithmeticKind.DateSubtract, 100L, 2 * Day, 98L },
        { ArithmeticKind.DateDifference, 100L, 98L, 2 * Day },
        { ArithmeticKind.DurationAdd, 3L, 4L, 7L },
        { ArithmeticKind.DurationSubtract, 3L, 4L, -1L },
        { ArithmeticKind.DurationByInt, 3L, 4L, 12L },
        { ArithmeticKind.SizeAdd, 3L, 4L, 7L },
        { ArithmeticKind.SizeByInt, 3L, 4L, 12L },
    };

    public static TheoryData<ArithmeticKind, object, object> Overflows => new()
    {
        { ArithmeticKind.IntAdd, long.MaxValue, 1L },
        { ArithmeticKind.IntSubtract, long.MinValue, 1L },
        { ArithmeticKind.IntMultiply, long.MaxValue, 2L },
        { ArithmeticKind.DecimalAdd, decimal.MaxValue, decimal.MaxValue },
        { ArithmeticKind.DecimalSubtract, decimal.MinValue, decimal.MaxValue },
        { ArithmeticKind.DecimalMultiply, decimal.MaxValue, 2m },
        { ArithmeticKind.MoneyAdd, decimal.MaxValue, decimal.MaxValue },
        { ArithmeticKind.MoneySubtract, decimal.MinValue, decimal.MaxValue },
        { ArithmeticKind.MoneyByInt, decimal.MaxValue, 2L },
        { ArithmeticKind.MoneyByDecimal, decimal.MaxValue, 2m },
        { ArithmeticKind.InstantAdd, DateTime.MaxValue.Ticks, 1L },
        { ArithmeticKind.InstantSubtract, 0L, 1L },
        { ArithmeticKind.DateAdd, (long)DateOnly.MaxValue.DayNumber, Day },
        { ArithmeticKind.DateAdd, 100L, Day / 2 },
        { ArithmeticKind.DateSubtract, 0L, Day },
        { ArithmeticKind.DurationAdd, long.MaxValue, 1L },
        { ArithmeticKind.DurationSubtract, long.MinValue, 1L },
        { ArithmeticKind.DurationByInt, long.MaxValue, 2L },
        { ArithmeticKind.SizeAdd, long.MaxValue, 1L },
        { ArithmeticKind.SizeByInt, 3L, -1L },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_of_the_table_gives_its_result(ArithmeticKind kind, object left, object right, object expected) =>
        Assert.Equal(Of(expected), Arithmetic.Of(kind, Of(left), Of(right)));

    [Theory]
    [MemberData(nameof(Overflows))]
    public void A_result_out_of_range_fails(ArithmeticKind kind, object left, object right) =>
        Assert.Equal(FailureKind.Overflow, Assert.IsType<FailedValue>(Arithmetic.Of(kind, Of(left), Of(right))).Failure.Kind);

    [Fact]
    public void Every_row_is_here() =>
        Assert.Equal(Enum.GetValues<ArithmeticKind>().Order(), Rows.Select(row => (ArithmeticKind)row[0]).Distinct().Order());

    [Fact]
    public void The_least_int_has_no_negation() =>
        Assert.Equal(FailureKind.Overflow, Assert.IsType<FailedValue>(Arithmetic.Negate(new NumberValue(long.MinValue))).Failure.Kind);

    private static Value Of(object value) => value is decimal number ? new DecimalValue(number) : new NumberValue((long)value);
}
