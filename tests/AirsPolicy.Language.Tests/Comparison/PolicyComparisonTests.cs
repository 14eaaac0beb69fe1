using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Comparison;

[Trait("Length", "long")]
public sealed class PolicyComparisonTests
{
    private const string Refund = """
        fact order: { placed: date, identity_verified: bool } at tool_call of refund
        tool refund {
          class irreversible
          args { amount: money GBP, note: text? }
          when args.amount > 500 GBP        then block "Too much."
          when today >= order.placed + 90d  then block "Too old."
          when not order.identity_verified  then block
          when (args.note ?? "") contains "cash" then flag
        }
        """;

    private const string Words = """
        detector promise { match "guaranteed refund", "legally binding" weighs 90%  match /full\s+refund/i weighs 40%  except "not legally binding"  found at 80% }
        control no_promises { at output  when promise.found(text) then block "No." }
        """;

    [Theory]
    [InlineData(Refund)]
    [InlineData(Words)]
    [InlineData("control c { at input  mode detect until 2027-03-31  when length(text) > 20 then block }")]
    public void A_policy_does_not_differ_from_itself(string declarations)
    {
        var report = Compare(declarations, declarations);
        Assert.Equal(ComparisonVerdict.NoDifference, report.Verdict);
        Assert.False(report.HasChanges);
        Assert.True(report.Asked > 0);
    }

    [Theory]
    [InlineData("args.amount > 500 GBP", "args.amount > 499.99 GBP")]
    [InlineData("args.amount > 500 GBP", "args.amount >= 500 GBP")]
    [InlineData("order.placed + 90d", "order.placed + 89d")]
    [InlineData("contains \"cash\"", "contains \"cas\"")]
    [InlineData("""when (args.note ?? "") contains "cash" then flag""", """when has args.note then flag""")]
    public void A_bound_that_is_drawn_in_tightens_and_drawn_out_again_loosens(string wide, string narrow)
    {
        var tightened = Refund.Replace(wide, narrow, StringComparison.Ordinal);
        Assert.NotEqual(Refund, tightened);
        Assert.Equal(ComparisonVerdict.OnlyTightens, Compare(Refund, tightened).Verdict);
        Assert.Equal(ComparisonVerdict.OnlyLoosens, Compare(tightened, Refund).Verdict);
    }

    [Theory]
    [InlineData("time_of_day < 8h", "time_of_day < 9h")]
    [InlineData("weekday(today) == sunday", "weekday(today) in [saturday, sunday]")]
    [InlineData("time_of_day > 30h", "time_of_day > 20h")]
    public void A_rule_of_the_hour_or_the_day_is_told_apart_at_one_moment(string wide, string narrow)
    {
        var report = Compare($"control c {{ at input  when {wide} then block }}", $"control c {{ at input  when {narrow} then block }}");

        Assert.Equal(ComparisonVerdict.OnlyTightens, report.Verdict);
    }

    [Fact]
    public void No_difference_is_claimed_at_an_hour_that_no_clock_shows() =>
        Assert.NotEqual(
            ComparisonVerdict.OnlyTightens,
            Compare(
                "control c { at input  when time_of_day > 30h then block }",
                "control c { at input  when time_of_day > 26h then block }").Verdict);

    [Theory]
    [InlineData("> 500 GBP", "> 400 GBP")]
    [InlineData("then hold for people", "then block")]
    public void Rules_that_ask_where_something_came_from_hide_no_others(string wide, string narrow)
    {
        const string pay =
            "queue people {}\ntool pay { args { to: text, amount: money GBP }  when origin(args.to) != [user] then block  when " +
            "args.amount > 500 GBP then hold for people }\n";
        var tightened = pay.Replace(wide, narrow, StringComparison.Ordinal);
        Assert.NotEqual(pay, tightened);
        Assert.Equal(ComparisonVerdict.OnlyTightens, Compare(pay, tightened).Verdict);
        Assert.Equal(ComparisonVerdict.OnlyLoosens, Compare(tightened, pay).Verdict);
        Assert.False(Compare(pay, pay).Differs);
    }

    [Fact]
    public void The_request_shown_is_the_bound_itself_without_what_is_not_needed()
    {
        var group = Assert.Single(Compare(Refund, Refund.Replace("> 500 GBP", ">= 500 GBP", StringComparison.Ordinal)).Groups);
        var witness = group.Witnesses[0];
        const string smallest =
            """{"today":"2026-01-01","tool":"refund","args":{"amount":500},"order":{"placed":"2026-01-01","identity_verified":true}}""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(smallest), JsonNode.Parse(witness.Facts)), witness.Facts);
        Assert.Equal((Outcome.Allow, Outcome.Block), (witness.Before.Outcome, witness.After.Outcome));
        var control = Assert.Single(group.Controls);
        Assert.Equal("p.tool.refund", control.Id);
        Assert.NotNull(control.Before);
        Assert.NotNull(control.After);
    }

    [Fact]
    public void A_rule_that_blocks_what_is_unremarkable_hides_no_other()
    {
        var without = Refund.Replace("when (args.note ?? \"\") contains \"cash\" then flag", "", StringComparison.Ordinal);
        Assert.Equal(ComparisonVerdict.OnlyLoosens, Compare(Refund, without).Verdict);
    }

    [Fact]
    public void Changes_in_both_directions_are_reported_apart_what_loosens_first()
    {
        var changed = Refund.Replace("500 GBP", "400 GBP", StringComparison.Ordinal).Replace("90d", "120d", StringComparison.Ordinal);
        var report = Compare(Refund, changed);
        Assert.Equal(ComparisonVerdict.Both, report.Verdict);
        Assert.Equal([DifferenceDirection.Looser, DifferenceDirection.Tighter], report.Groups.Select(group => group.Direction));
    }

    [Fact]
    public void A_control_with_another_name_is_not_decided_and_named()
    {
        var report = Compare(Words, Words.Replace("no_promises", "promises", StringComparison.Ordinal));
        Assert.Equal(ComparisonVerdict.NotDecided, report.Verdict);
        Assert.Equal(["p.no_promises", "p.promises"], report.NotDecided.Select(change => change.Name));
    }

    [Fact]
    public void A_rule_that_changed_and_that_no_request_shows_is_not_decided()
    {
        const string before = "control c { at input  when length(text) > 20 and length(text) > 10 then block }";
        var report = Compare(before, before.Replace("> 10", "> 15", StringComparison.Ordinal));
        Assert.False(report.Differs);
        Assert.Equal(ComparisonVerdict.NotDecided, report.Verdict);
        var change = Assert.Single(report.NotDecided);
        Assert.Equal(("rule", "p.c"), (change.Kind, change.Name));
    }

    [Theory]
    [InlineData("param bound: int = 20, lower is stricter", "20", "19")]
    [InlineData("let far = length(text) > 20", "20", "21")]
    [InlineData("detector d { match \"cash\" }", "cash", "cheque")]
    [InlineData("let long = length(text) > 3", "long", "wordy")]
    public void What_no_rule_in_force_uses_changes_no_decision(string declaration, string from, string to)
    {
        const string control = "\ncontrol c { at input  when length(text) > 3 then block }";
        var report = Compare(declaration + control, "// A note.\n" + declaration.Replace(from, to, StringComparison.Ordinal) + control);
        Assert.Equal(ComparisonVerdict.NoDifference, report.Verdict);
        Assert.False(report.HasChanges);
    }

    [Fact]
    public void A_let_with_another_name_changes_no_decision()
    {
        const string before = "let long = length(text) > 3\ncontrol c { at input  when long then block }";
        Assert.Equal(ComparisonVerdict.NoDifference, Compare(before, before.Replace("long", "wordy", StringComparison.Ordinal)).Verdict);
    }

    [Fact]
    public void What_follows_where_a_fact_is_missing_is_not_decided_where_no_rule_reads_it()
    {
        const string before =
            "fact trust: share at input from \"t\" on error flag\ncontrol c { at input  when length(text) > 3 then block }";
        var change = Assert.Single(Compare(before, before.Replace("error flag", "error block", StringComparison.Ordinal)).NotDecided);
        Assert.Equal(("provider", "trust", 3, 3), (change.Kind, change.Name, change.Before?.Line, change.After?.Line));
    }

    [Theory]
    [InlineData("length(text) > bound and length(text) > 30", "param bound: int = 20, lower is stricter", "20", "21", "param p.bound")]
    [InlineData("far and length(text) > 30", "let far = length(text) > 20", "20", "21", "let p.far")]
    public void What_a_rule_is_written_with_is_named_beside_the_rule_that_is_not_decided(
        string condition,
        string declaration,
        string from,
        string to,
        string cause)
    {
        var before = $"{declaration}\ncontrol c {{ at input  when {condition} then block }}";
        var report = Compare(before, "// A note.\n" + before.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(ComparisonVerdict.NotDecided, report.Verdict);
        Assert.Equal(["rule p.c", cause], report.NotDecided.Select(change => $"{change.Kind} {change.Name}"));
        Assert.All(report.NotDecided, change => Assert.Equal(change.Before!.Line + 1, change.After!.Line));
    }

    [Fact]
    public void Of_two_rules_of_a_control_the_one_that_no_request_shows_is_not_decided()
    {
        const string before =
            "control c { at input  when length(text) > 20 then flag  when length(text) > 40 and length(text) > 10 then block }";
        var report = Compare(
            before,
            before.Replace("> 20", "> 19", StringComparison.Ordinal).Replace("> 10", "> 9", StringComparison.Ordinal));
        Assert.Equal(ComparisonVerdict.OnlyTightens, report.Verdict);
        Assert.Equal(("rule", "p.c"), (Assert.Single(report.NotDecided).Kind, report.NotDecided[0].Name));
    }

    [Fact]
    public void What_a_control_that_is_shown_leads_to_is_shown_with_it()
    {
        const string before =
            "let long(n) = length(text) > n\nlet far = long(20)\ncontrol c { at input  let why = far  when why then block }";
        var report = Compare(before, before.Replace("> n", ">= n", StringComparison.Ordinal));
        Assert.Equal(["p.c"], Assert.Single(report.Groups).Controls.Select(control => control.Id));
        Assert.Empty(report.NotDecided);
    }

    [Fact]
    public void A_day_says_what_differs_on_it()
    {
        const string before = "control c { at input  when today > 2027-03-31 and length(text) > 3 then block }";
        var after = before.Replace("> 3 ", "> 4 ", StringComparison.Ordinal);
        var report = PolicyComparison.Compare(
            Model(before),
            Model(after),
            ComparisonBounds.Default with
            {
                Day = new DateOnly(2028, 2, 1),
            }
        );
        Assert.Contains(
            Assert.Single(report.Groups).Witnesses,
            witness => witness.Facts.Contains("\"today\":\"2028-02-01\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_message_is_a_difference_and_neither_tightens_nor_loosens()
    {
        var report = Compare(Words, Words.Replace("\"No.\"", "\"Never.\"", StringComparison.Ordinal));
        Assert.Equal(ComparisonVerdict.AsStrict, report.Verdict);
        Assert.True(report.Differs);
    }

    [Theory]
    [InlineData("\"legally binding\"", "\"legally binding\", \"on my honour\"", ComparisonVerdict.OnlyTightens)]
    [InlineData("except \"not legally binding\"", "", ComparisonVerdict.OnlyTightens)]
    [InlineData("weighs 40%", "weighs 80%", ComparisonVerdict.OnlyTightens)]
    [InlineData("\"guaranteed refund\", ", "", ComparisonVerdict.OnlyLoosens)]
    [InlineData("found at 80%", "found at 95%", ComparisonVerdict.OnlyLoosens)]
    [InlineData("promise {", "promise { view plain", ComparisonVerdict.NotDecided)]
    public void A_detector_that_finds_more_or_less_is_shown_by_a_text(string old, string changed, object verdict) =>
        Assert.Equal(verdict, Compare(Words, Words.Replace(old, changed, StringComparison.Ordinal)).Verdict);

    [Fact]
    public void A_control_that_comes_out_of_detect_mode_tightens()
    {
        const string detect = "control c { at input  mode detect  when length(text) > 20 then block }";
        const string until = "control c { at input  mode detect until 2027-03-31  when length(text) > 20 then block }";
        var witness = Assert.Single(Compare(detect, until).Groups).Witnesses[0];
        Assert.Contains("2027-04-01", witness.Facts, StringComparison.Ordinal);
        Assert.Equal(ComparisonVerdict.OnlyTightens, Compare(until, "control c { at input  when length(text) > 20 then block }").Verdict);
    }

    [Fact]
    public void A_tool_that_is_added_loosens_and_is_a_difference_itself()
    {
        var report = Compare(Refund, Refund + "\ntool look_up { class read_only }");
        Assert.Equal(ComparisonVerdict.OnlyLoosens, report.Verdict);
        Assert.Equal("look_up", Assert.Single(report.Groups).Tool);
        Assert.Equal(("tool", "look_up"), (report.Declarations.Single().Kind, report.Declarations.Single().Name));
    }

    [Fact]
    public void Orders_and_goals_that_differ_are_differences_and_a_limit_of_a_workflow_that_differs_is_not_passed_over()
    {
        static string Work(string order, string goal, int limit) => $$"""
            tool look { class read_only  args { rows: int } }
            tool send { class reversible }
            workflow work { tools look, send  goal found "Something is found" {{goal}}  limit {{limit}} per run }
            agent worker in work { tools look, send  follows {{order}}  covers found }
            """;
        var report = Compare(Work("look -> send", "", 5), Work("(look | send -> look)+", "where args.rows > 0", 4));
        Assert.Equal(
            [
                ("goal", "work: found", "in words alone", "where args.rows > 0"),
                ("order", "agent worker", "look -> send", "(look | send -> look)+"),
            ],
            report.Declarations.Select(declared => (declared.Kind, declared.Name, declared.Before!, declared.After!)));
        Assert.Contains(report.NotDecided, change => change.Name.EndsWith("workflow.work", StringComparison.Ordinal));
        Assert.Equal(ComparisonVerdict.NoDifference, Compare(Work("look -> send", "", 5), Work("look -> send", "", 5)).Verdict);
    }

    [Fact]
    public void A_fact_that_only_one_version_knows_is_a_difference_and_handed_to_that_version_only()
    {
        const string rule = "control c { at input  when length(text) > 20 then block }";
        var report = Compare(rule, "fact risk: share at input\n" + rule + "control d { at input  when risk > 80% then block }");
        Assert.Equal(["input: risk"], report.Declarations.Select(declared => declared.Name));
        var witness = Assert.Single(report.Groups).Witnesses[0];
        Assert.Null(witness.Before.Failure);
        Assert.Contains("\"risk\":0.800001", witness.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_their_items_are_made_up_too()
    {
        const string before =
            "fact cards: [{ number: text, limit: int }]\ncontrol c { at input  when any c in cards: c.limit > 10 and c.number starts " +
            "with \"4\" then block }";
        var report = Compare(before, before.Replace("> 10", "> 11", StringComparison.Ordinal));
        Assert.Contains("\"limit\":11", Assert.Single(report.Groups).Witnesses[0].Facts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,10 GBP,x\nb,20 GBP,\n", "OnlyTightens")]
    [InlineData("a,10 GBP,x\n", "OnlyTightens")]
    [InlineData("a,10 GBP,x\nb,25 GBP,\nc,5 GBP,\n", "OnlyLoosens")]
    [InlineData("a,10 GBP,x\nb,30 GBP,\n", "OnlyLoosens")]
    [InlineData("b,25 GBP,\na,10 GBP,y\n", "NoDifference")]
    public void Rows_of_data_that_change_are_asked_for(string rows, string expected)
    {
        const string policy =
            """
            data limits: { account: text, most: money GBP, note: text? } from "limits.csv"
            tool pay {
              args { account: text, amount: money GBP }
              when args.account not in limits or args.amount > limits.most(args.account) then block
            }
            """;
        PolicyModel Model(string content) =>
            Binding.Of(
                new Dictionary<string, string> { ["limits.csv"] = "account,most,note\n" + content }, Binding.Policy(policy)).Model!;

        Assert.Equal(expected, PolicyComparison.Compare(Model("a,10 GBP,x\nb,25 GBP,\n"), Model(rows)).Verdict.ToString());
    }

    [Theory]
    [InlineData("[one, two]", "one,7", false)]
    [InlineData("[two, one]", "one,7", false)]
    [InlineData("[two, one]", "two,7", true)]
    [InlineData("[one, two]", "two,7", true)]
    public void Keys_that_are_names_are_compared_by_their_names(string names, string row, bool differs)
    {
        PolicyModel Model(string names, string row) =>
            Binding.Of(
                new Dictionary<string, string> { ["t.csv"] = "r,n\n" + row },
                Binding.Policy(
                    $"type risk = one of {names}  data t: {{ r: risk, n: int }} from \"t.csv\"",
                    "control c { at input  when length(text) > 3 and (t.n(two) ?? 0) > 5 then block }")).Model!;

        var report = PolicyComparison.Compare(Model("[one, two]", "one,7"), Model(names, row));
        Assert.Equal(differs ? ComparisonVerdict.OnlyTightens : ComparisonVerdict.NoDifference, report.Verdict);
        Assert.Equal(differs, report.HasChanges);
    }

    [Fact]
    public void Recorded_requests_are_counted_with_their_lines()
    {
        var report = PolicyComparison.Replay(Model(Words), Model(Words.Replace("\"guaranteed refund\", ", "", StringComparison.Ordinal)),
            [Output(1, "hello"), Output(2, "a guaranteed refund"), Output(3, "legally binding"), Output(4, "one more guaranteed refund")]);
        Assert.Equal((4, 2, ComparisonVerdict.OnlyLoosens), (report.Asked, report.Differing, report.Verdict));
        Assert.Equal([2, 4], Assert.Single(report.Groups).Witnesses.Select(witness => witness.Line!.Value));
    }

    [Fact]
    public void The_search_asks_no_more_than_its_bounds_and_says_so()
    {
        var report = PolicyComparison.Compare(Model(Words), Model(Words), new ComparisonBounds(RequestsOfOneRule: 2));
        Assert.True(report.Bounded);
        Assert.Equal(ComparisonVerdict.NoDifference, report.Verdict);
    }

    private static RecordedRequest Output(int line, string text) =>
        new(line, "output", $$$"""{"now":"2026-01-01T12:00:00Z","today":"2026-01-01","output":{"text":"{{{text}}}"}}""");

    private static ComparisonReport Compare(string before, string after) => PolicyComparison.Compare(Model(before), Model(after));

    // What an analysis warns of can be compared all the same.
    private static Model.PolicyModel Model(string declarations) =>
        Binding.Of(Binding.Policy(declarations)) is { HasErrors: false, Model: { } model }
            ? model
            : Binding.Model(Binding.Policy(declarations));
}
