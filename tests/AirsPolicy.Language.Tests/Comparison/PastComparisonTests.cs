using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Tests.Comparison;

/// <summary>Changes that show only after something has happened.</summary>
[Trait("Length", "long")]
public sealed class PastComparisonTests
{
    private const string Steps = """
        queue people { sla 1h  reviewers "people" }
        tool look { class read_only }
        tool pay {
          class irreversible
          args { amount: money EUR, to: text }
          when args.amount > 1500 EUR then hold for people
        }
        workflow work { tools look, pay }
        agent clerk in work { kind task  tools look, pay  follows look -> pay }
        """;

    private const string Handing = """
        tool look { class read_only }
        tool pay { class irreversible  args { amount: int }  when args.amount > 100 then block }
        workflow work { tools look, pay }
        agent planner in work { kind orchestrator  tools look  delegates to clerk, helper depth 2 }
        agent clerk in work { kind task  tools look, pay  delegates to helper depth 2 }
        agent helper in work { kind task  tools look }
        """;

    private const string Counted = """
        tool look { class read_only }
        tool pay {
          class irreversible
          args { amount: int }
          limit 5 per user within 10m
          limit 100 of args.amount per session within 24h
          when earlier tool_call c where c.tool == look per session within 10m then flag "looked"
          when sum of c.args.amount over tool_call c per session > 70 then flag "much"
        }
        """;

    private const string Halting = """
        control c { at input  when text contains "attack" then block "No."  when count of refused input per session >= 2 then halt session "Enough." }
        """;

    private const string Broken = """
        control c { at input  when text contains "attack" then block "No." }
        breaker tired { per user  trip when count of refused input per user within 60s >= 3  open for 5m  probe 2  always block "Later." }
        """;

    private const string Layers = """
        pace guardrail {
          enter alternate when guardrail.errors > 10% for 5m
          enter emergency when guardrail.tampered
          from alternate at output always flag "alternate"
          from emergency at input always block "Not now."
          recover emergency -> contingency by "lead" after 1h where guardrail.tests_passed
          recover contingency -> alternate by "lead" after 1h
          recover alternate -> primary by "lead" after 15m
          fallback "people"
        }
        """;

    private const string Labels = """
        queue people { sla 1h  reviewers "people" }
        tool mail { class read_only }
        tool shelf { class read_only }
        tool pay { class irreversible  args { to: text }  when origin(args.to) == [tool] then block "Not by mail." }
        label outside { from mail  reaches pay then hold for people }
        """;

    [Theory]
    [InlineData("> 1500 EUR", "> 2_500 EUR", ComparisonVerdict.OnlyLoosens)]
    [InlineData("then hold for people", "then flag", ComparisonVerdict.OnlyLoosens)]
    [InlineData("> 1500 EUR", "> 1499 EUR", ComparisonVerdict.OnlyTightens)]
    public void A_rule_behind_an_order_of_steps_is_shown_by_the_steps_before_it(string from, string to, object verdict) =>
        AssertShown(Steps, from, to, verdict, withPast: true);

    [Theory]
    [InlineData(
        "agent clerk in work { kind task  tools look, pay",
        "agent clerk in work { kind task  tools look",
        ComparisonVerdict.OnlyTightens
    )]
    [InlineData("delegates to clerk, helper depth 2", "delegates to clerk, helper depth 3", ComparisonVerdict.OnlyLoosens)]
    [InlineData("delegates to clerk, helper depth 2", "delegates to clerk depth 2", ComparisonVerdict.OnlyTightens)]
    [InlineData("> 100", "> 90", ComparisonVerdict.OnlyTightens)]
    public void What_an_agent_may_do_and_hand_on_is_shown_by_a_request_of_it(string from, string to, object verdict) =>
        AssertShown(Handing, from, to, verdict, withPast: false);

    [Theory]
    [InlineData("limit 5 per user", "limit 6 per user", ComparisonVerdict.OnlyLoosens)]
    [InlineData("per user within 10m", "per user within 20m", ComparisonVerdict.OnlyTightens)]
    [InlineData("per session within 24h", "per session within 12h", ComparisonVerdict.OnlyLoosens)]
    [InlineData("per session within 10m", "per session within 30m", ComparisonVerdict.OnlyTightens)]
    [InlineData("c.tool == look", "c.tool == pay", ComparisonVerdict.Both)]
    [InlineData("> 70", "> 71", ComparisonVerdict.OnlyLoosens)]
    public void A_limit_or_a_count_is_shown_by_what_was_drawn_and_counted_before(string from, string to, object verdict) =>
        AssertShown(Counted, from, to, verdict, withPast: true);

    [Theory]
    [InlineData(">= 2 then halt", ">= 3 then halt", ComparisonVerdict.OnlyLoosens)]
    [InlineData("then halt session \"Enough.\"", "then block \"Enough.\"", ComparisonVerdict.OnlyLoosens)]
    public void A_halt_is_shown_by_the_refusals_that_lead_to_it(string from, string to, object verdict) =>
        AssertShown(Halting, from, to, verdict, withPast: true);

    [Theory]
    [InlineData(">= 3", ">= 4", ComparisonVerdict.OnlyLoosens)]
    [InlineData("open for 5m", "open for 10m", ComparisonVerdict.OnlyTightens)]
    [InlineData("always block \"Later.\"", "always flag \"Later.\"", ComparisonVerdict.OnlyLoosens)]
    public void A_breaker_is_shown_once_it_has_tripped(string from, string to, object verdict) =>
        AssertShown(Broken, from, to, verdict, withPast: true);

    [Theory]
    [InlineData("errors > 10%", "errors > 20%", ComparisonVerdict.OnlyLoosens)]
    [InlineData("for 5m", "for 10m", ComparisonVerdict.OnlyLoosens)]
    [InlineData("at input always block", "at input always flag", ComparisonVerdict.OnlyLoosens)]
    [InlineData("\"lead\" after 1h where", "\"lead\" after 2h where", ComparisonVerdict.OnlyTightens)]
    [InlineData("\"lead\" after 1h where guardrail.tests_passed", "\"lead\" after 1h", ComparisonVerdict.OnlyLoosens)]
    public void A_chart_is_shown_once_a_signal_has_made_it_worse(string from, string to, object verdict) =>
        AssertShown(Layers, from, to, verdict, withPast: null);

    [Theory]
    [InlineData("from mail  reaches", "from shelf  reaches", ComparisonVerdict.Both)]
    [InlineData("then hold for people }", "then block }", ComparisonVerdict.OnlyTightens)]
    [InlineData("then block \"Not by mail.\"", "then flag", ComparisonVerdict.OnlyLoosens)]
    public void A_label_and_an_origin_are_shown_by_what_has_come_into_the_session(string from, string to, object verdict) =>
        AssertShown(Labels, from, to, verdict, withPast: true);

    // The order is shown by a call that it refuses; of the workflow itself nothing is.
    [Theory]
    [InlineData(Steps, "follows look -> pay", "follows look+ -> pay", "run clerk")]
    [InlineData(Steps, "follows look -> pay", "follows (look -> pay)+", "run clerk")]
    [InlineData(Broken, "probe 2", "probe 3", "breaker tired")]
    [InlineData(Broken, "within 60s", "within 30s", "breaker tired")]
    public void What_no_past_of_a_search_shows_is_not_decided(string before, string from, string to, string change) =>
        Assert.Contains(
            change,
            Compare(before, before.Replace(from, to, StringComparison.Ordinal)).NotDecided.Select(left => $"{left.Kind} {left.Name}"));

    [Fact]
    public void A_count_held_against_each_item_of_a_list_is_compared_though_no_item_is_known()
    {
        const string before = """
            tool pay { class irreversible  args { also: [int] } }
            control c { at tool_call of pay  when any n in args.also: n > 2 and count of tool_call per session within 1h > n then block "No." }
            """;
        var report = Compare(before, before.Replace("> n then", ">= n then", StringComparison.Ordinal));
        Assert.Contains(report.Verdict, new[] { ComparisonVerdict.OnlyTightens, ComparisonVerdict.NotDecided });
    }

    [Fact]
    public void A_count_that_no_past_of_a_search_reaches_is_not_decided_and_the_bound_is_said()
    {
        const string before = "control c { at input  when count of input per session > 3_000 then block }";
        var report = Compare(before, before.Replace("3_000", "4_000", StringComparison.Ordinal));
        Assert.Equal(ComparisonVerdict.NotDecided, report.Verdict);
        Assert.Equal(["rule p.c"], report.NotDecided.Select(change => $"{change.Kind} {change.Name}"));
        Assert.True(report.Bounded);
    }

    [Fact]
    public void A_search_that_asks_no_more_than_its_bounds_leaves_changes_not_decided()
    {
        var report = PolicyComparison.Compare(
            Binding.Model(Binding.Policy(Broken)),
            Binding.Model(Binding.Policy(Broken.Replace(">= 3", ">= 4", StringComparison.Ordinal))),
            ComparisonBounds.Default with
            {
                RequestsWithPast = 5,
            }
        );
        Assert.Equal((ComparisonVerdict.NotDecided, true), (report.Verdict, report.Bounded));
        Assert.NotEmpty(report.NotDecided);
    }

    [Fact]
    public void Of_a_past_only_what_is_needed_is_shown()
    {
        var report = Compare(Steps, Steps.Replace("> 1500 EUR", "> 2_500 EUR", StringComparison.Ordinal));
        var witness = Assert.Single(report.Groups).Witnesses[0];
        var earlier = Assert.Single(witness.Past);
        Assert.Equal("tool_call", earlier.Point);
        Assert.Contains("\"tool\":\"look\"", earlier.Facts, StringComparison.Ordinal);
        Assert.DoesNotContain("transcript", earlier.Facts, StringComparison.Ordinal);
    }

    private static void AssertShown(string before, string from, string to, object verdict, bool? withPast)
    {
        var after = before.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        var report = Compare(before, after);
        Assert.True(
            report.Verdict.Equals(verdict),
            $"{report.Verdict}: {string.Join(", ", report.NotDecided.Select(change => $"{change.Kind} {change.Name}"))}");
        Assert.Empty(report.NotDecided);
        var witnesses = report.Groups.SelectMany(group => group.Witnesses).ToList();
        Assert.NotEmpty(witnesses);
        Assert.True(withPast is null || witnesses.Exists(witness => witness.Past.Count > 0) == withPast);
        Assert.All(witnesses.Where(witness => witness.Past.Count > 0), witness => AssertReplayed(before, after, witness));
    }

    // As whoever replays it would.
    private static void AssertReplayed(string before, string after, DecisionDifference witness)
    {
        var (first, second) = (Replay(before), Replay(after));
        foreach (var earlier in witness.Past)
        {
            var answer = earlier.IsApproved ? new HeldAnswer(true, earlier.At) : null;
            Assert.Equal(
                first.Decide(earlier.Point, earlier.Facts, earlier.At, answer).Decision.Outcome,
                second.Decide(earlier.Point, earlier.Facts, earlier.At, answer).Decision.Outcome);
        }
        var now = InstantText.TryParse(JsonNode.Parse(witness.Facts)!["now"]?.ToString(), out var said) ? said : witness.Past[^1].At;
        Assert.Equal(witness.Before.Outcome, first.Decide(witness.Point, witness.Facts, now, null).Decision.Outcome);
        Assert.Equal(witness.After.Outcome, second.Decide(witness.Point, witness.Facts, now, null).Decision.Outcome);
    }

    private static EventReplay Replay(string policy) => new(new PolicyInterpreter(Model(policy)));

    private static ComparisonReport Compare(string before, string after) => PolicyComparison.Compare(Model(before), Model(after));

    private static Model.PolicyModel Model(string declarations) =>
        Binding.Of(Binding.Policy(declarations)) is { HasErrors: false, Model: { } model }
            ? model
            : Binding.Model(Binding.Policy(declarations));
}
