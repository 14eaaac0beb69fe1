using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class PostureTests
{
    private static readonly ControlModel s_readsNumber = Control(
        "shop.reads_number",
        "output",
        Rule(Equal(Fact("number", IntShape.Instance), Int(1)), Flag()));

    [Fact]
    public void A_failing_rule_adds_the_on_error_effect_of_its_control_and_other_rules_stand()
    {
        var failing = Control("shop.failing", "output", [Rule(Overflowing, Halt()), Rule(True, Flag("seen"))]) with
        {
            OnError = Block("Sorry."),
        };
        var decision = AtOutput(With(failing));
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal("Sorry.", decision.Message);
        Assert.Equal([FailureKind.Overflow, null], decision.Fired.Select(rule => rule.Failure?.Kind));
    }

    [Fact]
    public void A_failure_in_an_effect_fails_the_rule_with_all_its_effects()
    {
        var hold = new AirsPolicy.Language.Model.Effects.HoldEffectModel(
            "people",
            Arithmetic(
                AirsPolicy.Language.Model.Expressions.ArithmeticKind.DurationAdd,
                Constant(long.MaxValue, DurationShape.Instance),
                Constant(1L, DurationShape.Instance),
                DurationShape.Instance),
            false);
        var decision = AtOutput(With(Control("shop.c", "output", Rule(True, Halt(), hold))));
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Empty(decision.Halts);
    }

    [Fact]
    public void A_missing_fact_fails_the_rules_that_read_it_and_all_others_stand()
    {
        var flags = Control(
            "shop.flags",
            "output",
            [.. s_readsNumber.Placements[0].Rules, Rule(True, Flag("seen")) with { Ordinal = 1 }]
        ) with
        {
            OnError = Flag(),
        };
        var halts = Control("shop.halts", "output", Rule(False, Flag())) with { OnError = Halt() };
        var blocks = Control("shop.blocks", "output", Rule(True, Block("no")));
        var decision = AtOutput(With(flags, halts, blocks));
        Assert.Null(decision.Failure);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(
            [("shop.blocks", 0), ("shop.flags", 0), ("shop.flags", 1)],
            decision.Fired.Select(rule => (rule.Origin.Control, rule.Origin.Ordinal)));
        Assert.Equal(
            [null, new Failure(FailureKind.MissingFact, "The fact 'number' is missing."), null],
            decision.Fired.Select(rule => rule.Failure));
    }

    [Fact]
    public void A_control_with_a_weak_posture_never_lowers_what_another_decides()
    {
        var blocks = Control("shop.blocks", "output", Rule(True, Block("no")));
        Assert.Equal(Outcome.Block, AtOutput(With(blocks)).Outcome);
        Assert.Equal(Outcome.Block, AtOutput(With(blocks, s_readsNumber with { OnError = Flag() })).Outcome);
    }

    [Fact]
    public void Of_several_missing_facts_of_a_rule_the_least_by_name_is_on_the_record()
    {
        var (flag, number) = (Fact("flag", BoolShape.Instance), Equal(Fact("number", IntShape.Instance), Int(1)));
        Assert.Equal("The fact 'flag' is missing.", FailureOf(And(flag, number)));
        Assert.Equal("The fact 'flag' is missing.", FailureOf(And(number, flag)));
    }

    [Fact]
    public void A_missing_fact_counts_even_where_laziness_would_not_have_read_it() =>
        Assert.Equal("The fact 'flag' is missing.", FailureOf(And(False, Fact("flag", BoolShape.Instance))));

    [Fact]
    public void A_missing_fact_that_no_rule_here_reads_is_no_failure()
    {
        var elsewhere = Control("shop.elsewhere", "tool_call", Rule(Fact("flag", BoolShape.Instance), Flag()));
        Assert.Equal(Outcome.Allow, AtOutput(With(elsewhere)).Outcome);
        Assert.Equal(Outcome.Allow, AtOutput(Empty).Outcome);
    }

    [Fact]
    public void Facts_that_do_not_fit_are_blocked_at_the_least_whatever_stands_there()
    {
        Assert.Equal((Outcome.Block, FailureKind.MisfitFact), Refused(Empty, "\"number\":\"one\""));
        Assert.Equal((Outcome.Block, FailureKind.UnreadableFacts), Refused(Empty, "\"number\":"));
        Assert.Equal((Outcome.Block, FailureKind.MisfitFact), Refused(With(s_readsNumber with { OnError = Flag() }), "\"number\":\"one\""));
        Assert.Equal((Outcome.Halt, FailureKind.MisfitFact), Refused(With(s_readsNumber with { OnError = Halt() }), "\"number\":\"one\""));
    }

    [Fact]
    public void Where_facts_do_not_fit_postures_count_and_the_point_adds_its_own_where_they_come_to_less_than_a_block()
    {
        Assert.Equal(["output", "shop.reads_number"], Postures(s_readsNumber with { OnError = Flag() }));
        Assert.Equal(["shop.reads_number"], Postures(s_readsNumber with { OnError = Block("Sorry.") }));
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
        var explanation = new PolicyInterpreter(With(s_readsNumber)).Explain("output", Json("\"number\":\"one\""));
        Assert.Equal(FailureKind.MisfitFact, explanation.Decision.Failure?.Kind);
        Assert.Empty(explanation.Rules);
    }

    [Fact]
    public void An_explanation_of_a_rule_that_lacks_a_fact_names_it_and_the_others_are_explained()
    {
        var explanation = new PolicyInterpreter(With(s_readsNumber, Control("shop.stands", "output", Rule(True, Flag())))).Explain(
            "output",
            Json(""));
        Assert.Equal(["The fact 'number' is missing.", null], explanation.Rules.Select(rule => rule.Matched!.Failure?.Detail));
        Assert.Empty(explanation.Rules[0].Evaluated);
        Assert.NotEmpty(explanation.Rules[1].Evaluated);
    }

    private static string FailureOf(AirsPolicy.Language.Model.Expressions.Expression condition) =>
        Assert.Single(AtOutput(With(Control("shop.fails", "output", Rule(condition, Flag())))).Fired).Failure!.Detail;

    private static IEnumerable<string> Postures(ControlModel control) =>
        AtOutput(With(control), "\"number\":\"one\"").Fired.Select(rule => rule.Origin.Control);

    private static (Outcome, FailureKind) Refused(PolicyModel model, string facts)
    {
        var decision = AtOutput(model, facts);
        return (decision.Outcome, decision.Failure!.Kind);
    }
}
