using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Covering;

/// <summary>What the framework decides when a policy is deployed: the compiler refuses it, so that no bundle of it is ever made.</summary>
public sealed class BuildDecisionTests : IDisposable
{
    private const string Tiers = """
        use airs.tiers

        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("agent a { tools pay, look_up }", "AIRS2040")]
    [InlineData("agent a { tools pay }", "")]
    public void An_agent_is_given_no_tool_that_is_not_declared(string agent, string code) =>
        AssertFinds(code, $"system s {{ owner \"o@shop.example\" }}\ntool pay {{ class reversible }}\n{agent}\n");

    [Theory]
    [InlineData("tools look_up, pay  reads \"crm\"", "AIRS")]
    [InlineData("tools look_up  reads \"crm\", \"ledger\"", "AIRS")]
    [InlineData("tools look_up  reads \"crm\"", "")]
    public void An_agent_holds_nothing_that_its_workflow_does_not(string grants, string code) => AssertFinds(code, $$"""
        system s { owner "o@shop.example" }
        tool look_up { class read_only }
        tool pay { class reversible }
        workflow w { owner "o@shop.example"  tools look_up  reads "crm"  goal found "It is found" }
        agent a in w { {{grants}}  covers found }
        """);

    [Theory]
    [InlineData("[]", "airs.medium", "")]
    [InlineData("[external]", "airs.medium", "AIRS6015")]
    [InlineData("[mixed_access, user_generated]", "airs.high", "AIRS6015")]
    public void What_a_corpus_holds_raises_the_tier(string corpus, string tier, string code) => AssertFinds(code, Tiers + $$"""
        system s {
          owner "o@shop.example"
          tier {{tier}} because "few people"
          profile { audience: external, users: 50, data: [financial], actions: none, sector: none, corpus: {{corpus}} }
        }
        """, only: "AIRS6015");

    [Theory]
    [InlineData("never waived", "AIRS60")]
    [InlineData("", "")]
    public void A_control_that_nobody_may_switch_off_is_not_waived(string clause, string code) => AssertFinds(code, $$"""
        system s { owner "o@shop.example" }
        control injection { {{clause}}  at input  when text contains "ignore" then block }
        control long { at input  when length(text) > 5_000 then block }
        waive injection because "it is in the way" approved by "ciso@shop.example" until 2026-12-24 with long
        """);

    [Theory]
    [InlineData("approved by \"o@shop.example\" until 2026-12-24 with long", "AIRS60")]
    [InlineData("until 2026-12-24 with long", "AIRS")]
    [InlineData("approved by \"ciso@shop.example\" with long", "AIRS")]
    [InlineData("approved by \"ciso@shop.example\" until 2027-03-24 with long", "AIRS60")]
    [InlineData("approved by \"ciso@shop.example\" until 2026-12-24 with nothing_like_it", "AIRS")]
    [InlineData("approved by \"ciso@shop.example\" until 2026-12-24 with long", "")]
    public void A_waiver_has_another_approver_an_end_within_ninety_days_and_what_stands_in(string clauses, string code) =>
        AssertFinds(code, $$"""
        use scheme_of.days
        system s { owner "o@shop.example"  tier days.strict because "it is"  profile { size: 3 } }
        control polite { at output  when text contains "scoundrel" then block }
        control long { at input  when length(text) > 5_000 then block }
        waive polite because "a pilot" {{clauses}}
        """);

    [Theory]
    [InlineData("set share = 10%", "AIRS")]
    [InlineData("set share = 60%", "")]
    public void What_a_control_costs_never_loosens_it(string set, string code) => AssertFinds(code, $$"""
        use scheme_of.watch
        extends scheme_of.watch
        {{set}}
        system s { owner "o@shop.example"  model "m" from "p" }
        """);

    public void Dispose() => _folder.Dispose();

    private void AssertFinds(string code, string policy, string? only = null)
    {
        _folder.Write("days/days.airs", """
            library scheme_of.days
            scheme days { profile { size: int }  ladder strict }
            tier strict in days { requires waiver.term at most 90d }
            """);
        _folder.Write("watch/watch.airs", """
            library scheme_of.watch
            param share: share = 50%, higher is stricter
            queue people { sla 4h  reviewers "staff" }
            judge conduct {
              model "judge" from "another"
              at output
              sample share
              timing async
              prompt "Is it polite? {{ output.text }}"
              returns { polite: bool }
              when not polite then queue people
            }
            """);
        _folder.Write("shop/a.airs", $"policy shop\n{policy}");
        var run = CliRun.Of("check", _folder.PathOf("shop"), "-l", _folder.Path, "--as-of", "2026-11-24");
        var errors = run.Out.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).ToList();
        if (only is not null)
            errors = errors.FindAll(line => line.Contains(only, StringComparison.Ordinal));
        if (code.Length == 0)
            Assert.Empty(errors);
        else
            Assert.Contains(errors, line => line.Contains($" {code}", StringComparison.Ordinal));
    }
}
