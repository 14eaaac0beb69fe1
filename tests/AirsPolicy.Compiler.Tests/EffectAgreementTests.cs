using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

public sealed class EffectAgreementTests
{
    private const long Hour = TimeSpan.TicksPerHour;

    private static readonly PolicyModel s_model = Policy(
        TestFacts.Input,
        Control("e.cut", TestFacts.Input, When(null, new CutEffectModel((PathExpression)Fact("input.text"), 4, CutUnit.Characters))),
        Control(
            "e.drop",
            TestFacts.Input,
            When(
                null,
                new DropEffectModel(
                    (PathExpression)Fact("items"),
                    0,
                    Compare(Item(0, "count", IntShape.Instance), CompareOperator.Greater, Value(2))))),
        Control(
            "e.halt",
            TestFacts.Input,
            When(Equal("user.id", "halt"), new HaltEffectModel(HaltScope.User, Times(Fact("turns")), "Stopped."))),
        Control("e.hold", TestFacts.Input, When(Equal("user.id", "hold"), new HoldEffectModel("people", ByLevel(), OtherwiseHalt: true))),
        Control(
            "e.money",
            TestFacts.Input,
            When(Compare(Fact("price"), CompareOperator.GreaterOrEqual, Money(20.10m)), Block("Too dear."))),
        Control(
            "e.nested",
            TestFacts.Input,
            When(
                Quantify(
                    QuantifierKind.Any,
                    0,
                    Quantify(
                        QuantifierKind.All,
                        1,
                        Compare(Item(0, "count", IntShape.Instance), CompareOperator.GreaterOrEqual, Item(1, "count", IntShape.Instance)))),
                Flag)));

    [Fact]
    public void Effects_that_depend_on_facts_come_to_the_same_in_both_engines()
    {
        Assert.Equal(["e.nested"], Fired(Facts().SetItems(("a", 1, null), ("b", 2, null))));
        Assert.Equal(new DropEffect("/items", [0, 2]), Effect(Facts().SetItems(("a", 3, null), ("b", 2, 1m), ("c", 9, null)), "e.drop"));
        Assert.Equal(new CutEffect(4, CutUnit.Characters), Effect(Facts().Set("input.text", "12😀45"), "e.cut"));
        Assert.Empty(Fired(Facts().Set("input.text", "12😀4")));
        Assert.Equal(
            new HaltEffect(HaltScope.User, 3 * Hour, "Stopped."),
            Effect(Facts().Set("user.id", "halt").Set("turns", 3L), "e.halt"));
        Assert.Equal(new HoldEffect("people", Hour, true), Effect(Facts().Set("user.id", "hold").Set("level", 1L), "e.hold"));
        Assert.Equal(new HoldEffect("people", 4 * Hour, true), Effect(Facts().Set("user.id", "hold").Set("level", 2L), "e.hold"));
        Assert.Equal(["e.money"], Fired(Facts().Set("price", 20.1m)));
        Assert.Empty(Fired(Facts().Set("price", 20.099999999999999999999999m)));
    }

    [Fact]
    public void A_time_that_overflows_fails_its_rule_alone_in_both_engines()
    {
        var decision = Decide(Facts().Set("user.id", "halt").Set("turns", long.MaxValue).Set("price", 30m));

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(
            [("e.halt", FailureKind.Overflow), ("e.money", null)],
            decision.Fired.Select(rule => (rule.Origin.Control, rule.Failure?.Kind)));
    }

    private static FrameBuilder Facts() => FrameBuilder.Input().Set("input.text", "").Set("price", 0m);

    private static IEnumerable<string> Fired(FrameBuilder facts) => Decide(facts).Fired.Select(rule => rule.Origin.Control);

    private static Effect Effect(FrameBuilder facts, string control) =>
        Assert.Single(Decide(facts).Fired.Single(rule => rule.Origin.Control == control).Effects);

    private static readonly Loaded s_compiled = new(s_model);

    // The frame is read, not changed, by the first engine.
    private static Decision Decide(FrameBuilder facts)
    {
        var expected = new PolicyInterpreter(s_model).Decide("input", facts.Frame);
        Assert.Equal(expected, s_compiled.Decide(facts));
        return expected;
    }

    private static QuantifierExpression Quantify(QuantifierKind kind, int variable, Expression body) =>
        new(kind, variable, Fact("items"), body, BoolShape.Instance, Place());

    private static ItemExpression Item(int variable, string member, Shape shape) => new(variable, [member], shape, Place());

    private static ConstantExpression Time(long ticks) => new(ticks, DurationShape.Instance, Place());

    private static ConstantExpression Money(decimal amount) => new(amount, new MoneyShape("GBP"), Place());

    private static ArithmeticExpression Times(Expression count) =>
        new(ArithmeticKind.DurationByInt, Time(Hour), count, DurationShape.Instance, Place());

    private static TableExpression ByLevel() => new(Fact("level"), [Time(Hour), null, Time(4 * Hour)], DurationShape.Instance, Place());
}
