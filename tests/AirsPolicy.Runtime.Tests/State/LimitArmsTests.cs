using AirsPolicy.Runtime.State.Limits;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class LimitArmsTests
{
    private static readonly LimitArms s_half = new([500_000, 1_000_000]);

    [Theory]
    [InlineData(500, 0, 250, 0, 250)]
    [InlineData(500, 0, 251, 1, 500)]
    [InlineData(500, 250, 250, 1, 500)]
    [InlineData(500, 500, 0, 1, 500)]
    [InlineData(3, 1, 0, 0, 1)]
    [InlineData(3, 1, 1, 1, 3)]
    [InlineData(0, 0, 0, 0, 0)]
    public void An_arm_comes_in_over_its_share_and_not_at_it(long limit, long drawn, long amount, int passed, long ceiling) =>
        Assert.Equal(new LimitReading(passed, ceiling), s_half.Of(limit, drawn, amount));

    [Fact]
    public void Where_every_arm_has_come_in_nothing_is_left_to_stop_at()
    {
        Assert.Equal(new LimitReading(2, Int128.MaxValue), s_half.Of(500, 500, 1));
        Assert.Equal(new LimitReading(2, Int128.MaxValue), s_half.Of(500, Int128.MaxValue, Int128.MaxValue));
    }

    [Fact]
    public void Shares_rise_and_limits_are_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LimitArms([500_000, 500_000]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LimitArms([0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_half.Of(-1, 0, 0));
    }

    [Fact]
    public void A_draw_up_to_its_ceiling_brings_in_no_other_arm_and_one_beyond_does()
    {
        var cases =
            from shares in Gen.Choose(1, 1_500_000).ArrayOf().Resize(5)
            from limit in Gen.Choose(0, 10_000)
            from drawn in Gen.Choose(0, 12_000)
            from amount in Gen.Choose(0, 3_000)
            select (arms: new LimitArms([.. shares.Distinct().Order().Select(s => (long)s)]), limit, drawn, amount);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var standing = sample.arms.Of(sample.limit, sample.drawn, sample.amount);
                    Assert.Equal(
                        sample.arms.Shares.Count(share =>
                            (decimal)sample.drawn + sample.amount > Math.Floor((decimal)sample.limit * share / 1_000_000)),
                        standing.Passed);
                    if (standing.Ceiling == Int128.MaxValue)
                        return;
                    Assert.Equal(standing, sample.arms.Of(sample.limit, sample.drawn, standing.Ceiling - sample.drawn));
                    Assert.True(sample.arms.Of(sample.limit, sample.drawn, standing.Ceiling - sample.drawn + 1).Passed > standing.Passed);
                }
            )
            .Check(Laws.Config.WithMaxTest(1_000));
    }

    [Fact]
    public void A_decision_that_another_one_overtook_is_told_so()
    {
        var ledger = new LimitLedger([new LimitDefinition(0, 0)]);
        var seen = s_half.Of(10, ledger.Peek(0, default, 0).Amount, 3);
        Assert.True(ledger.TryDraw([new LimitDraw(0, default, 4, 5)], 0).Drawn);
        Assert.False(ledger.TryDraw([new LimitDraw(0, default, 3, seen.Ceiling)], 0).Drawn);
        var again = s_half.Of(10, ledger.Peek(0, default, 0).Amount, 3);
        Assert.Equal(seen.Passed + 1, again.Passed);
        Assert.True(ledger.TryDraw([new LimitDraw(0, default, 3, again.Ceiling)], 0).Drawn);
    }
}
