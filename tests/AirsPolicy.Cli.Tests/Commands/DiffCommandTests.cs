using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private const string Policy = """
        policy shop version "1"
        system s { owner "o" }
        control short_questions { at input  when length(text) > 10 then block "Shorter, please." }
        tool pay { class irreversible  args { amount: int }  when args.amount > 100 then block }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _before;
    private readonly string _after;

    public DiffCommandTests()
    {
        _before = _folder.Write("before/a.airs", Policy);
        _after = _folder.Write(
            "after/a.airs",
            Policy.Replace("> 100", "> 50", StringComparison.Ordinal).Replace("version \"1\"", "version \"2\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_is_shown_with_the_request_both_decisions_and_the_places()
    {
        var run = CliRun.Of("diff", _before, _after);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("only tightens  shop 1 -> shop 2", run.Out, StringComparison.Ordinal);
        Assert.Contains("""{"tool":"pay","args":{"amount":99}}""", run.Out, StringComparison.Ordinal);
        Assert.Contains("before  allow", run.Out, StringComparison.Ordinal);
        Assert.Contains("after   block  by shop.tool.pay (shop/a.airs:4)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void All_shows_more_requests()
    {
        var (one, all) = (CliRun.Of("diff", _before, _after), CliRun.Of("diff", _before, _after, "--all"));
        Assert.True(all.Out.Split("before  ").Length > one.Out.Split("before  ").Length, all.Out);
    }

    [Fact]
    public void A_policy_against_itself_has_no_difference()
    {
        var run = CliRun.Of("diff", _before, _before);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith("no difference  ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Both mean the same", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void To_say_that_something_does_not_apply_only_loosens()
    {
        const string Tiered =
            "policy shop\nuse catalogue \"airs_sdk\"\nsystem s { owner \"o\"  tier risk.low }\nscheme risk { ladder low }\n";
        var before = _folder.Write("required/a.airs", Tiered + "tier low in risk { requires waiver.term at most 90d }\n");
        var after = _folder.Write(
            "inapplicable/a.airs",
            Tiered + "tier low in risk { requires GR-OUT-03 }\ninapplicable GR-OUT-03 because \"b\" approved by \"a\" until 2999-01-01\n");
        var run = CliRun.Of("diff", before, after);
        Assert.StartsWith("only loosens  ", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "  looser: inapplicable GR-OUT-03: added (until 2999-01-01, approved by a: b)\n", run.Out, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(CliRun.Of("diff", before, after, "--json").Out);
        Assert.Equal("looser", report.RootElement.GetProperty("declarations")[0].GetProperty("direction").GetString());
    }

    [Fact]
    public void What_changed_without_a_request_that_shows_it_is_not_decided_and_no_success()
    {
        var changed = _folder.Write(
            "changed/a.airs",
            Policy.Replace("> 10 then", "> 10 and length(text) > 5 then", StringComparison.Ordinal));
        var run = CliRun.Of("diff", _before, changed);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.StartsWith("not decided  ", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("no difference", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 change is not decided", run.Out, StringComparison.Ordinal);
        Assert.Contains("rule shop.short_questions shop/a.airs:3 -> shop/a.airs:3", run.Out, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(CliRun.Of("diff", _before, changed, "--json").Out);
        Assert.Equal("not_decided", report.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("shop.short_questions", report.RootElement.GetProperty("not_decided")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void As_of_a_day_requests_are_made_up_on_it()
    {
        var (before, after) = (_folder.Write("dated/a.airs", Dated("2027-03-31")), _folder.Write("later/a.airs", Dated("2027-06-30")));
        Assert.Contains(
            "\"today\":\"2027-04-01\"",
            CliRun.Of("diff", before, after, "--as-of", "2027-04-01").Out,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, CliRun.Of("diff", before, after, "--as-of", "April").Code);

        static string Dated(string day) =>
            $"policy shop\nsystem s {{ owner \"o\" }}\ncontrol c {{ at input  when today > {day} then block }}\n";
    }

    [Fact]
    public void Json_carries_verdict_facts_and_both_decisions()
    {
        var run = CliRun.Of("diff", _after, _before, "--json");
        Assert.Equal(ExitCode.Findings, run.Code);
        using var report = JsonDocument.Parse(run.Out);
        Assert.Equal("only_loosens", report.RootElement.GetProperty("verdict").GetString());
        var change = report.RootElement.GetProperty("changes")[0];
        Assert.Equal("looser", change.GetProperty("direction").GetString());
        Assert.Equal("shop.tool.pay", change.GetProperty("controls")[0].GetProperty("control").GetString());
        var request = change.GetProperty("requests")[0];
        Assert.Equal("pay", request.GetProperty("facts").GetProperty("tool").GetString());
        Assert.Equal(
            ("block", "allow"),
            (
                request.GetProperty("before").GetProperty("outcome").GetString(),
                request.GetProperty("after").GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("> 1500 EUR", "> 2_500 EUR")]
    [InlineData("then hold for people", "then flag")]
    public void What_came_before_a_difference_is_shown_and_is_a_past_that_eval_takes(string from, string to)
    {
        const string steps = """
            policy shop
            system s { owner "o" }
            queue people { sla 1h  reviewers "people" }
            tool look { class read_only }
            tool pay { class irreversible  args { amount: money EUR }  when args.amount > 1500 EUR then hold for people }
            workflow work { tools look, pay }
            agent clerk in work { kind task  tools look, pay  follows look -> pay }

            """;
        var (before, after) = (
            _folder.Write("one/a.airs", steps),
            _folder.Write("two/a.airs", steps.Replace(from, to, StringComparison.Ordinal)));
        var run = CliRun.Of("diff", before, after);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.StartsWith("only loosens", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "\"tool\":\"look\"",
            run.Out[run.Out.IndexOf("      past    ", StringComparison.Ordinal)..],
            StringComparison.Ordinal);
        using var report = JsonDocument.Parse(CliRun.Of("diff", before, after, "--json").Out);
        Assert.Empty(report.RootElement.GetProperty("not_decided").EnumerateArray());
        var request = report.RootElement.GetProperty("changes")[0].GetProperty("requests")[0];
        var past = _folder.Write(
            "past.jsonl",
            string.Join('\n', request.GetProperty("past").EnumerateArray().Select(line => JsonSerializer.Serialize(line))));
        var facts = _folder.Write("facts.json", request.GetProperty("facts").GetRawText());
        foreach (var (version, policy) in new[] { ("before", before), ("after", after) })
        {
            using var decision = JsonDocument.Parse(CliRun.Of("eval", policy, "-p", "tool_call", "-f", facts, "--past", past).Out);
            Assert.Equal(
                request.GetProperty(version).GetProperty("outcome").GetString(),
                decision.RootElement.GetProperty("outcome").GetString());
        }
    }

    [Fact]
    public void Bundles_are_compared_by_the_sources_they_carry()
    {
        var bundle = _folder.PathOf("shop.airsb");
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", _before, "-o", bundle).Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("diff", bundle, _before).Code);
        Assert.Equal(ExitCode.Findings, CliRun.Of("diff", bundle, _after).Code);
    }

    [Fact]
    public void Recorded_traffic_says_how_many_requests_differ_and_which()
    {
        const string traffic = """
            {"point":"tool_call","facts":{"tool":"pay","args":{"amount":20}}}
            {"point":"tool_call","facts":{"tool":"pay","args":{"amount":70}}}

            {"point":"input","facts":{"input":{"text":"hi"}}}
            {"point":"tool_call","facts":{"tool":"pay","args":{"amount":80}}}
            """;
        var run = CliRun.With(traffic, "diff", _before, _after, "--traffic", "-");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("2 of 4 recorded requests are decided differently", run.Out, StringComparison.Ordinal);
        Assert.Contains("lines 2, 5", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, CliRun.With(traffic, "diff", _before, _before, "--traffic", "-").Code);
    }

    [Theory]
    [InlineData("{\"point\":\"input\"}")]
    [InlineData("{\"point\":1,\"facts\":{}}")]
    [InlineData("[]")]
    [InlineData("{\"point\":\"input\",\"facts\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"point\":\"input\",\"facts\":{\"\\ud800\":1}}")]
    [InlineData("{\"point\":\"input\",\"facts\":{\"input\":{\"text\":\"\\ud800\"}}}")]
    [InlineData("not json")]
    public void Traffic_that_cannot_be_read_is_wrong_usage_and_its_line_is_named(string line)
    {
        var run = CliRun.With(
            "{\"point\":\"input\",\"facts\":{\"input\":{\"text\":\"hi\"}}}\n" + line,
            "diff",
            _before,
            _after,
            "--traffic",
            "-");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("Line 2 of the traffic", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"point\":\"nowhere\",\"facts\":{}}")]
    [InlineData("{\"point\":\"input\",\"facts\":{\"input\":7}}")]
    [InlineData("{\"point\":\"tool_call\",\"facts\":{\"tool\":\"other\"}}")]
    [InlineData("{\"point\":\"tool_call\",\"facts\":{\"tool\":5}}")]
    public void Recorded_requests_that_fit_neither_version_fail_in_both_alike(string line) =>
        Assert.Equal(ExitCode.Clean, CliRun.With(line, "diff", _before, _after, "--traffic", "-").Code);

    [Fact]
    public void A_version_that_does_not_build_is_wrong_usage_and_its_errors_are_written()
    {
        var broken = _folder.Write("broken/a.airs", Policy.Replace("length(text)", "lenght(text)", StringComparison.Ordinal));
        var run = CliRun.Of("diff", _before, broken);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("lenght", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_wrong_usage() =>
        Assert.Equal(ExitCode.Usage, CliRun.Of("diff", _before, _folder.PathOf("nowhere")).Code);

    public void Dispose() => _folder.Dispose();
}
