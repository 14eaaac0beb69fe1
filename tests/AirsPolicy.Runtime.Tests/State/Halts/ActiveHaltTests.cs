using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;

namespace AirsPolicy.Runtime.Tests.State.Halts;

public sealed class ActiveHaltTests
{
    private static readonly RuleOrigin s_origin = new("shop.c", null, null, "", 0, "f", 1, 1);

    [Fact]
    public void Each_halt_of_a_decision_stands_from_its_time_to_its_end()
    {
        var decision = Decide(
            new HaltEffect(HaltScope.Run, 10, "a"),
            new HaltEffect(HaltScope.User, null, "b"),
            new HaltEffect(HaltScope.Agent, long.MaxValue - 5, null),
            new BlockEffect("c"));
        Assert.Equal(
            [
                new ActiveHalt(s_origin, HaltScope.Run, "a", 5, 15),
                new ActiveHalt(s_origin, HaltScope.User, "b", 5, null),
                new ActiveHalt(s_origin, HaltScope.Agent, null, 5, long.MaxValue),
            ],
            ActiveHalt.Of(decision, 5));
        Assert.Null(ActiveHalt.Of(decision, 6).Last().Until);
    }

    [Fact]
    public void A_halt_says_which_rule_halted_since_when_and_until_when() =>
        Assert.Equal(
            new MatchedRule(s_origin, [new HaltedEffect(HaltScope.Run, 5, 15, "a")]),
            new ActiveHalt(s_origin, HaltScope.Run, "a", 5, 15).Rule);

    [Theory]
    [InlineData(10L, 20L, 20L)]
    [InlineData(20L, 10L, 20L)]
    [InlineData(null, 10L, null)]
    [InlineData(10L, null, null)]
    public void Two_that_are_the_same_last_from_the_first_to_the_last(long? one, long? other, long? until)
    {
        var joined = new ActiveHalt(s_origin, HaltScope.Run, "a", 5, one).Joined(
            new ActiveHalt(s_origin, HaltScope.Run, "a", 3, other));
        Assert.Equal((3, until), (joined.Since, joined.Until));
    }

    [Fact]
    public void They_are_the_same_where_all_but_their_times_is()
    {
        var halt = new ActiveHalt(s_origin, HaltScope.Run, "a", 5, 10);
        Assert.True(halt.IsSame(halt with { Since = 1, Until = null }));
        Assert.False(halt.IsSame(halt with { Scope = HaltScope.User }));
        Assert.False(halt.IsSame(halt with { Message = "A" }));
        Assert.False(halt.IsSame(halt with { Origin = s_origin with { Line = 2 } }));
        Assert.False(halt.IsSame(halt.OfEverything() with { Scope = HaltScope.Run }));
        var system = halt with { Scope = HaltScope.System };
        Assert.Same(system, system.OfEverything());
    }

    [Fact]
    public void Silence_halts_the_session_where_a_hold_has_a_time_and_one_that_still_waits_says_halt()
    {
        Assert.Equal(
            [new ActiveHalt(s_origin, HaltScope.Session, null, 5, null)],
            ActiveHalt.OfSilence(Decide(new HoldEffect("q", 10, true)), 5));
        Assert.Empty(ActiveHalt.OfSilence(Decide(new HoldEffect("q", 10, false)), 5));
        Assert.Empty(ActiveHalt.OfSilence(Decide(new HoldEffect("q", null, true)), 5));
        Assert.Empty(ActiveHalt.OfSilence(Decide(new HoldEffect("q", 10, true), new BlockEffect(null)), 5));
        var held = Decide(new HoldEffect("q", 10, true), new HoldEffect("r", null, false));
        Assert.Single(ActiveHalt.OfSilence(held, 5));
        Assert.Empty(ActiveHalt.OfSilence(held with { Holds = [new HoldEffect("r", 10, true)] }, 5));
    }

    private static Decision Decide(params Effect[] effects) => EffectJoin.Decide("input", [new MatchedRule(s_origin, [.. effects])]);
}
