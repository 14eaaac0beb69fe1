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
