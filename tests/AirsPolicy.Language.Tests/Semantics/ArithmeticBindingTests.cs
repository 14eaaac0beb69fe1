using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

public class ArithmeticBindingTests
{
    private const string Facts = """
        fact n: int
        fact d: decimal
        fact s: share
        fact gbp: money GBP
        fact eur: money EUR
        fact t: duration
        fact i: instant
        fact day: date
        fact bytes: size
        fact words: text
        """;

    [Theory]
    [InlineData("n + n > 5", ArithmeticKind.IntAdd)]
    [InlineData("n - 3 > 5", ArithmeticKind.IntSubtract)]
    [InlineData("n * n > 5", ArithmeticKind.IntMultiply)]
    [InlineData("d + n > 5", ArithmeticKind.DecimalAdd)]
    [InlineData("n - d > 5", ArithmeticKind.DecimalSubtract)]
    [InlineData("d * d > 5", ArithmeticKind.DecimalMultiply)]
    [InlineData("gbp + gbp > 5 GBP", ArithmeticKind.MoneyAdd)]
    [InlineData("gbp - gbp > 5 GBP", ArithmeticKind.MoneySubtract)]
    [InlineData("gbp * n > 5 GBP", ArithmeticKind.MoneyByInt)]
    [InlineData("n * gbp > 5 GBP", ArithmeticKind.MoneyByInt)]
    [InlineData("gbp * d > 5 GBP", ArithmeticKind.MoneyByDecimal)]
    [InlineData("5% * gbp > 5 GBP", ArithmeticKind.MoneyByShare)]
    [InlineData("s * n > 5", ArithmeticKind.ShareByInt)]
    [InlineData("n * s > 5", ArithmeticKind.ShareByInt)]
    [InlineData("i + t > i", ArithmeticKind.InstantAdd)]
    [InlineData("t + i > i", ArithmeticKind.InstantAdd)]
    [InlineData("i - t > i", ArithmeticKind.InstantSubtract)]
    [InlineData("i - i > t", ArithmeticKind.InstantDifference)]
    [InlineData("day + 3d > today", ArithmeticKind.DateAdd)]
    [InlineData("day - t > day", ArithmeticKind.DateSubtract)]
    [InlineData("day - day > t", ArithmeticKind.DateDifference)]
    [InlineData("t + t > t", ArithmeticKind.DurationAdd)]
    [InlineData("t - t > t", ArithmeticKind.DurationSubtract)]
    [InlineData("2 * t > t", ArithmeticKind.DurationByInt)]
    [InlineData("bytes + bytes > 5KiB", ArithmeticKind.SizeAdd)]
    [InlineData("bytes * 2 > 5KiB", ArithmeticKind.SizeByInt)]
    public void Each_row_of_the_table_binds(string condition, ArithmeticKind kind)
    {
        var compare = Assert.IsType<CompareExpression>(Binding.Rule($"when {condition} then block", declarations: Facts).Condition);
        Assert.Equal(kind, Assert.IsType<ArithmeticExpression>(compare.Left).Kind);
    }

    [Theory]
    [InlineData("gbp + eur")]
    [InlineData("gbp + n")]
    [InlineData("gbp * gbp")]
    [InlineData("gbp * t")]
    [InlineData("s + s")]
    [InlineData("s * s")]
    [InlineData("n - t")]
    [InlineData("t - i")]
    [InlineData("i + i")]
    [InlineData("day + 36h")]
    [InlineData("day + i")]
    [InlineData("t * t")]
    [InlineData("t * d")]
    [InlineData("bytes - bytes")]
    [InlineData("bytes + n")]
    [InlineData("words * 2")]
    [InlineData("words + n")]
    [InlineData("flagged + flagged")]
    public void What_is_not_in_the_table_is_refused(string operation) =>
        Assert.Equal(["AIRS2016"], Binding.Codes($"when {operation} == {operation} then block", declarations: Facts).Distinct());

    [Fact]
    public void Texts_are_joined() =>
        Assert.IsType<ConcatExpression>(
            Assert.IsType<CompareExpression>(Binding.Rule("when words + \"x\" == text then block", declarations: Facts).Condition).Left);

    [Theory]
    [InlineData("n == 5", typeof(long))]
    [InlineData("d == 5", typeof(decimal))]
    [InlineData("5 == d", typeof(decimal))]
    [InlineData("d == 5%", typeof(decimal))]
    [InlineData("bytes == 5", typeof(long))]
    [InlineData("d in [1, 2.5]", typeof(decimal))]
    [InlineData("d == -5", typeof(decimal))]
    public void A_written_number_takes_the_type_of_its_place(string condition, Type type)
    {
        var rule = Binding.Rule($"when {condition} then block", declarations: Facts);
        Assert.All(Model.ExpressionTree.All(rule).OfType<ConstantExpression>(), constant => Assert.IsType(type, constant.Value));
    }

    [Fact]
    public void A_whole_number_from_facts_is_converted_beside_a_decimal() =>
        Assert.IsType<ConvertExpression>(
            Assert.IsType<CompareExpression>(Binding.Rule("when d > n then block", declarations: Facts).Condition).Right);

    [Theory]
    [InlineData("n == gbp")]
    [InlineData("gbp == 5")]
    [InlineData("t == 5")]
    [InlineData("day == i")]
    [InlineData("words == 5")]
    [InlineData("flagged == 1")]
    [InlineData("words == flagged")]
    public void Other_types_do_not_convert(string condition) =>
        Assert.Equal(["AIRS2015"], Binding.Codes($"when {condition} then block", declarations: Facts));

    [Theory]
    [InlineData("-n > 5")]
    [InlineData("-gbp > -5 GBP")]
    [InlineData("-t < 5m")]
    [InlineData("-d < -5.5")]
    public void Numbers_amounts_and_times_can_be_negated(string condition) =>
        Assert.Empty(Binding.Codes($"when {condition} then block", declarations: Facts));
}
