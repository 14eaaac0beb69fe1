using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

/// <summary>Emitted code asks of each item of a list, and of no other.</summary>
public sealed class QuantifierTests
{
    [Theory]
    [InlineData(QuantifierKind.Any, "", false)]
    [InlineData(QuantifierKind.Any, "a", true)]
    [InlineData(QuantifierKind.Any, "b", false)]
    [InlineData(QuantifierKind.Any, "b,b,a", true)]
    [InlineData(QuantifierKind.Any, "a,b,b", true)]
    [InlineData(QuantifierKind.All, "", true)]
    [InlineData(QuantifierKind.All, "a", true)]
    [InlineData(QuantifierKind.All, "a,a,a", true)]
    [InlineData(QuantifierKind.All, "a,a,b", false)]
    [InlineData(QuantifierKind.All, "b,a,a", false)]
    public void A_quantifier_holds_where_its_items_say_so(QuantifierKind kind, string roles, bool holds) =>
        Decides(Over(kind, 0, IsA(0)), roles, holds);

    [Theory]
    [InlineData("", 0)]
    [InlineData("b", 0)]
    [InlineData("a", 1)]
    [InlineData("b,a,b,a,a", 3)]
    public void A_count_is_of_the_items_for_which_its_condition_holds(string roles, int count)
    {
        var counted = Over(QuantifierKind.Count, 0, IsA(0));
        Decides(Compare(counted, CompareOperator.Equal, Value(count)), roles, holds: true);
        Decides(Compare(counted, CompareOperator.Equal, Value(count + 1)), roles, holds: false);
    }

    [Fact]
    public void An_item_of_the_outer_list_stands_while_the_inner_one_is_gone_through()
    {
        // Some role is that of every item: only where all are alike.
        var alike = Over(QuantifierKind.Any, 0, Over(QuantifierKind.All, 1, Compare(Item(0), CompareOperator.Equal, Item(1))));
        Decides(alike, "a,a,a", holds: true);
        Decides(alike, "a,a,b", holds: false);
    }

    [Fact]
    public void Many_quantifiers_in_one_another_have_an_item_each()
    {
        Expression body = Compare(Item(0), CompareOperator.NotEqual, Item(11));
        for (var variable = 11; variable >= 0; variable--)
            body = Over(QuantifierKind.Any, variable, body);
        Decides(body, "a,b", holds: true);
        Decides(body, "a,a", holds: false);
    }

    [Fact]
    public void A_condition_that_fails_ends_the_quantifier_and_fails_the_rule()
    {
        var beyond = Compare(
            new ArithmeticExpression(
                ArithmeticKind.IntMultiply,
                Value(long.MaxValue),
                new CallExpression("length", [Item(0)], IntShape.Instance, Place()),
                IntShape.Instance,
                Place()),
            CompareOperator.Greater,
            Value(0));
        foreach (var kind in Enum.GetValues<QuantifierKind>())
        {
            var condition = Over(kind, 0, beyond);
            if (kind == QuantifierKind.Count)
                condition = Compare(condition, CompareOperator.Equal, Value(0));
            var model = Policy(TestFacts.Input, Control("t.rule", TestFacts.Input, When(condition, Flag)));
            FrameBuilder Facts() => FrameBuilder.Input().SetTexts("user.roles", "aa", "bb");
            var compiled = new Loaded(model).Decide(Facts());
            Assert.Equal(new PolicyInterpreter(model).Decide("input", Facts().Frame), compiled);
            Assert.Equal(FailureKind.Overflow, Assert.Single(compiled.Fired).Failure?.Kind);
        }
    }

    [Theory]
    [InlineData(QuantifierKind.All)]
    [InlineData(QuantifierKind.Count)]
    [InlineData(QuantifierKind.Any)]
    public void Each_outermost_quantifier_of_a_rule_has_the_whole_bound_for_itself(QuantifierKind kind)
    {
        // 1,001,000 steps of 1,048,576.
        var inner = Over(QuantifierKind.All, 1, Compare(Item(1), CompareOperator.Equal, Value("a")));
        var outer = kind == QuantifierKind.Any
            ? Over(kind, 0, new NotExpression(inner, Place()))
            : Over(kind, 0, inner);
        Expression one = kind switch
        {
            QuantifierKind.Count => Compare(outer, CompareOperator.Equal, Value(1_000)),
            QuantifierKind.Any => new NotExpression(outer, Place()),
            _ => outer,
        };
        Decides(
            new LogicalExpression(LogicalOperator.And, one, one, Place()), string.Join(',', Enumerable.Repeat("a", 1_000)), holds: true);
    }

    [Theory]
    [InlineData(5_631, null)]
    [InlineData(5_632, null)]
    [InlineData(5_888, FailureKind.OverLimit)]
    public void The_last_step_of_the_bound_may_be_taken_and_no_other(int length, FailureKind? failure)
    {
        // 512 roles, and 89 texts gone through for each; 22 more steps for a text of 5,632 units make 512 · (1 + 89 · 23) = 2²⁰.
        var inner = new QuantifierExpression(
            QuantifierKind.Any,
            1,
            new ListExpression([.. Enumerable.Repeat((Expression)Value("b"), 89)], new ListShape(TextShape.Instance), Place()),
            new TextTestExpression(TextTest.Contains, Fact("input.text"), Value("no such text"), Place()),
            BoolShape.Instance,
            Place());
        var model = Policy(TestFacts.Input, Control("t.rule", TestFacts.Input, When(Over(QuantifierKind.Any, 0, inner), Flag)));
        FrameBuilder Facts() =>
            FrameBuilder.Input()
                .Set("input.text", new string('x', length))
                .SetTexts("user.roles", [.. Enumerable.Repeat("a", 512)]);
        var compiled = new Loaded(model).Decide(Facts());
        Assert.Equal(new PolicyInterpreter(model).Decide("input", Facts().Frame), compiled);
        Assert.Equal(failure, compiled.Fired.Select(rule => rule.Failure?.Kind).SingleOrDefault());
    }

    [Fact]
    public void A_detector_is_asked_of_a_whole_list_at_each_item()
    {
        var body = new DetectorExpression(
            "pii.card", DetectorQuestion.Found, Fact("user.roles"), BoolShape.Instance, Place());
        Decides(Over(QuantifierKind.All, 0, body), "a,4111 1111 1111 1111", holds: true);
        Decides(Over(QuantifierKind.Any, 0, body), "a,b", holds: false);
    }

    private static Expression Over(QuantifierKind kind, int variable, Expression body) => new QuantifierExpression(
        kind,
        variable,
        Fact("user.roles"),
        body,
        kind == QuantifierKind.Count ? IntShape.Instance : BoolShape.Instance,
        Place());

    private static Expression Item(int variable) => new ItemExpression(variable, [], TextShape.Instance, Place());

    private static Expression IsA(int variable) => Compare(Item(variable), CompareOperator.Equal, Value("a"));

    private static void Decides(Expression condition, string roles, bool holds)
    {
        var model = Policy(TestFacts.Input, Control("t.rule", TestFacts.Input, When(condition, Flag)));
        FrameBuilder Facts() => FrameBuilder.Input().SetTexts("user.roles", roles.Split(',', StringSplitOptions.RemoveEmptyEntries));
        var compiled = new Loaded(model).Decide(Facts());
        Assert.Equal(new PolicyInterpreter(model).Decide("input", Facts().Frame), compiled);
        Assert.Equal(holds ? Outcome.Flag : Outcome.Allow, compiled.Outcome);
    }
}
