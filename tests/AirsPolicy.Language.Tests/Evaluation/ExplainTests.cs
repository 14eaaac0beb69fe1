using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class ExplainTests
{
    private static readonly long s_noon = new DateTime(2026, 6, 15, 12, 0, 0, DateTimeKind.Utc).Ticks;

    private const string Source = "flag and number == 2";

    private static readonly Expression s_flagged = Fact("flag", BoolShape.Instance) with { Place = At(0, 4) };
    private static readonly Expression s_number = Fact("number", IntShape.Instance) with { Place = At(9, 15) };
    private static readonly Expression s_compared = Equal(s_number, Int(2)) with { Place = At(9, 20) };
    private static readonly Expression s_both = And(s_flagged, s_compared) with { Place = At(0, 20) };

    [Fact]
    public void Each_sub_expression_has_its_text_place_and_value()
    {
        var root = Explained(s_both, "\"flag\":true,\"number\":2");
        Assert.Equal((Source, "true", true), (root.Text, root.Value, root.Decided));
        Assert.Equal(["flag", "number == 2"], root.Parts.Select(part => part.Text));
        var number = root.Parts[1].Parts[0];
        Assert.Equal(("number", "number", "2", ExplanationState.Evaluated), (number.Text, number.Fact, number.Value, number.State));
        Assert.Equal(At(9, 15), number.Place);
    }

    [Fact]
    public void What_was_not_needed_is_marked_and_did_not_decide()
    {
        var root = Explained(s_both, "\"flag\":false,\"number\":2");
        Assert.Equal([true, false], root.Parts.Select(part => part.Decided));
        Assert.Equal([ExplanationState.Evaluated, ExplanationState.NotEvaluated], root.Parts.Select(part => part.State));
        Assert.All(root.Parts[1].Parts, part => Assert.Equal(ExplanationState.NotEvaluated, part.State));
    }

    [Fact]
    public void Of_a_false_and_only_the_false_side_decided()
    {
        var root = Explained(s_both, "\"flag\":true,\"number\":3");
        Assert.Equal([false, true], root.Parts.Select(part => part.Decided));
    }

    [Fact]
    public void Of_a_true_or_only_the_true_side_decided_and_of_a_false_one_both()
    {
        var either = Or(s_flagged, s_compared);
        Assert.Equal([false, true], Explained(either, "\"flag\":false,\"number\":2").Parts.Select(part => part.Decided));
        Assert.Equal([true, true], Explained(either, "\"flag\":false,\"number\":3").Parts.Select(part => part.Decided));
    }

    [Fact]
    public void The_body_of_a_quantifier_stands_once_for_each_item_looked_at()
    {
        var any = Quantify(QuantifierKind.Any, Fact("names", Texts), Equal(Item(0), Literal("b")));
        var root = Explained(any, "\"names\":[\"a\",\"b\",\"c\"]");
        Assert.Equal(["[\"a\", \"b\", \"c\"]", "false", "true"], root.Parts.Select(part => part.Value));
        Assert.Equal([true, false, true], root.Parts.Select(part => part.Decided));
    }

    [Fact]
    public void A_failure_is_followed_to_where_it_arose()
    {
        var root = Explained(And(s_flagged, Overflowing), "\"flag\":true");
        Assert.Equal(ExplanationState.Failed, root.State);
        Assert.Equal([false, true], root.Parts.Select(part => part.Decided));
        Assert.Contains("range", root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_optional_says_so_and_a_let_has_its_name()
    {
        var root = Explained(Equal(Coalesce(new NamedExpression("remark", Fact("note"), Nowhere), Literal("none")), Literal("none")), "");
        var let = root.Parts[0].Parts[0];
        Assert.Equal(("remark", ExplanationState.Absent, null), (let.Name, let.State, let.Value));
        Assert.Equal("note", let.Parts[0].Fact);
    }

    [Fact]
    public void Values_are_written_as_in_the_language()
    {
        Assert.Equal("85%", ValueOf(Fact("share", ShareShape.Instance), "\"share\":0.85"));
        Assert.Equal("9.5 GBP", ValueOf(Fact("price", Pounds), "\"price\":9.50"));
        Assert.Equal("1h30m", ValueOf(Fact("wait", DurationShape.Instance), "\"wait\":\"90m\""));
        Assert.Equal("high", ValueOf(Fact("risk", Risk), "\"risk\":\"high\""));
        Assert.Equal("2026-06-15", ValueOf(Fact("today", DateShape.Instance), ""));
        Assert.Equal("\"say \\\"hi\\\"\"", ValueOf(Fact("output.text"), "\"output\":{\"text\":\"say \\\"hi\\\"\"}"));
    }

    [Fact]
    public void A_limit_says_how_much_was_drawn_and_how_much_more_it_is()
    {
        var model = Semantics.Binding.Model(Semantics.Binding.Policy(
            "queue people { sla 1h  reviewers \"staff\" }",
            "tool pay { args { amount: money GBP }  limit 500 GBP of args.amount per user within 24h  at 50% then hold for people }"));
        var replay = new EventReplay(new PolicyInterpreter(model));
        Explanation Pay(int amount) =>
            replay.Decide(
                "tool_call",
                $$"""{"tool":"pay","user":{"id":"u1"},"args":{"amount":{{amount}}},"now":"2026-06-15T12:00:00Z","today":"2026-06-15"}""",
                s_noon,
                null);

        Assert.Equal(Outcome.Allow, Pay(200).Decision.Outcome);
        var standings = Pay(100).Rules.SelectMany(rule => rule.Evaluated).Select(condition => (condition.Value, condition.Limit)).ToList();
        Assert.Equal(
            [
                ("true", new LimitReading("200 GBP", "100 GBP", "250 GBP", "500 GBP")),
                ("false", new LimitReading("200 GBP", "100 GBP", "500 GBP", "500 GBP")),
            ],
            standings);
        Assert.Equal("200 GBP drawn, 100 GBP more, of 250 GBP (where 500 GBP are allowed)", standings[0].Limit!.ToString());
        Assert.Equal("200 GBP drawn, 100 GBP more, of 500 GBP", standings[1].Limit!.ToString());
    }

    [Fact]
    public void Every_rule_that_stood_there_is_explained_and_the_decision_is_the_same()
    {
        var model = With(
            Control("shop.a", "output", Rule(s_flagged, Flag())),
            Control("shop.b", "output", Rule(null, Block())) with { Detect = new DetectMode(null) },
            Control("shop.elsewhere", "tool_call", Rule(null, Block())));
        var interpreter = new PolicyInterpreter(model);
        var explanation = interpreter.Explain("output", Json("\"flag\":false"));
        Assert.Equal(interpreter.Decide("output", Json("\"flag\":false")), explanation.Decision);
        Assert.Equal(
            [("shop.a", false, false), ("shop.b", true, true)],
            explanation.Rules.Select(r => (r.Origin.Control, r.Detect, r.Matched is not null)));
    }

    private static string? ValueOf(Expression expression, string facts) => Explained(Equal(expression, expression), facts).Parts[0].Value;

    private static ExpressionExplanation Explained(Expression condition, string facts)
    {
        var model = With(Control("shop.c", "output", Rule(condition, Flag()))) with
        {
            Sources = [new SourceModel("shop/shop.airs", Source)],
        };
        var explanation = new PolicyInterpreter(model).Explain("output", Json(facts));
        Assert.Null(explanation.Decision.Failure);
        return Assert.Single(Assert.Single(explanation.Rules).Evaluated);
    }

    private static SourcePlace At(int start, int end) => new("shop/shop.airs", start, end, 1, start + 1);
}
