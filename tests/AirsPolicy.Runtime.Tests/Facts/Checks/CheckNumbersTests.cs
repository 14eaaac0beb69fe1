using System.Text;
using AirsPolicy.Runtime.Facts.Checks.Compiling;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Tests.Facts.Checks;

public class CheckNumbersTests
{
    [Theory]
    [InlineData("0", false, 0, 0)]
    [InlineData("-0", false, 0, 0)]
    [InlineData("12", false, 12, 0)]
    [InlineData("-12", true, 12, 0)]
    [InlineData("0.5", false, 5, -1)]
    [InlineData("1e308", false, 1, 308)]
    [InlineData("1e-308", false, 1, -308)]
    public void A_number_that_a_fact_can_be_is_that_number(string text, bool isNegative, int coefficient, int exponent)
    {
        Assert.True(CheckNumbers.TryExact(Number(text), out var exact));
        Assert.Equal(new ExactNumber(isNegative, (UInt128)coefficient, exponent), exact);
    }

    [Theory]
    [InlineData("9999999999999999999999999999", true)]
    [InlineData("99999999999999999999999999991", false)]
    [InlineData("9.9e308", true)]
    [InlineData("1e309", false)]
    [InlineData("10.1e308", false)]
    [InlineData("1.5e-308", true)]
    [InlineData("9e-309", false)]
    public void No_fact_is_a_number_of_more_digits_or_size(string text, bool fits) =>
        Assert.Equal(fits, CheckNumbers.TryExact(Number(text), out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("70", 70)]
    [InlineData("1000000000", 1_000_000_000)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", int.MaxValue)]
    [InlineData("10000000000", int.MaxValue)]
    [InlineData("1e300", int.MaxValue)]
    public void A_count_is_what_is_written_or_the_greatest_there_is(string text, int count) =>
        Assert.Equal(count, CheckNumbers.Count(Number(text)));

    private static JsonNumber Number(string text)
    {
        Assert.True(JsonNumber.TryRead(Encoding.UTF8.GetBytes(text), out var number));
        return number;
    }
}
