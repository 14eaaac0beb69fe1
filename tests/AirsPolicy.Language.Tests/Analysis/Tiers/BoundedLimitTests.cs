namespace AirsPolicy.Language.Tests.Analysis.Tiers;

/// <summary>How much limits let a run or session do at most.</summary>
public class BoundedLimitTests
{
    private const string Calls = "requires limit.run.tool_calls at most 25";
    private const string Cost = "requires limit.run.cost at most 10 USD";
    private const string Tools = "tool search { class read_only }\ntool pay { class irreversible }\n";
    private const string NoCalls = "no limit bounds the tool calls of a run", NoCost = "no limit bounds the cost of a run";

    [Theory]
    [InlineData("limit calls 25 per run at tool_call", null)]
    [InlineData("limit calls 26 per run at tool_call", "'calls' allows 26")]
    [InlineData("limit calls 25 per system at tool_call", null)]
    [InlineData("limit calls 25 per session at tool_call", NoCalls)]
    [InlineData("limit calls 25 per run, user at tool_call", NoCalls)]
    [InlineData("limit calls 25 per run within 1h at tool_call", NoCalls)]
    [InlineData("limit calls 25 per run at prompt", NoCalls)]
    [InlineData("limit calls 5 USD of cost per run at tool_call", NoCalls)]
    [InlineData("limit calls 50 per run at tool_call\n  at 50% then block", null)]
    [InlineData("limit calls 52 per run at tool_call\n  at 50% then block", "'calls' allows 26")]
    [InlineData("limit calls 26 per run at tool_call\n  at 50% then flag\n  at 100% then block", "'calls' allows 26")]
    [InlineData("limit calls 52 per run at tool_call\n  at 50% then block\n  at 100% then halt run", "'calls' allows 26")]
    [InlineData("limit calls 25 per run at tool_call\n  at 100% then halt run", null)]
    [InlineData("limit calls 25 per run at tool_call\n  at 100% then flag", NoCalls)]
    [InlineData("limit calls by tier { low 30, high 25 } per run at tool_call", null)]
    [InlineData("limit calls by level { low 9, high 26 } per run at tool_call", "'calls' allows 26")]
    [InlineData("limit calls so_far per run at tool_call", NoCalls)]
    public void A_limit_bounds_the_calls_of_a_run_where_it_counts_each_of_them_and_refuses(string limit, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Bounds.Broken(Calls, $"{Tools}fact level: rising [low, high] at tool_call\nfact so_far: int at tool_call\n{limit}"));

    [Theory]
    [InlineData("limit one 40 per run at tool_call\nlimit other 30 per run at tool_call", "'other' allows 30")]
    [InlineData("limit one 30 per run at tool_call\nlimit other 40 per run at tool_call", "'one' allows 30")]
    [InlineData("limit one 40 per run at tool_call\nlimit other 20 per run at tool_call", null)]
    public void Of_several_limits_on_the_same_calls_the_least_counts(string limits, string? broken) =>
        Assert.Equal(broken is null ? [] : [broken], Bounds.Broken(Calls, Tools + limits));

    [Theory]
    [InlineData(12, 12, "", null)]
    [InlineData(13, 13, "", "the limits together allow 26")]
    [InlineData(12, 12, "limit total 40 per run at tool_call", null)]
    [InlineData(14, 13, "limit total 26 per run at tool_call", "'total' allows 26")]
    [InlineData(13, 13, "limit total 26 per run at tool_call", "'total' allows 26")]
    [InlineData(13, 13, "limit total 27 per run at tool_call", "the limits together allow 26")]
    [InlineData(20, 20, "limit total 25 per run at tool_call", null)]
    public void Limits_of_single_tools_add_up_to_what_a_run_does(int search, int pay, string limit, string? broken) => Assert.Equal(
        broken is null ? [] : [broken],
        Bounds.Broken(Calls, $"tool search {{ class read_only  limit {search} per run }}\n"
            + $"tool pay {{ class irreversible  limit {pay} per run }}\n{limit}"));

    [Theory]
    [InlineData("limit 12 per run", "limit 13 per run", "", null)]
    [InlineData("limit 12 per run", "limit 14 per run", "", "the limits together allow 26")]
    [InlineData("limit 12 per run", "", "", NoCalls)]
    [InlineData("limit 12 per run", "", "never pay, search", null)]
    public void What_agents_do_adds_up_and_nobody_else_acts(string finder, string payer, string never, string? broken) => Assert.Equal(
        broken is null ? [] : [broken],
        Bounds.Broken(Calls, $$"""
            tool search { class read_only }
            tool pay { class irreversible }
            tool unheld { class read_only }
            workflow payments { tools search, pay }
            agent finder in payments { tools search  {{finder}} }
            agent payer in payments { tools pay, search  {{payer}}  {{never}} }
            """));

    [Theory]
    [InlineData("limit spent 10 USD of cost per run at prompt, tool_call", null)]
    [InlineData("limit spent 10.50 USD of cost per run at prompt, tool_call", "'spent' allows 10.5 USD")]
    [InlineData("limit spent 10 USD of cost per run at prompt", NoCost)]
    [InlineData("limit spent 10 per run at prompt, tool_call", NoCost)]
    [InlineData(
        "limit one 5 USD of cost per run at prompt\nlimit other 6 USD of cost per run at tool_call", "the limits together allow 11 USD")]
    public void The_cost_of_a_run_is_bounded_wherever_something_costs(string limit, string? broken) =>
        Assert.Equal(broken is null ? [] : [broken], Bounds.Broken(Cost, Tools + limit));

    [Fact]
    public void A_limit_that_is_added_counts_what_is_bounded()
    {
        Assert.Equal("limit run_tool_calls 25 per run at tool_call", Bounds.Fix(Calls, Tools));
        Assert.Equal(
            "limit session_tool_calls 9 per session at tool_call", Bounds.Fix("requires limit.session.tool_calls at most 9", Tools));
        Assert.Equal("limit run_cost 10 USD of cost per run at prompt, tool_call", Bounds.Fix(Cost, Tools));
        Assert.Equal(
            "limit session_cost 7 USD of cost per session at prompt, tool_call",
            Bounds.Fix("requires limit.session.cost at most 7 USD", Tools));
    }

    [Fact]
    public void One_limit_is_mended_where_it_stands_and_of_several_shares_or_limits_one_is_added()
    {
        Assert.Equal("25", Bounds.Fix(Calls, Tools + "limit calls 30 per run at tool_call"));
        Assert.Equal(["30"], Bounds.Marked(Calls, Tools + "limit calls 30 per run at tool_call"));
        Assert.Equal(
            "limit run_tool_calls 25 per run at tool_call",
            Bounds.Fix(Calls, Tools + "limit calls 30 per run at tool_call\n  at 50% then flag\n  at 100% then block"));
        const string Parts = "tool search { class read_only  limit 20 per run }\ntool pay { class irreversible  limit 20 per run }";
        Assert.Equal("limit run_tool_calls 25 per run at tool_call", Bounds.Fix(Calls, Parts));
        Assert.Equal(["risk.high"], Bounds.Marked(Calls, Parts));
    }
}
