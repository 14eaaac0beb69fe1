using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Tests.State.Pace;

public sealed class PaceMoveTests
{
    [Fact]
    public void Each_chart_goes_to_the_worst_that_is_asked_for_by_the_first_control_that_asks()
    {
        var moves = PaceMove.Of(
            Decide(("c", "judge:emergency"), ("b", "judge:emergency"), ("a", "judge:alternate"), ("d", "guardrail:contingency")),
            ["guardrail", "judge", "human"]);
        Assert.Equal([new PaceMove(0, PaceLevel.Contingency, "d"), new PaceMove(1, PaceLevel.Emergency, "b")], moves);
    }

    [Theory]
    [InlineData("judge:primary")]
    [InlineData("judge:worse")]
    [InlineData("judge")]
    [InlineData("other:emergency")]
    [InlineData("judges:emergency")]
    public void What_names_no_chart_or_no_worse_state_moves_nothing(string target) =>
        Assert.Empty(PaceMove.Of(Decide(("c", target)), ["judge"]));

    [Fact]
    public void Nothing_else_moves_a_chart()
    {
        Assert.Empty(PaceMove.Of(EffectJoin.Decide("input", []), ["judge"]));
        Assert.Empty(
            PaceMove.Of(EffectJoin.Decide("input", [Rule("c", new EventEffect(EventAction.Notify, "judge:emergency"))]), ["judge"]));
        Assert.Equal("judge:emergency", PaceMove.TargetOf("judge", PaceLevel.Emergency));
    }

    private static Decision Decide(params (string Control, string Target)[] targets) =>
        EffectJoin.Decide("input", targets.Select(target => Rule(target.Control, new EventEffect(EventAction.Degrade, target.Target))));

    private static MatchedRule Rule(string control, Effect effect) => new(new RuleOrigin(control, null, null, "", 0, "f", 1, 1), [effect]);
}
