using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>Groups of tools stand for their tools wherever tools are listed.</summary>
public class GroupTests
{
    private const string Tools =
        "tool pay { args { amount: int, to: text } }\ntool refund { args { amount: int, order: text } }\ntool look {}\n"
        + "group spends \"Money\" { tools pay, refund }\n";

    [Fact]
    public void A_rule_at_calls_of_a_group_stands_at_those_of_its_tools_and_reads_what_their_arguments_have_in_common()
    {
        var control = Binding.Model(Binding.Policy(Tools, "control c { at tool_call of spends  when args.amount > 5 or args.amount < 0 then block }"))
            .Controls.Single(control => control.Id == "p.c");
        Assert.Equal(["pay", "refund"], Assert.Single(control.Placements).Tools);
        Assert.Equal(
            ["AIRS2002"], Codes("control c { at tool_call of spends  when args.order == \"x\" then block }"));
    }

    [Fact]
    public void A_tool_named_beside_its_group_stands_once() =>
        Assert.Equal(
            ["refund", "pay", "look"],
            Binding.Model(Binding.Policy(Tools, "control c { at tool_call of refund, spends, look  always flag }"))
                .Controls.Single(control => control.Id == "p.c")
                .Placements.Single()
                .Tools);

    [Fact]
    public void Whether_a_tool_is_in_a_group_is_whether_it_is_one_of_its_tools()
    {
        var grouped = Rule("tool in spends");
        Assert.Equal(
            [0L, 1L],
            Assert.IsType<ListExpression>(Assert.IsType<MembershipExpression>(grouped).List)
                .Items.Select(item => Assert.IsType<ConstantExpression>(item).Value)
                .Select(index => (long)index - 1));
        Assert.IsType<NotExpression>(Rule("tool not in spends"));
        Assert.IsType<MembershipExpression>(Rule("tool in p.spends"));
    }

    [Fact]
    public void Events_and_steps_of_plans_are_asked_too() => Assert.Empty(Codes(
        "control c { at tool_call  when (count of tool_call e where e.tool in spends per session) > 2 then block }",
        "control d { at plan  when any s in plan.steps: s.tool in spends then block }"));

    [Fact]
    public void Only_a_tool_is_looked_for_in_a_group() =>
        Assert.Equal(["AIRS2013"], Codes("control c { at tool_call  when session.id in spends then block }"));

    [Fact]
    public void A_group_is_no_value() =>
        Assert.Equal(["AIRS2012"], Codes("control c { at tool_call  when spends == tool then block }"));

    [Fact]
    public void Agents_hold_the_tools_of_groups_and_never_call_those_of_others()
    {
        var agents = Binding.Model(Binding.Policy(
            Tools,
            "group free { tools look }",
            "workflow w { owner \"o\"  tools spends, free  never refund }",
            "agent a in w { tools spends }",
            "agent b in w { tools free  never spends }")).Agents!;
        Assert.Equal(["pay", "refund"], agents.Agents.Single(agent => agent.Name == "a").Grants.Tools);
        Assert.Equal(["pay", "refund"], agents.Agents.Single(agent => agent.Name == "b").Grants.Never);
    }

    [Fact]
    public void Labels_come_from_groups_and_reach_them()
    {
        var model = Binding.Model(Binding.Policy(
            Tools, "group outside { tools look }", "label foreign { from outside  reaches spends then block }"));
        var control = model.Controls.Single(control => control.Id == "p.label.foreign");
        Assert.Equal(["pay", "refund"], control.Placements.SelectMany(placement => placement.Tools));
    }

    [Fact]
    public void Facts_and_limits_stand_at_calls_of_a_group() => Assert.Empty(Codes(
        "fact order: text at tool_call of spends",
        "limit day 10 of args.amount per user within 24h at tool_call of spends",
        "control c { at tool_call of pay  when order == \"x\" then block }"));

    [Theory]
    [InlineData("group g { tools pay, payy }", "AIRS2040")]
    [InlineData("group g { tools spends }", "AIRS2011")]
    [InlineData("group look { tools pay }", "AIRS2005")]
    [InlineData("group g {}", "AIRS4038")]
    [InlineData("group g { tools pay  tools look }", "AIRS3004")]
    public void What_is_wrong_with_a_group_is_said_where_nothing_names_it(string group, string code) =>
        Assert.Contains(code, Binding.Of(Binding.Policy(Tools, group)).Diagnostics.Select(found => found.Code));

    [Fact]
    public void A_group_stands_in_a_list_beside_tools() => Assert.Equal(
        3,
        Assert.IsType<ListExpression>(Assert.IsType<MembershipExpression>(Rule("tool in [spends, look]")).List).Items.Count);

    [Fact]
    public void A_let_of_the_package_counts_before_a_group_of_another() => Assert.IsType<ConstantExpression>(
        Assert.IsType<ListExpression>(
            Assert.IsType<NamedExpression>(
                Assert.IsType<MembershipExpression>(
                    Binding.Model(
                        "policy top\nextends base\nsystem s {}\nlet spends = [\"look\"]\ncontrol c { at tool_call  when session.id in spends then block }",
                        $"policy base\nsystem s {{}}\n{Tools}control b {{ at tool_call of spends  always flag }}")
                        .Controls.Single(control => control.Id == "top.c")
                        .Placements.Single()
                        .Rules.Single()
                        .Condition).List).Body).Items.Single());

    [Fact]
    public void A_policy_that_is_only_used_says_nothing_of_its_groups() => Assert.Empty(
        Binding.Of(
            "policy top\nuse base\nsystem s {}\ncontrol c { at input  when length(text) > longest then block }",
            $"policy base\nsystem s {{}}\nparam longest: int = 5\n{Tools}control b {{ at tool_call of spends  always flag }}").Diagnostics);

    [Fact]
    public void A_decision_point_counts_before_a_group_of_its_name() => Assert.Equal(
        "output",
        Binding.Model(Binding.Policy(
            Tools,
            "group output { tools pay }",
            "control c { at tool_call of output, spends  always flag }",
            "label foreign { from look  reaches output then block }"))
            .Controls.Single(control => control.Id == "p.label.foreign")
            .Placements.Single()
            .Point);

    [Theory]
    [InlineData("agent a { owner \"o\"  tools spends  follows look -> pay }", "AIRS4027")]
    [InlineData("agent a { owner \"o\"  tools spends, look  follows look -> spends }", "AIRS2011")]
    [InlineData("agent a { owner \"o\"  tools look  never spend }", "AIRS2040")]
    [InlineData("control c { at tool_call of spend  always flag }", "AIRS2040")]
    public void Steps_are_tools_and_misspelt_groups_are_told(string declaration, string code) =>
        Assert.Contains(code, Codes(declaration));

    [Fact]
    public void A_group_that_nothing_names_is_said() =>
        Assert.Equal(["spends"], Binding.Unused(Binding.Policy(Tools)));

    private static Expression Rule(string condition) =>
        Binding.Model(Binding.Policy(Tools, $"control c {{ at tool_call  when {condition} then block }}"))
            .Controls.Single(control => control.Id == "p.c")
            .Placements.Single()
            .Rules.Single()
            .Condition!;

    private static IEnumerable<string> Codes(params string[] declarations) =>
        Binding.Of(Binding.Policy([Tools, .. declarations])).Diagnostics.Select(found => found.Code);
}
