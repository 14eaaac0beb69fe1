using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>What is left of a decision once people have agreed.</summary>
public sealed class HoldsMetTests
{
    [Fact]
    public void A_decision_waits_until_every_queue_has_agreed()
    {
        var held = Decide(new HoldEffect("a", null, false), new HoldEffect("b", null, false), new FlagEffect(null));
        Assert.Same(held, HoldJoin.Met(held, _ => false));
        var half = HoldJoin.Met(held, queue => queue == "a");
        Assert.Equal((Outcome.Hold, "b"), (half.Outcome, Assert.Single(half.Holds).Queue));
        var met = HoldJoin.Met(held, _ => true);
        Assert.Equal((Outcome.Flag, 0), (met.Outcome, met.Holds.Count));
    }

    [Fact]
    public void Nothing_but_holds_leaves_an_allow() =>
        Assert.Equal(Outcome.Allow, HoldJoin.Met(Decide(new HoldEffect("a", null, false)), _ => true).Outcome);

    [Fact]
    public void Who_agrees_lifts_no_refusal()
    {
        Assert.Equal(Outcome.Block, HoldJoin.Met(Decide(new HoldEffect("a", null, false), new BlockEffect(null)), _ => true).Outcome);
        Assert.Equal(
            Outcome.Halt,
            HoldJoin.Met(Decide(new HoldEffect("a", null, false), new HaltEffect(HaltScope.Run, null, null)), _ => true).Outcome);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(5L, null, 5L)]
    [InlineData(null, 5L, 5L)]
    [InlineData(7L, 5L, 5L)]
    [InlineData(5L, 7L, 5L)]
    public void Holds_on_one_queue_take_the_shorter_time(long? left, long? right, long? joined) =>
        Assert.Equal(joined, Assert.Single(Decide(new HoldEffect("a", left, false), new HoldEffect("a", right, true)).Holds).Ticks);

    private static Decision Decide(params Effect[] effects) =>
        EffectJoin.Decide("input", [new MatchedRule(new RuleOrigin("c", null, null, "", 0, "f", 1, 1), [.. effects])]);
}
