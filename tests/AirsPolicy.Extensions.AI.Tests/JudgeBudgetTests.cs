using System.Globalization;
using System.Text;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>A policy limits what its judges use: the amount comes with the next signal.</summary>
public sealed class JudgeBudgetTests
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        fact judging_cost: money USD at signal
        fact judging_tokens: int at signal
        judge guard {
          model "small"  at output  timing inline  timeout 60s  on error block
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then block "That is not right."
        }
        limit judging_money 0.02 USD of judging_cost per system within 24h at signal
          at 50% then flag
          at 100% then degrade judging to contingency
        limit judging_use 1_000_000 of judging_tokens per system within 24h at signal
          at 100% then degrade judging to contingency
        pace judging {
          enter contingency when judging_cost < 0 USD
          from contingency at input always block "The budget for judging is used up."
          recover contingency -> alternate by "owner"
          recover alternate -> primary by "owner"
        }
        """;

    [Fact]
    public async Task Once_the_money_is_used_the_chart_is_worse_and_nothing_goes_in()
    {
        var judge = new ChatJudge(
            new StreamingClient((_, _, cancellation) =>
                new Attempt("""{"verdict":"pass"}""", ChatJudgeTests.Usage(1_000, 100)).Stream(null, cancellation)),
            new ChatJudgeOptions { InputPrice = 7, OutputPrice = 10 });
        var chat = new Guarded(
            Source,
            ScriptedClient.Saying("We open at nine."),
            host: new PolicyHostOptions { Judges = new Dictionary<string, IJudge> { ["small"] = judge } });
        for (var asked = 0; asked < 2; asked++)
        {
            Assert.Equal("We open at nine.", (await chat.AskAsync($"When do you open? {asked}")).Text);
            Assert.DoesNotContain(Signal(chat, judge.TakeUsage()).Events, happens => happens.Action == EventAction.Degrade);
        }
        Assert.Equal("We open at nine.", (await chat.AskAsync("And once more?")).Text);
        Assert.Contains(Signal(chat, judge.TakeUsage()).Events, happens => happens.Action == EventAction.Degrade);
        Assert.Equal("The budget for judging is used up.", (await chat.AskAsync("And now?")).Text);
    }

    [Fact]
    public async Task Tokens_are_limited_in_the_same_way()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("We open at nine."));
        Signal(chat, new JudgeUsage(1, 1_000_000, 1, 0));
        Assert.Equal("The budget for judging is used up.", (await chat.AskAsync("And now?")).Text);
    }

    [Fact]
    public async Task A_signal_that_says_nothing_of_the_cost_makes_the_chart_worse_as_well()
    {
        var chat = new Guarded(Source, ScriptedClient.Saying("We open at nine."));
        chat.Host.Decide("signal", "{}"u8);
        Assert.NotEqual("We open at nine.", (await chat.AskAsync("And now?")).Text);
    }

    private static Decision Signal(Guarded chat, JudgeUsage used) =>
        chat.Host.Decide(
            "signal",
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"judging_cost":{{used.Cost}},"judging_tokens":{{used.InputTokens + used.OutputTokens}}}""")));
}
