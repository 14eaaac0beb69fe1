using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using Xunit;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class PostureTests
{
    private static readonly ControlModel ReadsNumber = Control("shop.reads_number", "output", Rule(Equal(Fact("number", IntShape.Instance), Int(1)), Flag()));

    [Fact]
    public void A_failing_rule_adds_the_on_error_effect_of_its_control_and_other_rules_stand()
    {
        var failing = Control("shop.failing", "output", [Rule(Overflowing, Halt()), Rule(True, Flag("seen"))]) with { OnError = Block("Sorry.") };
        var decision = AtOutput(With(failing));
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal("Sorry.", decision.Message);
        Assert.Equal([FailureKind.Overflow, null], decision.Fired.Select(rule => rule.Failure?.Kind));
    }

    [Fact]
    public void A_failure_in_an_effect_fails_the_rule_with_all_its_effects()
    {
        var hold = new AirsPolicy.Language.Model.Effects.HoldEffectModel("people", Arithmetic(AirsPolicy.Language.Model.Expressions.ArithmeticKind.DurationAdd, Constant(long.MaxValue, DurationShape.Instance), Constant(1L, DurationShape.Instance), DurationShape.Instance), false);
        var decision = AtOutput(With(Control("shop.c", "output", Rule(True, Halt(), hold))));
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Empty(decision.Halts);
    }

    [Fact]
    public void A_missing_fact_that_a_rule_reads_fails_the_point_with_the_strictest_posture()
    {
        var flags = ReadsNumber with { Id = "shop.flags", OnError = Flag() };
        var halts = Control("shop.halts", "output", Rule(False, Flag())) with { OnError = Halt() };
        var decision = AtOutput(With(flags, halts));
        Assert.Equal(new Failure(FailureKind.MissingFact, "The fact 'number' is missing."), decision.Failure);
        Assert.Equal(Outcome.Halt, decision.Outcome);
        Assert.Equal(["shop.flags", "shop.halts"], decision.Fired.Select(rule => rule.Origin.Control));
        Assert.All(decision.Fired, rule => Assert.Equal(FailedPoint.Ordinal, rule.Origin.Ordinal));
    }

    [Fact]
    public void Of_several_missing_facts_the_least_by_name_is_on_the_record()
    {
        var readsFlag = Control("shop.z", "output", Rule(Fact("flag", BoolShape.Instance), Flag()));
        Assert.Equal("The fact 'flag' is missing.", AtOutput(With(ReadsNumber, readsFlag)).Failure!.Detail);
        Assert.Equal("The fact 'flag' is missing.", AtOutput(With(readsFlag, ReadsNumber)).Failure!.Detail);
    }

    [Fact]
    public void A_missing_fact_counts_even_where_laziness_would_not_have_read_it()
    {
        var lazy = Control("shop.lazy", "output", Rule(And(False, Fact("flag", BoolShape.Instance)), Flag()));
        Assert.Equal(FailureKind.MissingFact, AtOutput(With(lazy)).Failure?.Kind);
    }

    [Fact]
    public void A_missing_fact_that_no_rule_here_reads_is_no_failure()
    {
        var elsewhere = Control("shop.elsewhere", "tool_call", Rule(Fact("flag", BoolShape.Instance), Flag()));
        Assert.Equal(Outcome.Allow, AtOutput(With(elsewhere)).Outcome);
        Assert.Equal(Outcome.Allow, AtOutput(Empty).Outcome);
    }

    [Fact]
    public void Facts_that_do_not_fit_take_the_posture_of_what_stands_there_and_block_where_nothing_does()
    {
        var flags = ReadsNumber with { OnError = Flag() };
        Assert.Equal((Outcome.Flag, FailureKind.MisfitFact), Refused(With(flags), "\"number\":\"one\""));
        Assert.Equal((Outcome.Block, FailureKind.MisfitFact), Refused(Empty, "\"number\":\"one\""));
        Assert.Equal((Outcome.Block, FailureKind.UnreadableFacts), Refused(Empty, "\"number\":"));
    }

    [Fact]
    public void An_unknown_point_is_refused()
    {
        var decision = Decide(Empty, "nowhere", "");
        Assert.Equal((Outcome.Block, FailureKind.Unknown), (decision.Outcome, decision.Failure!.Kind));
    }

    [Fact]
    public void An_explanation_of_a_failed_point_has_no_rules()
    {
        var explanation = new PolicyInterpreter(With(ReadsNumber)).Explain("output", Json(""));
        Assert.Equal(FailureKind.MissingFact, explanation.Decision.Failure?.Kind);
        Assert.Empty(explanation.Rules);
    }

    private static (Outcome, FailureKind) Refused(PolicyModel model, string facts)
    {
        var decision = AtOutput(model, facts);
        return (decision.Outcome, decision.Failure!.Kind);
    }
}
