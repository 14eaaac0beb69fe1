using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>The mistakes that a rule engine easily lets pass: each is refused, or means what it says.</summary>
public class NineMistakesTests
{
    private const string Facts = "fact amount: decimal\nfact count_: int\nfact ready: bool\nfact note: text\nfact tags: [text]";

    [Fact]
    public void A_list_literal_is_no_condition() =>
        Assert.Equal(["AIRS2014"], Binding.Codes("when [true, false] then block"));

    [Fact]
    public void A_misspelt_fact_is_refused_with_the_nearest_name()
    {
        var analysis = Binding.Of(
            Binding.Policy("tool refund { class irreversible }\ncontrol c { at tool_call when tool.nmae == \"x\" then block }"));
        var diagnostic = Binding.Single(analysis);
        Assert.Equal("AIRS2002", diagnostic.Code);
    }

    [Fact]
    public void A_misspelt_root_is_refused_with_the_nearest_name()
    {
        var diagnostic = Binding.Single(Binding.Of(Binding.Policy(Facts, "control c { at output when amuont > 5 then block }")));
        Assert.Equal("There is no 'amuont' here; did you mean 'amount'?", diagnostic.Message);
        Assert.Equal("amount", Assert.Single(Assert.Single(diagnostic.Fixes).Edits).NewText);
    }

    [Theory]
    [InlineData("when amount === 5 then block")]
    [InlineData("when (amount == 5)) then block")]
    [InlineData("when ((amount == 5) then block")]
    public void Foreign_operators_and_stray_parentheses_cost_one_diagnostic(string rule) =>
        Assert.Single(Binding.Codes(rule, declarations: Facts));

    [Fact]
    public void A_parenthesised_comparison_is_a_condition() =>
        Assert.IsType<LogicalExpression>(Binding.Rule("when (amount > 5) and (count_ > 1) then block", declarations: Facts).Condition);

    [Fact]
    public void Not_before_a_comparison_negates_the_whole_comparison() =>
        Assert.IsType<CompareExpression>(
            Assert.IsType<NotExpression>(Binding.Rule("when not amount > 5 then block", declarations: Facts).Condition).Operand);

    [Fact]
    public void A_negative_bound_keeps_its_sign()
    {
        var compare = Assert.IsType<CompareExpression>(Binding.Rule("when count_ > -5 then block", declarations: Facts).Condition);
        Assert.Equal(-5L, Assert.IsType<ConstantExpression>(compare.Right).Value);
    }

    [Fact]
    public void A_boolean_fact_is_a_condition_by_itself() =>
        Assert.IsType<PathExpression>(Binding.Rule("when ready then block", declarations: Facts).Condition);

    [Fact]
    public void A_decimal_compares_with_a_whole_number_as_a_decimal()
    {
        var compare = Assert.IsType<CompareExpression>(Binding.Rule("when amount == 5 then block", declarations: Facts).Condition);
        Assert.Equal(5m, Assert.IsType<ConstantExpression>(compare.Right).Value);
    }

    [Fact]
    public void Contains_looks_inside_a_text_and_through_a_list()
    {
        Assert.IsType<TextTestExpression>(Binding.Rule("when note contains \"x\" then block", declarations: Facts).Condition);
        Assert.IsType<MembershipExpression>(Binding.Rule("when tags contains \"x\" then block", declarations: Facts).Condition);
    }

    [Fact]
    public void An_argument_named_like_a_fact_shadows_nothing()
    {
        var model = Binding.Model(
            Binding.Policy(
                "tool pay { class irreversible args { tool: text, user: text } when args.tool == \"x\" and user.id == args.user then " +
                "block }"
            ));
        var paths = Language
            .Model.ExpressionTree.All(model.Controls[0].Placements[0].Rules[0])
            .OfType<PathExpression>()
            .Select(p => string.Join('.', p.Path));
        Assert.Equal(["args.tool", "user.id", "args.user"], paths);
    }

    [Fact]
    public void A_fact_of_another_tool_is_refused_where_the_control_stands()
    {
        var analysis = Binding.Of(Binding.Policy(
            "tool refund { args { amount: int } }\ntool pay { args { amount: int } }\nfact order: { total: decimal } at tool_call of pay",
            "control c { at tool_call of refund when order.total > 5 then block }"));
        Assert.Equal("'order' is nothing for the tool 'refund' and a fact for 'pay'.", Binding.Single(analysis).Message);
    }
}
