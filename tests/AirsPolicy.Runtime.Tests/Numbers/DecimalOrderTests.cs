using AirsPolicy.Runtime.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Numbers;

public sealed class DecimalOrderTests
{
    // Around millionths, between them, at the ends of the range and of the type, with and without zeros behind the point.
    private static readonly decimal[] s_edges =
    [
        0m,
        -0m,
        0.000001m,
        -0.000001m,
        0.0000001m,
        -0.0000001m,
        0.0000019m,
        -0.0000019m,
        1m,
        1.0m,
        1.000000m,
        1.0000000m,
        -1.0000000m,
        0.9999999m,
        1.0000001m,
        2305843009213.693951m,
        2305843009213.693952m,
        -2305843009213.693951m,
        -2305843009213.693952m,
        4611686018427.387903m,
        4611686018427.387904m,
        -4611686018427.387903m,
        -4611686018427.387904m,
        4611686018427.3879035m,
        -4611686018427.3879035m,
        9223372036854775807m,
        -9223372036854775808m,
        18446744073709551616m,
        decimal.MaxValue,
        decimal.MinValue,
        0.0000000000000000000000000001m,
        -0.0000000000000000000000000001m,
        7.9228162514264337593543950335m,
        -7.9228162514264337593543950335m,
    ];

    [Fact]
    public void A_decimal_compares_with_an_exact_constant_as_their_keys_do()
    {
        foreach (var value in s_edges)
        {
            foreach (var constant in s_edges)
                Assert.True(Alike(value, constant), $"{value} and {constant}");
        }
        var near = Gen.Choose(-30_000_000, 30_000_000).Select(n => n / 10_000_000m);
        var any = Gen.OneOf(ArbMap.Default.GeneratorFor<decimal>(), near, Gen.Elements(s_edges));
        Prop.ForAll(Gen.Zip(any, any).ToArbitrary(), pair => Alike(pair.Item1, pair.Item2)).Check(Laws.Config.WithMaxTest(5_000));
    }

    [Fact]
    public void A_constant_of_whole_millionths_is_exact_however_it_is_written()
    {
        Assert.Equal(2_500_000, DecimalOrder.KeyOf(1.25m));
        Assert.Equal(2_500_000, DecimalOrder.KeyOf(1.2500000000m));
        Assert.Equal(-2_500_000, DecimalOrder.KeyOf(-1.25m));
        Assert.True(DecimalOrder.IsExact(DecimalOrder.KeyOf(4611686018427.387903m)));
        Assert.False(DecimalOrder.IsExact(DecimalOrder.KeyOf(4611686018427.387904m)));
        Assert.False(DecimalOrder.IsExact(DecimalOrder.KeyOf(0.0000001m)));
    }

    private static bool Alike(decimal value, decimal constant)
    {
        var key = DecimalOrder.KeyOf(constant);
        return !DecimalOrder.IsExact(key) || DecimalOrder.KeyOf(value).CompareTo(key) == Math.Sign(value.CompareTo(constant));
    }
}
