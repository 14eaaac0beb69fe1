using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Tests.Semantics.Events;

public class AggregateBindingTests
{
    private const string Tools =
        """
        tool pay { class irreversible  args { amount: money GBP, to: text, note: text? } }
        tool look_up { class read_only  args { query: text, to: text } }
        tool ping { class read_only }
        fact opinion: { provider: text } at output
        """;

    [Theory]
    [InlineData("count of input per user", EventFate.WentOn)]
    [InlineData("count of refused input per user", EventFate.Refused)]
    [InlineData("count of event per user", EventFate.All)]
    [InlineData("count of refused event per user", EventFate.Refused)]
    public void An_event_is_a_decision_that_went_on_or_did_not_or_any(string asked, EventFate fate) =>
        Assert.Equal(fate, Single($"when {asked} > 5 then block").Fate);

    [Fact]
    public void An_event_of_any_point_is_one_of_every_point_that_has_what_is_read()
    {
        Assert.Equal(17, Single("when count of event per system > 5 then block").Sources.Count);
        Assert.Equal(
            ["prompt", "tool_call"],
            Single("when sum of e.cost over event e per run > 5 USD then block").Sources.Select(source => source.Point));
    }

    [Fact]
    public void An_event_of_a_tool_is_one_of_every_tool_that_has_what_is_read()
    {
        var aggregate = Single("when count of tool_call c where c.args.to == \"x\" per user >= 3 then block");
        Assert.Equal(["look_up", "pay"], aggregate.Sources.Select(source => source.Tool));
        Assert.Equal(
            ["pay"],
            Single("when sum of c.args.amount over tool_call c per user > 5 GBP then block").Sources.Select(source => source.Tool));
        Assert.Equal(
            [null],
            Single("when earlier tool_call c where c.tool == pay per user then block").Sources.Select(source => source.Tool));
    }

    [Theory]
    [InlineData("c.tool == pay and c.args.to == \"x\"")]
    [InlineData("c.args.to == \"x\" and pay == c.tool")]
    [InlineData("c.tool in [pay] and c.args.to == \"x\"")]
    public void A_condition_on_the_tool_leaves_the_others_out(string where)
    {
        var source = Assert.Single(Single($"when earlier tool_call c where {where} per user then block").Sources);
        Assert.Equal("pay", source.Tool);
    }

    [Fact]
    public void A_source_of_one_tool_does_not_ask_which_it_is()
    {
        var source = Assert.Single(
            Single("when earlier tool_call c where c.tool == pay and c.args.to == \"x\" per user then block").Sources);
        Assert.IsType<CompareExpression>(source.Where);
    }

    [Fact]
    public void What_is_equal_to_the_present_becomes_a_key_behind_those_of_per()
    {
        var rule = Rule(
            "when count of tool_call c where c.args.to == args.to and c.args.amount > 5 GBP per session, user >= 3 then block",
            "tool_call of pay");
        var asked = Assert.Single(ExpressionTree.All(rule.Rule).OfType<AggregateExpression>());
        Assert.Equal(["session.id", "user.id", "args.to"], asked.Keys.Select(Path));
        var source = Assert.Single(rule.Model.Aggregates[asked.Aggregate].Sources);
        Assert.Equal(["session.id", "user.id", "args.to"], source.Keys.Select(Path));
        Assert.Equal("args.amount", Path(Assert.IsType<CompareExpression>(source.Where).Left));
    }

    [Fact]
    public void Equal_questions_are_one_wherever_they_are_written()
    {
        var model = Model(
            """
            let tries = count of refused input per user within 1h
            control a { at input  when tries > 3 then block }
            control b { at input, output  when count of refused input i per user.id within 60m > 3 then flag  when tries > 4 then block }
            """);
        Assert.Equal([4, 5], model.Aggregates.Select(aggregate => aggregate.UpTo).Order());
    }

    [Theory]
    [InlineData("count of input per user >= 3", 4)]
    [InlineData("(count of input per user within 1m) > 1_000", 1_001)]
    [InlineData("3 > count of input per user within 1m", 4)]
    [InlineData("count of input per user within 1m > 1_001", 0)]
    [InlineData("count of input per user within 1m > count of output per user within 1m", 0)]
    [InlineData("sum of length(i.text) over input i per user > 1", 0)]
    [InlineData("earlier input per user", 1)]
    [InlineData("count of input per user > most", 8)]
    public void A_count_is_kept_as_far_as_it_is_compared(string condition, int upTo) =>
        Assert.Equal(
            upTo,
            Model($"param most: int = 7, lower is stricter\ncontrol c {{ at input  when {condition} then block }}").Aggregates[0].UpTo);

    [Theory]
    [InlineData("per session", true)]
    [InlineData("per run, user", true)]
    [InlineData("per user, session", false)]
    [InlineData("per session within 1h", false)]
    [InlineData("per system", false)]
    public void Keys_of_a_session_or_run_without_a_window_go_with_it(string tail, bool owned) =>
        Assert.Equal(owned, Single($"when count of input {tail} > 3 then block").Owned);

    [Fact]
    public void The_names_of_the_outcomes_and_the_time_can_be_asked_for()
    {
        var source = Assert.Single(Single("when count of input i where i.outcome == flag per user > 1 then block").Sources);
        Assert.IsType<EventOutcomeExpression>(Assert.IsType<CompareExpression>(source.Where).Left);
        Assert.Equal("now", Path(Assert.Single(Single("when (distinct of i.time over input i per user) > 1 then block").Sources).Value!));
    }

    [Fact]
    public void What_is_optional_is_read_where_it_is_there()
    {
        Assert.Equal(["AIRS2017"], Codes("when earlier tool_call c where c.args.note == \"x\" per user then block"));
        Assert.Empty(Codes("when earlier tool_call c where has c.args.note and c.args.note == \"x\" per user then block"));
        Assert.Empty(Codes("when earlier tool_call c where (c.args.note ?? \"\") == \"x\" per user then block"));
    }

    [Fact]
    public void Items_of_quantifiers_may_be_keys()
    {
        var model = Model(
            "control c { at output  when any s in sources: (count of refused output o where o.input.text == s.host per user within 1h) " +
            "> 2 then flag }"
        );
        var asked = model
            .Controls.Single(control => control.Id == "p.c")
            .Placements[0]
            .Rules.SelectMany(ExpressionTree.All)
            .OfType<AggregateExpression>()
            .Single();
        Assert.IsType<ItemExpression>(asked.Keys[1]);
    }

    [Fact]
    public void Sums_are_of_the_type_of_what_is_summed()
    {
        var model = Model(
            "control c { at tool_call of pay  when sum of c.args.amount over tool_call c per user within 24h + args.amount > 500 GBP " +
            "then block }"
        );
        Assert.Equal(
            new MoneyShape("GBP"),
            model.Controls[0].Placements[0].Rules.SelectMany(ExpressionTree.All).OfType<AggregateExpression>().Single().Shape);
        Assert.Equal(AggregateKind.Sum, Assert.Single(model.Aggregates).Kind);
    }

    [Fact]
    public void A_let_may_be_given_what_the_event_has()
    {
        var source = Assert.Single(
            Single("when count of input i where loud(i.text) per user > 1 then block", "let loud(x) = x contains \"!\"").Sources);
        Assert.NotNull(source.Where);
    }

    [Theory]
    [InlineData("when count of inputs per user > 1 then block", "AIRS2043")]
    [InlineData("when earlier input i where i.text contains text per user then block", "AIRS2045")]
    [InlineData("when earlier input i where text == \"x\" per user then block", "AIRS2045")]
    [InlineData("when earlier input i where i.text == text or i.text == \"x\" per user then block", "AIRS2045")]
    [InlineData("when earlier input i where i.user.roles == user.roles per user then block", "AIRS2046")]
    [InlineData("when earlier input per user.roles then block", "AIRS2046")]
    [InlineData("when (sum of i.text over input i per user) > 1 then block", "AIRS2047")]
    [InlineData("when (distinct of text over input i per user) > 1 then block", "AIRS2049")]
    [InlineData("when mean of i.text over input i per user > 1 then block", "AIRS2047")]
    [InlineData("when deviation of i.text over input i per user > 1 then block", "AIRS2047")]
    [InlineData("when mean of length(i.text) over input i per user > 1s then block", "AIRS2015")]
    [InlineData("when earlier input i where i per user then block", "AIRS2012")]
    [InlineData("when earlier input i where i.txt == \"x\" per user then block", "AIRS2002")]
    [InlineData("when earlier input i where i.args == \"x\" per user then block", "AIRS2039")]
    [InlineData("when earlier input i where i.text == \"x\" and earlier input per user per user then block", "AIRS2044")]
    [InlineData("when earlier input user where user.text == \"x\" per user then block", "AIRS2019")]
    [InlineData("when earlier input per user within 0s then block", "AIRS3015")]
    [InlineData("when earlier input per user within session.age then block", "AIRS2031")]
    [InlineData("when earlier tool_call c where c.args.amout > 5 GBP per user then block", "AIRS2002")]
    public void One_mistake_gives_one_diagnostic(string rule, string code) => Assert.Equal([code], Codes(rule));

    [Fact]
    public void Expectations_and_parameters_ask_nothing_of_the_past()
    {
        Assert.Equal(
            ["AIRS2044"],
            Binding.Of(Binding.Policy("test \"t\" { given output \"x\"  expect earlier input per user }")).Diagnostics.Select(d => d.Code));
        Assert.Equal(["AIRS2044"], Binding.Of(Binding.Policy("param x: int = count of input per user")).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_let_that_asks_for_itself_is_told_so()
    {
        var codes = Binding
            .Of(Binding.Policy("let a = count of input i where a > 3 per user\ncontrol c { at input  when a > 1 then flag }"))
            .Diagnostics.Select(d => d.Code);
        Assert.Equal(["AIRS2024"], codes);
    }

    private static AggregateModel Single(string rule, string declarations = "") =>
        Assert.Single(Model($"control c {{ at input  {rule} }}\n{declarations}").Aggregates);

    private static (PolicyModel Model, RuleModel Rule) Rule(string rule, string at)
    {
        var model = Model($"control c {{ at {at}  {rule} }}");
        return (model, model.Controls.Single(control => control.Id == "p.c").Placements[0].Rules[0]);
    }

    private static PolicyModel Model(string declarations) => Binding.Model(Binding.Policy(Tools, declarations));

    private static string[] Codes(string rule) => Binding.Codes(rule, "input", Tools);

    private static string Path(Expression expression) => string.Join('.', Assert.IsType<PathExpression>(expression).Path);
}
