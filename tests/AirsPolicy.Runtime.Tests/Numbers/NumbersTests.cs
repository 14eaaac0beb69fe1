using System.Numerics;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Text.Scores;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Numbers;

public class NumbersTests
{
    private const long Day = TimeSpan.TicksPerDay;

    private static readonly Gen<long> s_long = Gen.OneOf(
        Gen.Elements(long.MinValue, long.MinValue + 1, -1, 0, 1, long.MaxValue - 1, long.MaxValue, 3_037_000_500),
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select (long)high << 32 | (uint)low,
        Gen.Choose(-100, 100).Select(i => (long)i));

    private static readonly Gen<long> s_ticks =
        from a in Gen.Choose(0, int.MaxValue)
        from b in Gen.Choose(0, int.MaxValue)
        select (long)a * b % CheckedArithmetic.MaxInstant;

    [Fact]
    public void Integer_arithmetic_gives_the_exact_result_or_says_that_there_is_none()
    {
        var pairs = from a in s_long from b in s_long select (a, b);
        Prop.ForAll(pairs.ToArbitrary(), p =>
            Agrees(CheckedArithmetic.TryAdd(p.a, p.b, out var sum), sum, (BigInteger)p.a + p.b)
            && Agrees(CheckedArithmetic.TrySubtract(p.a, p.b, out var difference), difference, (BigInteger)p.a - p.b)
            && Agrees(CheckedArithmetic.TryMultiply(p.a, p.b, out var product), product, (BigInteger)p.a * p.b)
            && Agrees(CheckedArithmetic.TryNegate(p.a, out var negated), negated, -(BigInteger)p.a))
            .Check(Laws.Config.WithMaxTest(2_000));

        static bool Agrees(bool done, long result, BigInteger exact) =>
            done == (exact >= long.MinValue && exact <= long.MaxValue) && (!done || result == exact);
    }

    [Fact]
    public void Decimal_arithmetic_gives_false_where_the_result_is_out_of_range()
    {
        Assert.True(CheckedArithmetic.TryAdd(0.1m, 0.2m, out var sum));
        Assert.Equal(0.3m, sum);
        Assert.False(CheckedArithmetic.TryAdd(decimal.MaxValue, 1m, out _));
        Assert.False(CheckedArithmetic.TrySubtract(decimal.MinValue, 1m, out _));
        Assert.False(CheckedArithmetic.TryMultiply(decimal.MaxValue, 2L, out _));
        Assert.True(CheckedArithmetic.TryMultiplyByShare(200m, 50_000, out var part));
        Assert.Equal(10m, part);
        Assert.True(CheckedArithmetic.TryShareByInt(850_000, 3, out var times));
        Assert.Equal(2.55m, times);
    }

    [Fact]
    public void Time_stays_within_its_calendar()
    {
        Assert.True(CheckedArithmetic.TryAddToInstant(10, 5, out var later) && later == 15);
        Assert.False(CheckedArithmetic.TrySubtractFromInstant(1, 2, out _));
        Assert.False(CheckedArithmetic.TryAddToInstant(CheckedArithmetic.MaxInstant, 1, out _));
        Assert.True(CheckedArithmetic.TryAddToDate(100, 90 * Day, out var date) && date == 190);
        Assert.False(CheckedArithmetic.TryAddToDate(100, Day + 1, out _));
        Assert.False(CheckedArithmetic.TrySubtractFromDate(1, 2 * Day, out _));
        Assert.False(CheckedArithmetic.TryAddToDate(CheckedArithmetic.MaxDate, Day, out _));
        Assert.True(CheckedArithmetic.TryDateDifference(3, 5, out var days) && days == -2 * Day);
        Assert.False(CheckedArithmetic.TryMultiplySize(5, -1, out _));
        Assert.Equal(CheckedArithmetic.MaxInstant, DateTime.MaxValue.Ticks);
        Assert.Equal(CheckedArithmetic.MaxDate, DateOnly.MaxValue.DayNumber);
    }

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(7, 2, 4)]
    [InlineData(3, 2, 2)]
    [InlineData(1, 3, 0)]
    [InlineData(2, 3, 1)]
    [InlineData(0, 7, 0)]
    public void Rounding_is_half_even(long value, long by, long expected) => Assert.Equal(expected, Millionths.HalfEven(value, by));

    [Fact]
    public void Scores_join_the_same_in_every_order_and_stay_within_the_whole()
    {
        var weights =
            from list in Gen.Choose(0, 1_000_000).ListOf()
            from shuffled in Gen.Shuffle(list.ToArray())
            select (list.Select(w => (long)w).ToArray(), shuffled.Select(w => (long)w).ToArray());
        Prop.ForAll(
                weights.ToArbitrary(),
                pair =>
                {
                    var (a, b) = pair;
                    var (max, sum, noisy) = (ScoreJoin.Max(a), ScoreJoin.Sum(a), ScoreJoin.NoisyOr(a.ToArray()));
                    return max == ScoreJoin.Max(b)
                        && sum == ScoreJoin.Sum(b)
                        && noisy == ScoreJoin.NoisyOr(b.ToArray())
                        && max <= noisy
                        && noisy <= sum + a.Length
                        && noisy <= 1_000_000
                        && sum <= 1_000_000;
                }
            )
            .Check(Laws.Config);
        Assert.Equal(880_000, ScoreJoin.NoisyOr([700_000, 600_000]));
        Assert.Equal(0, ScoreJoin.NoisyOr([]));
    }

    [Theory]
    [InlineData("250ms", 2_500_000)]
    [InlineData("5m", 5 * TimeSpan.TicksPerMinute)]
    [InlineData("1h30m", 90 * TimeSpan.TicksPerMinute)]
    [InlineData("90d", 90 * Day)]
    [InlineData("7y", 7 * 365 * Day)]
    [InlineData("1.5h", 90 * TimeSpan.TicksPerMinute)]
    [InlineData("2_000ms", 2 * TimeSpan.TicksPerSecond)]
    [InlineData("007s", 7 * TimeSpan.TicksPerSecond)]
    [InlineData("0s", 0)]
    [InlineData("-1h", -TimeSpan.TicksPerHour)]
    public void Durations_are_read_as_the_language_writes_them(string text, long ticks)
    {
        Assert.True(DurationText.TryParse(text, out var read));
        Assert.Equal(ticks, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1 h")]
    [InlineData("1H")]
    [InlineData("1.h")]
    [InlineData(".5h")]
    [InlineData("1__0s")]
    [InlineData("_1s")]
    [InlineData("0.00001ms")]
    [InlineData("99999999y")]
    [InlineData("١s")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Fact]
    public void What_is_written_reads_back()
    {
        Prop.ForAll(
                s_long.Where(t => t != long.MinValue).ToArbitrary(),
                t => DurationText.TryParse(DurationText.Format(t), out var read) && read == t)
            .Check(Laws.Config);
        Prop.ForAll(s_long.Where(t => t >= 0).ToArbitrary(), b => SizeText.TryParse(SizeText.Format(b), out var read) && read == b)
            .Check(Laws.Config);
        Prop.ForAll(s_ticks.ToArbitrary(), t => InstantText.TryParse(InstantText.Format(t), out var read) && read == t).Check(Laws.Config);
        Prop.ForAll(
                Gen.Choose(0, (int)CheckedArithmetic.MaxDate).ToArbitrary(),
                d => DateText.TryParse(DateText.Format(d), out var read) && read == d)
            .Check(Laws.Config);
        Prop.ForAll(
                (from n in s_long from scale in Gen.Choose(0, 18) select new decimal(n) / (decimal)Math.Pow(10, scale)).ToArbitrary(),
                d => DecimalText.TryParse(DecimalText.Format(d), out var read) && read == d)
            .Check(Laws.Config);
    }

    [Theory]
    [InlineData("1h30m", "1h30m")]
    [InlineData("90m", "1h30m")]
    [InlineData("1y", "365d")]
    [InlineData("0.0001ms", "0.0001ms")]
    [InlineData("1.25s", "1s250ms")]
    [InlineData("0m", "0s")]
    public void A_duration_is_written_in_one_way(string text, string written)
    {
        Assert.True(DurationText.TryParse(text, out var ticks));
        Assert.Equal(written, DurationText.Format(ticks));
    }

    [Theory]
    [InlineData("64KiB", 65_536)]
    [InlineData("1.5MiB", 1_572_864)]
    [InlineData("2MB", 2_000_000)]
    [InlineData("0B", 0)]
    public void Sizes_are_read_as_the_language_writes_them(string text, long bytes)
    {
        Assert.True(SizeText.TryParse(text, out var read));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("64")]
    [InlineData("64kib")]
    [InlineData("0.5B")]
    [InlineData("-1B")]
    [InlineData("99999999TiB")]
    public void What_is_no_size_is_refused(string text) => Assert.False(SizeText.TryParse(text, out _));

    [Theory]
    [InlineData("2027-03-31T09:30:00Z", "2027-03-31T09:30:00Z")]
    [InlineData("2027-03-31t09:30:00z", "2027-03-31T09:30:00Z")]
    [InlineData("2027-03-31T09:30:00.1200+05:30", "2027-03-31T04:00:00.12Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00Z")]
    public void Instants_are_read_with_their_offset_and_written_in_UTC(string text, string written)
    {
        Assert.True(InstantText.TryParse(text, out var ticks));
        Assert.Equal(written, InstantText.Format(ticks));
    }

    [Theory]
    [InlineData("2027-03-31T09:30:00")]
    [InlineData("2027-03-31 09:30:00Z")]
    [InlineData("2027-02-29T09:30:00Z")]
    [InlineData("2027-03-31T24:00:00Z")]
    [InlineData("2027-03-31T09:30Z")]
    [InlineData("2027-03-31T09:30:00.Z")]
    [InlineData("2027-03-31T09:30:00.12345678Z")]
    [InlineData("2027-03-31T09:30:00+25:00")]
    [InlineData("2027-03-31T09:30:00Zx")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void What_is_no_instant_is_refused(string text) => Assert.False(InstantText.TryParse(text, out _));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(-0.0, "0")]
    public void A_double_becomes_the_decimal_of_its_shortest_text(double value, string expected)
    {
        Assert.True(DecimalText.TryFromDouble(value, out var exact));
        Assert.Equal(expected, DecimalText.Format(exact));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void A_double_that_no_decimal_holds_is_refused(double value) => Assert.False(DecimalText.TryFromDouble(value, out _));
}
