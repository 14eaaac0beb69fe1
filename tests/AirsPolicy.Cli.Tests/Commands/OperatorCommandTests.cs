using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Tests.Operating;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Pace;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary><c>airs pace</c>, <c>halt</c>, <c>lift</c> and <c>queue</c>, on a host with a store behind a real pipe.</summary>
public sealed class OperatorCommandTests : IAsyncDisposable
{
    private const string LongId = "0b8ee8a6-7a0e-4d0e-9b8e-1f2a3b4c5d6e";

    private readonly OperatedHost _operated = new();

    public ValueTask DisposeAsync() => _operated.DisposeAsync();

    [Fact]
    public void The_status_says_what_stands_and_what_is_wrong()
    {
        _operated.OpenDesk(["ops"], "ops");
        _operated.Host.Halt(HaltScope.User, "u7", "eve", "Please \e[2Jcall us.", TimeSpan.FromHours(4));
        _operated.Host.Degrade("guardrail", PaceLevel.Alternate, "eve");
        _operated.Input("s1", "bad");
        _operated.Input("s1", "bad");
        _operated.Pay(500);
        var run = CliRun.Of("pace", "status", _operated.Pipe);
        Assert.Equal(ExitCode.Clean, run.Code);
        var lines = run.Out.Split('\n');
        Assert.Matches($"^shop 1.0.0 decides, since .+ \\(sha256 {_operated.Host.Digest}\\)$", lines[0]);
        Assert.StartsWith("The store keeps: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("chart guardrail: alternate, since ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("breaker each 's1': open, since ", lines[3], StringComparison.Ordinal);
        Assert.Matches("^halted user 'u7' by host.halt, since .+, for 3h.+ more: Please <U\\+001B>\\[2Jcall us.$", lines[4]);
        Assert.Matches(@"(?m)^1 +\S+ +\d+m +shop\.finance +finance$", run.Out);
        var json = JsonNode.Parse(CliRun.Of("pace", "status", _operated.Pipe, "--json").Out)!;
        Assert.Equal("shop", (string)json["bundle"]!["package"]!);
        Assert.Equal(("user", "u7"), ((string)json["halts"]![0]!["scope"]!, (string)json["halts"]![0]!["id"]!));
        Assert.True((bool)json["store"]!["evidence"]!);
    }

    [Fact]
    public void A_halt_is_kept_stands_over_a_restart_and_is_lifted()
    {
        _operated.OpenDesk(["ops"], "lead", "ops");
        var halt = CliRun.Of("halt", _operated.Pipe, "session", "s1", "--message", "Wait.");
        Assert.Equal((ExitCode.Clean, "The session 's1' is halted until somebody lifts it.\n"), (halt.Code, halt.Out));
        Assert.Equal((Outcome.Halt, Outcome.Allow), (_operated.Input("s1"), _operated.Input("s2")));
        var lift = CliRun.Of("lift", _operated.Pipe, "session", "s1");
        Assert.Equal((ExitCode.Clean, "The session 's1' is halted no more.\n"), (lift.Code, lift.Out));
        Assert.Equal(Outcome.Allow, _operated.Input("s1"));
        Assert.Equal("The session 's1' is not halted.\n", CliRun.Of("lift", _operated.Pipe, "session", "s1").Out);

        Assert.Equal(ExitCode.Clean, CliRun.Of("halt", _operated.Pipe, "system", "--for", "2h").Code);
        _operated.End();
        _operated.Start();
        Assert.Equal(Outcome.Halt, _operated.Input("s3"));
        _operated.End();
        var records = CliRun.Of("audit", "show", _operated.Store, "--json").Out;
        Assert.Equal(3, records.Split("\"by\": \"ann\"").Length - 1);
    }

    [Fact]
    public void What_has_a_long_id_is_lifted_by_its_key()
    {
        _operated.OpenDesk(["ops"], "ops");
        Assert.Equal(ExitCode.Clean, CliRun.Of("halt", _operated.Pipe, "session", LongId).Code);
        var json = JsonNode.Parse(CliRun.Of("pace", "status", _operated.Pipe, "--json").Out)!;
        var key = (string)json["halts"]![0]!["key"]!;
        Assert.Contains($"halted session with the key {key} by", CliRun.Of("pace", "status", _operated.Pipe).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, CliRun.Of("lift", _operated.Pipe, "session", "--key", key[2..]).Code);
        Assert.Equal(Outcome.Halt, _operated.Input(LongId));
        Assert.Equal(ExitCode.Clean, CliRun.Of("lift", _operated.Pipe, "session", "--key", key).Code);
        Assert.Equal(Outcome.Allow, _operated.Input(LongId));
    }

    [Fact]
    public void A_chart_is_degraded_by_operators_and_recovered_by_whom_the_policy_names()
    {
        _operated.OpenDesk(["ops"], "ops");
        var degrade = CliRun.Of("pace", "degrade", _operated.Pipe, "guardrail", "alternate", "It lets through.");
        Assert.Equal((ExitCode.Clean, "The chart 'guardrail' is at alternate.\n"), (degrade.Code, degrade.Out));
        Assert.Equal(Outcome.Flag, _operated.Output());
        Assert.Equal("ann", _operated.Host.State!.Pace.Changes[^1].Cause);
        var refused = CliRun.Of("pace", "recover", _operated.Pipe, "guardrail");
        Assert.Equal(ExitCode.Findings, refused.Code);
        Assert.Equal(
            "The chart 'guardrail' stays at alternate. The chart 'guardrail' goes back from alternate to primary by 'lead' alone.\n",
            refused.Out);
        _operated.End();
        _operated.Start();
        Assert.Equal(Outcome.Flag, _operated.Output());
        _operated.End();
        Assert.Contains("It lets through.", CliRun.Of("audit", "show", _operated.Store, "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_the_policy_names_recovers_without_being_an_operator()
    {
        _operated.OpenDesk(["lead"], "ops");
        _operated.Host.Degrade("guardrail", PaceLevel.Alternate, "eve");
        var recovered = CliRun.Of("pace", "recover", _operated.Pipe, "guardrail");
        Assert.Equal((ExitCode.Clean, "The chart 'guardrail' is at primary.\n"), (recovered.Code, recovered.Out));
        Assert.Equal(Outcome.Allow, _operated.Output());
        Assert.Contains("nothing to recover from", CliRun.Of("pace", "recover", _operated.Pipe, "guardrail").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Only 'ops' may do that; 'ann' is 'finance'.", "ops")]
    [InlineData("Nobody may do that here: the application names no roles of operators ('ReviewDeskOptions.Operators').")]
    public void Who_is_no_operator_changes_nothing_and_is_told_who_may(string message, params string[] operators)
    {
        _operated.OpenDesk(["finance"], operators);
        _operated.Host.Halt(HaltScope.Session, "s1", "eve");
        string[][] lines =
        [
            ["halt", _operated.Pipe, "session", "s2"],
            ["lift", _operated.Pipe, "session", "s1"],
            ["pace", "degrade", _operated.Pipe, "guardrail", "alternate", "why"],
        ];
        foreach (var line in lines)
        {
            var run = CliRun.Of(line);
            Assert.Equal((ExitCode.Findings, $"{message}\n"), (run.Code, run.Out));
        }
        var status = CliRun.Of("pace", "status", _operated.Pipe);
        Assert.Equal((ExitCode.Findings, "", $"{message}\n"), (status.Code, status.Out, status.Error));
        Assert.Equal((Outcome.Halt, Outcome.Allow, Outcome.Allow), (_operated.Input("s1"), _operated.Input("s2"), _operated.Output()));
    }

    [Fact]
    public void Nobody_lifts_their_own_halt()
    {
        _operated.OpenDesk(["ops"], "ops");
        _operated.Host.Halt(HaltScope.User, "ann", "eve");
        var lift = CliRun.Of("lift", _operated.Pipe, "user", "ann");
        Assert.Equal(ExitCode.Findings, lift.Code);
        Assert.StartsWith("Nobody lifts their own halt", lift.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Queues_are_shown_to_operators_and_those_of_their_own_to_reviewers()
    {
        _operated.OpenDesk(["finance"], "ops");
        _operated.Pay(500);
        var run = CliRun.Of("queue", _operated.Pipe);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Matches(@"(?m)^1 +\S+ +\d+m +shop\.finance +finance$", run.Out);
        Assert.DoesNotContain("shop.stock", run.Out, StringComparison.Ordinal);
        var json = JsonNode.Parse(CliRun.Of("queue", _operated.Pipe, "--json").Out)!["queues"]!.AsArray();
        Assert.Equal((1, "shop.finance", 1), (json.Count, (string)json[0]!["name"]!, (int)json[0]!["waiting"]!));
    }

    [Fact]
    public void What_a_restart_would_forget_is_not_said_to_be_done()
    {
        _operated.OpenDesk(["ops"], "ops");
        _operated.FillDisk();
        var halt = CliRun.Of("halt", _operated.Pipe, "session", "s1");
        Assert.Equal(ExitCode.Findings, halt.Code);
        Assert.Contains("A restart may forget it: The disk of the store", halt.Out, StringComparison.Ordinal);
        Assert.Equal(Outcome.Halt, _operated.Input("s1"));
        Assert.Equal(ExitCode.Findings, CliRun.Of("pace", "degrade", _operated.Pipe, "guardrail", "alternate", "why").Code);
        Assert.Contains("The store keeps nothing since", CliRun.Of("pace", "status", _operated.Pipe).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_meant_is_refused_with_what_would_be_right()
    {
        _operated.OpenDesk(["ops"], "ops");
        AssertRefused("for which something is halted; write it as 30m", "halt", _operated.Pipe, "session", "s1", "--for", "-4h");
        AssertRefused("Say which session, by its id.", "halt", _operated.Pipe, "session");
        AssertRefused("Say which user, by its id.", "lift", _operated.Pipe, "user");
        AssertRefused("There is one system: give no id.", "halt", _operated.Pipe, "system", "--mesage");
        AssertRefused("There is no chart 'x'; there are 'guardrail'.", "pace", "recover", _operated.Pipe, "x");
        AssertRefused("Say why the chart is degraded", "pace", "degrade", _operated.Pipe, "guardrail", "alternate", " ");
        Assert.Equal(ExitCode.Usage, CliRun.Of("halt", _operated.Pipe, "planet", "earth").Code);
        Assert.Equal(ExitCode.Usage, CliRun.Of("pace", "degrade", _operated.Pipe, "guardrail", "primary", "why").Code);
        Assert.Equal(ExitCode.Usage, CliRun.Of("lift", _operated.Pipe, "session", "s1", "--key", "00").Code);
        var nobody = CliRun.Of("queue", "airs-nobody-here");
        Assert.Equal(ExitCode.Usage, nobody.Code);
        Assert.Contains("The application has to run, with a desk open", nobody.Error, StringComparison.Ordinal);
    }

    private static void AssertRefused(string message, params string[] line)
    {
        var run = CliRun.Of(line);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains(message, run.Out, StringComparison.Ordinal);
    }
}
