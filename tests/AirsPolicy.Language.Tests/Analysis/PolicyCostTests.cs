using AirsPolicy.Language.Analysis.Costs;
using AirsPolicy.Language.Analysis.Openings;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Language.Tests.Analysis;

public class PolicyCostTests
{
    [Fact]
    public void Every_kind_of_expression_has_a_cost() =>
        Assert.Equal(KindsOf<Expression>(), ExpressionCosts.Kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_effect_has_a_cost() =>
        Assert.Equal(KindsOf<EffectModel>(), EffectCosts.Kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal));

    [Theory]
    [InlineData("when user.id == \"a\" then flag", "when user.id == \"a\" or user.id == \"b\" then flag")]
    [InlineData("when user.id == \"a\" then flag", "when text contains \"a\" then flag")]
    [InlineData("when text matches /ab/ then flag", "when text matches /ab/ and text matches /cd/ then flag")]
    [InlineData("when any s in sources: s.age > 1d then flag", "when any s in sources: s.text contains \"a\" then flag")]
    [InlineData("when pii.card.found(text) then flag", "when pii.any.found(text) then flag")]
    [InlineData("when pii.card.found(text) then flag", "when pii.card.found(output) then flag")]
    [InlineData("when user.id == \"a\" then flag", "when count of output per user within 1h >= 3 then flag")]
    [InlineData("always flag", "always redact pii.card")]
    [InlineData("always flag", "always drop s in sources where s.age > 1d")]
    [InlineData("always flag", "always cut to 100")]
    public void What_does_more_costs_more(string less, string more) => Assert.True(Total(less) < Total(more));

    [Fact]
    public void Views_patterns_and_exceptions_of_a_detector_cost_each()
    {
        string[] rising =
        [
            "view folded  match \"a\"",
            "view folded, plain  match \"a\"",
            "view folded, plain  match \"a\", /b+/",
            "view folded, plain  match \"a\", /b+/  except /c+b+d/",
            "view folded, plain, spaced  match \"abcdefgh\", /b+/  except /c+b+d/",
            "view folded, plain, spaced  match \"abcdefgh\", /b+/, pii.any  except /c+b+d/",
        ];
        var totals = rising
            .Select(items => PolicyCost.Of(Model("when d.found(text) then flag", $"detector d {{ {items} }}"))[0].Cost.Total)
            .ToList();
        Assert.Equal(totals.Distinct().Order(), totals);
    }

    [Fact]
    public void Lists_in_lists_stop_at_what_a_quantifier_may_look_at()
    {
        var nested = PolicyCost.Of(
            Model("when any a in sources: any b in sources: any c in sources: a.host == b.host and b.host == c.host then flag", "")
        )[0];
        Assert.InRange(nested.Cost.Steps, FactLimits.MaxSteps, FactLimits.MaxSteps * 20L);
    }

    [Fact]
    public void Matches_of_a_detector_cost_no_more_than_the_text_they_are_of()
    {
        const string customer = "fact customer: { cards: [text], name: text } at output";
        var (cards, name, nested) = (
            PolicyCost.Of(Model("when any c in pii.card.spans(text): c.digits not in customer.cards then block", customer))[0],
            PolicyCost.Of(Model("when any n in pii.card.spans(text): n.text != customer.name then block", customer))[0],
            PolicyCost.Of(Model("when any s in sources: any n in pii.card.spans(s.text): n.text == customer.name then block", customer))[0]
        );
        Assert.InRange(cards.Cost.Total, FactLimits.MaxSteps, 20L * FactLimits.MaxSteps);
        Assert.InRange(name.Cost.Total, FactLimits.MaxSteps, 10L * FactLimits.MaxSteps);
        Assert.InRange(nested.Cost.Total, FactLimits.MaxSteps, 30L * FactLimits.MaxSteps);
    }

    [Fact]
    public void The_dearest_tool_counts_and_the_rules_are_sorted()
    {
        var model = Binding.Model(Binding.Policy(
            "tool a { class read_only  args { x: text }  when args.x == \"1\" then flag }",
            "tool b { class read_only  args { x: text }  when args.x contains \"1\" then flag  when pii.any.found(args) then block }",
            "control every_call { at tool_call  when flagged then flag }"));
        var call = Assert.Single(PolicyCost.Of(model));
        Assert.Equal(("tool_call", "b"), (call.Point, call.Tool));
        Assert.Equal(["p.tool.b", "p.tool.b", "p.every_call"], call.Rules.Select(rule => rule.Control));
        Assert.Equal(call.Rules.Select(rule => rule.Cost.Total).OrderDescending(), call.Rules.Select(rule => rule.Cost.Total));
    }

    [Fact]
    public void Sums_stop_at_the_greatest_number()
    {
        var most = new Cost(long.MaxValue, long.MaxValue, long.MaxValue);
        Assert.Equal(most, most + most);
        Assert.Equal(most, most.Times(1_000));
        Assert.Equal(long.MaxValue, most.Total);
    }

    [Fact]
    public void A_policy_without_rules_is_open_everywhere_and_one_in_detect_mode_is_tried_out()
    {
        var open = OpenPlaces.Of(
            Binding.Model(
                Binding.Policy(
                    "control c { at output, input  mode detect until 2027-01-01  always block }",
                    "control d { at input  always flag }",
                    "tool t {}")),
            new DateOnly(2026, 12, 31));
        Assert.DoesNotContain("input", open.Points.Concat(open.Tried));
        Assert.Equal("output", Assert.Single(open.Tried));
        Assert.Equal("t", Assert.Single(open.Tools));
        Assert.Empty(
            OpenPlaces
                .Of(
                    Binding.Model(Binding.Policy("control c { at output  mode detect until 2027-01-01  always block }")),
                    new DateOnly(2027, 1, 2))
                .Tried);
    }

    [Fact]
    public void A_rule_that_can_never_match_leaves_its_point_and_its_tool_open()
    {
        var day = new DateOnly(2026, 6, 15);
        var model = Binding.Of(day, Binding.Policy(
            "control dead { at input, output  when length(text) > 5 and length(text) < 3 then block }",
            "control past { at output, tool_call  when today < 2020-01-01 then block }",
            "control live { at output  mode detect  when text contains \"x\" then block }",
            "tool t {  when false then block }",
            "tool u {  always flag }")).Model;
        var open = OpenPlaces.Of(Assert.IsType<Model.PolicyModel>(model), day);
        Assert.Contains("input", open.Points);
        Assert.Equal("output", Assert.Single(open.Tried));
        Assert.Equal("t", Assert.Single(open.Tools));
        Assert.DoesNotContain("tool_call", open.Points.Concat(open.Tried));
    }

    private static long Total(string rule) => PolicyCost.Of(Model(rule, "")).Single(point => point.Point == "output").Cost.Total;

    private static Model.PolicyModel Model(string rule, string declarations) =>
        Binding.Model(Binding.Policy($"control c {{ at output  {rule} }}", declarations));

    private static IEnumerable<Type> KindsOf<T>() =>
        typeof(T)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal);
}
