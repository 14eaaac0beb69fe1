using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class DetectModeTests
{
    private static readonly int s_today = new DateOnly(2026, 6, 15).DayNumber;

    private static ControlModel Detecting(int? until, Model.Expressions.Expression? condition = null) =>
        Control("shop.detecting", "output", Rule(condition ?? True, Block("no"))) with { Detect = new DetectMode(until) };

    [Fact]
    public void A_control_in_detect_mode_is_recorded_under_would_and_changes_nothing()
    {
        var decision = AtOutput(With(Detecting(null), Control("shop.other", "output", Rule(True, Flag()))));
        Assert.Equal(Outcome.Flag, decision.Outcome);
        Assert.Null(decision.Message);
        Assert.Equal("shop.detecting", Assert.Single(decision.Detected).Origin.Control);
        Assert.Equal("shop.other", Assert.Single(decision.Fired).Origin.Control);
    }

    [Theory]
    [InlineData(1, Outcome.Allow)]
    [InlineData(0, Outcome.Allow)]
    [InlineData(-1, Outcome.Block)]
    public void Until_holds_through_its_day_and_the_control_is_in_force_after(int daysFromToday, Outcome expected) =>
        Assert.Equal(expected, AtOutput(With(Detecting(s_today + daysFromToday))).Outcome);

    [Fact]
    public void Where_the_day_is_not_known_the_control_is_in_force()
    {
        var decision = new AirsPolicy.Language.Evaluation.PolicyInterpreter(With(Detecting(s_today + 1))).Decide("output", "{}");
        Assert.Equal(Outcome.Block, decision.Outcome);
    }

    [Fact]
    public void A_failure_in_detect_mode_is_recorded_and_changes_nothing()
    {
        var decision = AtOutput(With(Detecting(null, Overflowing)));
        Assert.Equal(Outcome.Allow, decision.Outcome);
        Assert.Equal(FailureKind.Overflow, Assert.Single(decision.Detected).Failure?.Kind);
    }

    [Fact]
    public void A_fact_that_only_a_control_in_detect_mode_reads_may_be_missing()
    {
        var decision = AtOutput(With(Detecting(null, And(False, Fact("flag", BoolShape.Instance)))));
        Assert.Equal(Outcome.Allow, decision.Outcome);
        Assert.Equal(new Failure(FailureKind.MissingFact, "The fact 'flag' is missing."), Assert.Single(decision.Detected).Failure);
    }

    [Fact]
    public void The_posture_of_a_failed_point_leaves_controls_in_detect_mode_out()
    {
        var reads = Control("shop.reads", "output", Rule(Fact("flag", BoolShape.Instance), Flag())) with { OnError = Flag() };
        var decision = AtOutput(With(Detecting(null), reads), "\"flag\":1");
        Assert.Equal(["output", "shop.reads"], decision.Fired.Select(rule => rule.Origin.Control));
        Assert.Empty(decision.Detected);
    }
}
