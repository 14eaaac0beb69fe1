using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

public sealed class VerticalTests
{
    private static readonly Loaded s_policy = new(
        Policy(
            TestFacts.Input,
            Control("t.amount", TestFacts.Input, When(Above("amount", 100m), Block("Too much."))),
            Control("t.level", TestFacts.Input, When(Compare(Fact("level"), CompareOperator.GreaterOrEqual, Value(2L)), Flag)),
            Control(
                "t.text",
                TestFacts.Input,
                When(
                    And(Equal("user.id", "mallory"), Not(Compare(Fact("flagged"), CompareOperator.Equal, Value(false)))),
                    Block("Not you."))),
            Control(
                "t.turns",
                TestFacts.Input,
                When(
                    Compare(
                        new ArithmeticExpression(ArithmeticKind.IntAdd, Fact("turns"), Value(1L), IntShape.Instance, Place()),
                        CompareOperator.Greater,
                        Value(10L)),
                    Flag))));

    [Fact]
    public void Nothing_fires_and_the_shared_decision_allows()
    {
        var first = s_policy.Decide(FrameBuilder.Input());
        var second = s_policy.Decide(FrameBuilder.Input());

        Assert.Equal(Outcome.Allow, first.Outcome);
        Assert.Empty(first.Fired);
        Assert.Same(first, second);
    }

    [Fact]
    public void Rules_over_numbers_texts_truths_and_names_fire()
    {
        Assert.Equal(["t.amount"], Fired(FrameBuilder.Input().Set("amount", 100.01m)));
        Assert.Equal(["t.level"], Fired(FrameBuilder.Input().Set("level", 2L)));
        Assert.Equal(["t.text"], Fired(FrameBuilder.Input().Set("user.id", "mallory").Set("flagged", 1L)));
        Assert.Equal(["t.turns"], Fired(FrameBuilder.Input().Set("turns", 10L)));
        Assert.Equal(["t.amount", "t.level"], Fired(FrameBuilder.Input().Set("amount", 1_000m).Set("level", 2L)));
    }

    [Fact]
    public void A_rule_that_overflows_blocks_by_its_posture_and_leaves_the_others_standing()
    {
        var decision = s_policy.Decide(FrameBuilder.Input().Set("turns", long.MaxValue).Set("level", 2L));

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(["t.level", "t.turns"], decision.Fired.Select(m => m.Origin.Control));
        Assert.Equal(FailureKind.Overflow, decision.Fired[1].Failure!.Kind);
    }

    [Fact]
    public void A_missing_fact_fails_the_rules_that_read_it_and_the_others_stand()
    {
        var decision = s_policy.Decide(FrameBuilder.Input().Clear("user.id").Set("level", 2L));

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Null(decision.Failure);
        Assert.Equal(["t.level", "t.text"], decision.Fired.Select(m => m.Origin.Control));
        Assert.Equal(new Failure(FailureKind.MissingFact, "The fact 'user.id' is missing."), decision.Fired[1].Failure);
    }

    private static IEnumerable<string> Fired(FrameBuilder facts) => s_policy.Decide(facts).Fired.Select(m => m.Origin.Control);
}
