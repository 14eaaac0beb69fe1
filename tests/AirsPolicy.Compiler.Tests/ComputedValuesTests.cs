using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

public sealed class ComputedValuesTests
{
    private static readonly Expression s_tooLarge =
        new ArithmeticExpression(ArithmeticKind.DecimalMultiply, Value(decimal.MaxValue), Fact("amount"), DecimalShape.Instance, Place());

    [Theory]
    [InlineData("turns")]
    [InlineData("amount")]
    [InlineData("flagged")]
    [InlineData("user.id")]
    [InlineData("level")]
    public void A_list_that_is_worked_out_holds_what_was_put_into_it(string fact)
    {
        var model = Policy(
            TestFacts.Input,
            Control("t.in", TestFacts.Input, When(In(Fact(fact), Fact(fact)), Flag)),
            Control("t.not_in", TestFacts.Input, When(Not(In(Fact(fact), Fact(fact))), Block())));

        var decision = new Loaded(model).Decide(FrameBuilder.Input());

        Assert.Equal(["t.in"], decision.Fired.Select(rule => rule.Origin.Control));
        Assert.Equal(new PolicyInterpreter(model).Decide("input", FrameBuilder.Input().Frame), decision);
    }

    [Theory]
    [InlineData("u1", Outcome.Flag)]
    [InlineData("u2", Outcome.Allow)]
    public void A_text_is_looked_for_in_a_list_of_the_facts(string role, Outcome outcome)
    {
        var member = new MembershipExpression(Fact("user.id"), Fact("user.roles"), Place());
        var model = Policy(TestFacts.Input, Control("t.in", TestFacts.Input, When(member, Flag)));

        Assert.Equal(outcome, new Loaded(model).Decide(FrameBuilder.Input().SetTexts("user.roles", "clerk", role)).Outcome);
    }

    [Fact]
    public void Where_value_and_list_both_fail_the_value_is_on_the_record_as_it_is_written_first() =>
        Assert.Equal(FailureKind.Overflow, RuleFailure(In(s_tooLarge, Fact("order.total"))).Kind);

    [Fact]
    public void A_let_over_an_absent_fact_fails_with_the_name_of_the_fact() =>
        Assert.Equal(
            new Failure(FailureKind.MissingFact, "The fact 'note' is absent."),
            RuleFailure(Compare(new NamedExpression("remark", Fact("note"), Place()), CompareOperator.Equal, Value("x"))));

    [Fact]
    public void Of_several_missing_facts_of_a_rule_the_least_by_name_is_on_the_record_whatever_the_order_of_reading()
    {
        var model = Policy(
            TestFacts.Input,
            Control("t.a", TestFacts.Input, When(And(Above("turns", 1L), Above("amount", 1m)), Flag)),
            Control("t.b", TestFacts.Input, When(Above("turns", 1L), Flag)));
        FrameBuilder Facts() => FrameBuilder.Input().Clear("turns").Clear("amount");

        var decision = new Loaded(model).Decide(Facts());

        Assert.Equal(
            ["The fact 'amount' is missing.", "The fact 'turns' is missing."],
            decision.Fired.Select(rule => rule.Failure?.Detail));
        Assert.Equal(new PolicyInterpreter(model).Decide("input", Facts().Frame), decision);
    }

    private static MembershipExpression In(Expression value, Expression item) =>
        new(value, new ListExpression([item], new ListShape(value.Shape), Place()), Place());

    // Why a rule fails, in both engines.
    private static Failure RuleFailure(Expression condition)
    {
        var model = Policy(TestFacts.Input, Control("t.fails", TestFacts.Input, When(condition, Flag)));
        var decision = new Loaded(model).Decide(FrameBuilder.Input());
        Assert.Equal(new PolicyInterpreter(model).Decide("input", FrameBuilder.Input().Frame), decision);
        return Assert.Single(decision.Fired).Failure!;
    }
}
