using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

public sealed class PolicyTestRunnerTests
{
    private static readonly ControlModel s_blocks = Control("shop.no_offers", "output", Rule(
        new TextTestExpression(TextTest.Contains, Fact("output.text"), Literal("deal"), Nowhere),
        Block("I can't agree to that."),
        new FixedEffectModel(new EventEffect(EventAction.Queue, "daily"))) with
    { Place = Line(7) });

    [Fact]
    public void A_test_whose_expectations_are_met_passes() =>
        Assert.Equal(
            TestVerdict.Passed,
            Run(Given("It's a deal."), Expect(Outcome.Block, "shop.no_offers", "agree"), Given("Hello."), Expect(Outcome.Allow)).Verdict);

    [Fact]
    public void A_finding_says_what_was_expected_and_decided_and_by_which_line()
    {
        var finding = Assert.Single(Run(Given("It's a deal."), Expect(Outcome.Allow) with { Place = Line(3) }).Findings);
        Assert.Equal(
            "Expected allow, but the decision is block saying \"I can't agree to that.\"; 'shop.no_offers' (shop/shop.airs:7) fired " +
            "with block.",
            finding.Message);
        Assert.Equal(Line(3), finding.Place);
    }

    [Theory]
    [InlineData("shop.other", null)]
    [InlineData(null, "Sorry")]
    public void The_control_and_the_message_have_to_be_the_ones_expected(string? by, string? saying) =>
        Assert.Equal(TestVerdict.Failed, Run(Given("deal"), Expect(Outcome.Block, by, saying)).Verdict);

    [Fact]
    public void A_known_gap_that_fails_is_no_failure_and_one_that_passes_is()
    {
        Assert.Equal(TestVerdict.KnownGap, RunAll(Test(Given("Hello."), Expect(Outcome.Block)) with { KnownGap = true }).Verdict);
        var closed = RunAll(Test(Given("Hello."), Expect(Outcome.Allow)) with { KnownGap = true });
        Assert.Equal(TestVerdict.Failed, closed.Verdict);
        Assert.Contains("remove the words 'known gap'", Assert.Single(closed.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_speaks_of_the_decision()
    {
        var queued = new MembershipExpression(Literal("daily"), Fact("queued", Shop.Texts), Nowhere);
        var blocked = Equal(Fact("outcome", DecisionFacts.Outcome), Constant((long)Outcome.Block, DecisionFacts.Outcome));
        Assert.Equal(TestVerdict.Passed, Run(Given("deal"), Holds(And(blocked, queued))).Verdict);
        var finding = Assert.Single(Run(Given("hello"), Holds(And(blocked, queued))).Findings);
        Assert.Contains("'outcome' is allow", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_condition_is_the_amended_one_and_absent_where_nothing_goes_on()
    {
        var append = Control("shop.disclaimer", "output", Rule(null, new FixedEffectModel(new AppendEffect("No advice."))));
        var text = Fact("text");
        Assert.Equal(TestVerdict.Passed, RunAll(Test(Given("Buy."), Holds(Equal(text, Literal("Buy.\nNo advice.")))), append).Verdict);
        Assert.Equal(TestVerdict.Passed, Run(Given("deal"), Holds(Not(new HasExpression(text, Nowhere)))).Verdict);
    }

    [Fact]
    public void A_failed_point_is_seen_in_failed_and_errors()
    {
        var failed = And(
            Fact("failed", BoolShape.Instance),
            Quantify(
                QuantifierKind.Any,
                Fact("errors", Shop.Texts),
                new TextTestExpression(TextTest.Contains, Item(0), Literal("output"), Nowhere)));
        Assert.Equal(
            TestVerdict.Passed,
            Run(Misfit, Expect(Outcome.Block) with { OfFailures = [failed] }, Holds(failed) with { OfFailures = [failed] }).Verdict);
        Assert.Equal(TestVerdict.Failed, Run(Misfit, Expect(Outcome.Block), Holds(failed)).Verdict);
    }

    [Fact]
    public void Silence_refuses_a_hold_when_its_time_is_over()
    {
        var hold = Control(
            "shop.hold",
            "output",
            Rule(null, new FixedEffectModel(new HoldEffect("people", TimeSpan.FromMinutes(15).Ticks, false))));
        var test = Test(
            Given("x"),
            Expect(Outcome.Hold),
            Advance(TimeSpan.FromMinutes(14)),
            Expect(Outcome.Hold),
            Advance(TimeSpan.FromMinutes(1)),
            Expect(Outcome.Block));
        Assert.Equal(TestVerdict.Passed, RunAll(test, hold).Verdict);
    }

    [Fact]
    public void The_clock_goes_forward_by_advance_alone_and_facts_of_the_test_stand()
    {
        var today = Fact("today", DateShape.Instance);
        var control = Control(
            "shop.old",
            "output",
            Rule(Less(Constant((long)new DateOnly(2026, 1, 1).DayNumber, DateShape.Instance), today), Flag()));
        var given = new GivenStep("output", null, "{}", Nowhere);
        var dated = given with { Facts = "{\"today\":\"2026-01-02\"}" };
        Assert.Equal(
            TestVerdict.Passed,
            RunAll(Test(given, Expect(Outcome.Allow), Advance(TimeSpan.FromHours(12)), given, Expect(Outcome.Flag)), control).Verdict);
        Assert.Equal(TestVerdict.Passed, RunAll(Test(dated, Expect(Outcome.Flag)), control).Verdict);
    }

    [Fact]
    public void Steps_are_repeated_and_the_same_finding_is_told_once()
    {
        var findings = Run(new RepeatStep(5, [Given("hello"), Expect(Outcome.Block)], Nowhere)).Findings;
        Assert.Single(findings);
    }

    [Fact]
    public void A_case_that_fails_is_named_by_its_number()
    {
        ValueList<TestStep> Case(string text) => [Given(text), Expect(Outcome.Block)];
        var findings = Run(new CasesStep([], [Case("deal"), Case("hello"), Case("deal")], Nowhere)).Findings;
        Assert.Equal(2, Assert.Single(findings).Case);
    }

    [Fact]
    public void An_expectation_before_anything_was_given_is_a_finding() =>
        Assert.Contains("'given'", Assert.Single(Run(Expect(Outcome.Allow)).Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void Results_come_in_the_order_of_the_tests_and_are_told_as_they_end()
    {
        var model = Shop.Empty with { Tests = [Test(Given("a")) with { Title = "one" }, Test(Given("b")) with { Title = "two" }] };
        var told = new List<PolicyTestResult>();
        var results = new PolicyTestRunner(model).Run(told.Add);
        Assert.Equal(["one", "two"], results.Select(result => result.Test.Title));
        Assert.Equal(told, results);
    }

    [Fact]
    public void Vectors_are_the_requests_of_all_tests_with_the_decisions_of_the_interpreter()
    {
        var model = Shop.With(s_blocks) with
        {
            Tests = [Test(Given("deal"), Given("deal")), Test(new RepeatStep(2, [Given("hello")], Nowhere))],
        };
        var vectors = TestVectors.From(model);
        Assert.Equal([Outcome.Block, Outcome.Allow], vectors.Select(vector => vector.Decision.Outcome));
        Assert.All(
            vectors,
            vector =>
                Assert.Equal(
                    vector.Decision,
                    new AirsPolicy.Language.Evaluation.PolicyInterpreter(model).Decide(vector.Point, vector.Facts)));
    }

    [Fact]
    public void A_given_at_a_tool_names_the_tool_as_on_the_wire()
    {
        var control = Control("shop.query", "tool_call", [Rule(null, Flag())], ["look_up"]);
        var given = new GivenStep("tool_call", "look_up", "{ }", Nowhere);
        Assert.Equal(TestVerdict.Passed, RunAll(Test(given, Expect(Outcome.Flag)), control).Verdict);
    }

    private static PolicyTestResult Run(params ReadOnlySpan<TestStep> steps) => RunAll(Test(steps), s_blocks);

    private static PolicyTestResult RunAll(TestModel test, params ReadOnlySpan<ControlModel> controls) =>
        Assert.Single(new PolicyTestRunner(Shop.With(controls.Length == 0 ? [s_blocks] : controls) with { Tests = [test] }).Run());

    private static TestModel Test(params ReadOnlySpan<TestStep> steps) => new("it works", false, ValueList.Create(steps), Nowhere);

    private static GivenStep Given(string text) => new("output", null, $"{{\"output\":{{\"text\":\"{text}\"}}}}", Nowhere);

    private static ExpectOutcomeStep Expect(Outcome outcome, string? by = null, string? saying = null) => new(outcome, by, saying, Nowhere);

    private static GivenStep Misfit => new("output", null, "{\"output\":3}", Nowhere);

    private static ExpectConditionStep Holds(Expression condition) => new(condition, Nowhere);

    private static AdvanceStep Advance(TimeSpan time) => new(time.Ticks, Nowhere);

    private static SourcePlace Line(int line) => Nowhere with { Line = line };
}
