using AirsPolicy.Runtime.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Numbers;

public sealed class SumAmountTests
{
    [Fact]
    public void A_decimal_that_can_be_summed_comes_back_unchanged() =>
        Prop.ForAll(
                (
                    from units in Gen.Choose(int.MinValue, int.MaxValue)
                    from more in Gen.Choose(0, int.MaxValue)
                    from scale in Gen.Choose(0, 12)
                    select new decimal(Math.Abs((long)units) % 100_000 * 1_000_000_000L + more)
                        / (decimal)Math.Pow(10, scale)
                        * Math.Sign(units)
                ).ToArbitrary(),
                value => SumAmount.TryOf(value, out var amount) && SumAmount.TryToDecimal(amount, out var back) && back == value)
            .Check(Laws.Config.WithMaxTest(1_000));

    [Theory]
    [InlineData("0.0000000000001", false)]
    [InlineData("0.0000000000010", true)]
    [InlineData("1000000000000000", true)]
    [InlineData("-1000000000000000.0000", true)]
    [InlineData("1000000000000000.01", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void What_a_sum_does_not_carry_is_said(string value, bool carried) =>
        Assert.Equal(carried, SumAmount.TryOf(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), out _));

    [Fact]
    public void Sums_beyond_a_decimal_or_a_long_are_said()
    {
        Assert.False(SumAmount.TryToDecimal((Int128)1 << 96, out _));
        Assert.True(SumAmount.TryToDecimal(1 - ((Int128)1 << 96), out var least));
        Assert.Equal(-79_228_162_514_264_337.593543950335m, least);
        Assert.False(SumAmount.TryToLong((Int128)long.MaxValue + 1, out _));
        Assert.True(SumAmount.TryToLong(long.MinValue, out var same));
        Assert.Equal(long.MinValue, same);
        Assert.False(SumAmount.TryAdd(Int128.MaxValue, 1, out _));
    }

    [Fact]
    public void Part_of_a_whole_is_rounded_down() => Assert.Equal((Int128)7, SumAmount.PartOf(15, 500_000));
}
