using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>Groups of tools stand for their tools wherever tools are listed.</summary>
public class GroupTests
{
    private const string Tools =
        "tool pay { args { amount: int, to: text } }\ntool refund { args { amount: int, order: text } }\ntool look {}\n"
        + "group spends \"Money\" { pay, refund }\n";

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
            "group free { look }",
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
            Tools, "group outside { look }", "label foreign { from outside  reaches spends then block }"));
        var control = model.Controls.Single(control => control.Id == "p.label.foreign");
        Assert.Equal(["pay", "refund"], control.Placements.SelectMany(placement => placement.Tools));
    }

    [Fact]
    public void Facts_and_limits_stand_at_calls_of_a_group() => Assert.Empty(Codes(
        "fact order: text at tool_call of spends",
        "limit day 10 of args.amount per user within 24h at tool_call of spends",
        "control c { at tool_call of pay  when order == \"x\" then block }"));

    [Theory]
    [InlineData("group g { pay, payy }", "AIRS2040")]
    [InlineData("group g { spends }", "AIRS2011")]
    [InlineData("group look { pay }", "AIRS2005")]
    public void What_is_wrong_with_a_group_is_said_where_nothing_names_it(string group, string code) =>
        Assert.Contains(code, Binding.Of(Binding.Policy(Tools, group)).Diagnostics.Select(found => found.Code));

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
