using System.Text.Json.Nodes;
using AirsPolicy.Cli.Reviewing;
using AirsPolicy.Cli.Tests.Reviewing;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Reviewing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class ReviewCommandTests : IAsyncDisposable
{
    private const string Policy = """
        policy shop version "1.0.0"

        system payouts "Payouts" { owner "payouts@shop.example" }

        tool pay {
          class irreversible
          args { to: text, amount: int }
          when args.amount < 0 then block
          when args.amount > 100 then hold for finance within 30m
        }
        queue finance "Finance" { sla 4h   reviewers "finance" }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true });
    private readonly string _pipe = $"airs-{Guid.NewGuid():N}"[..20];
    private readonly ReviewDesk _desk;

    public ReviewCommandTests()
    {
        _folder.Write("shop/shop.airs", Policy);
        var built = CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf("shop.airsb"));
        Assert.True(built.Code == 0, built.Error + built.Out);
        Assert.True(_host.Load(File.ReadAllBytes(_folder.PathOf("shop.airsb"))).Activated);
        _desk = ReviewDesk.Open(
            _host,
            new ReviewDeskOptions
            {
                Pipe = _pipe,
                Reviewers = user => user == Environment.UserName ? new Reviewer("ann", ReviewerKind.Person, ["finance"]) : null,
            });
        Assert.Equal(Outcome.Hold, _host.Decide("tool_call", Facts(500)).Outcome);
    }

    [Fact]
    public void What_waits_is_listed_as_text_and_as_json()
    {
        Assert.Contains("1 normal", CliRun.Of("review", _pipe).Out, StringComparison.Ordinal);
        var list = JsonNode.Parse(CliRun.Of("review", _pipe, "--json").Out)!;
        Assert.Equal(_host.Find(1)!.Request.Digest, (string)list["items"]![0]!["digest"]!);
    }

    [Theory]
    [InlineData("number == 1 and queue contains \"shop.finance\" and point == tool_call and tool == \"pay\"", true)]
    [InlineData("control contains \"shop.tool.pay\" and asker contains \"u1\" and claimed_by is absent", true)]
    [InlineData("since <= now and due > now and age < 5m and priority == normal and approvals is absent", true)]
    [InlineData("age > 5m", false)]
    [InlineData("priority > normal or has claimed_by", false)]
    public void Only_what_is_asked_for_is_listed(string where, bool isListed)
    {
        var list = JsonNode.Parse(CliRun.Of("review", _pipe, "--json", "--where", where).Out)!;
        Assert.Equal(isListed ? 1 : 0, list["items"]!.AsArray().Count);
    }

    [Fact]
    public void A_filter_that_cannot_be_read_is_wrong_usage()
    {
        var run = CliRun.Of("review", _pipe, "--where", "prio == high");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("--where:1:1: There is no field 'prio'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_approves_what_was_shown_and_nothing_else()
    {
        var other = CliRun.Of("review", _pipe, "--approve", "1", "--digest", "d");
        Assert.Equal(1, other.Code);
        Assert.StartsWith("What was looked at is not what waits", other.Out, StringComparison.Ordinal);
        var right = CliRun.Of("review", _pipe, "--approve", "1", "--digest", _host.Find(1)!.Request.Digest);
        Assert.Equal((0, "Everybody has agreed to request 1; it is decided on again.\n"), (right.Code, right.Out));
        Assert.Equal(2, CliRun.Of("review", _pipe, "--approve", "1").Code);
    }

    [Fact]
    public void A_script_refuses()
    {
        Assert.Equal(0, CliRun.Of("review", _pipe, "--refuse", "1").Code);
        Assert.Empty(_host.Waiting());
        var again = CliRun.Of("review", _pipe, "--refuse", "1");
        Assert.Equal(1, again.Code);
        Assert.StartsWith("Request 1 was refused by 'ann'", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_desk_it_says_so()
    {
        var run = CliRun.Of("review", "airs-nobody-here", "--json");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("There is no connection to 'airs-nobody-here'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_changes_a_request_over_a_real_pipe_and_approves_it()
    {
        using var desk = new PipeDesk(_pipe);
        var console = new FakeConsole("\re")
        {
            Editor = text => text.Replace("500", "300", StringComparison.Ordinal),
        };
        console.Lines.Enqueue("y");
        new ReviewView(desk, console, null, TimeProvider.System).Run();
        var edited = _host.Find(1)!;
        Assert.Equal((2, "ann"), (edited.Number, edited.Approvals.Single().By));
        Assert.Equal(Outcome.Allow, _host.Resume(2, Facts(300), out _).Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _folder.Dispose();
    }

    private static byte[] Facts(int amount) => System.Text.Encoding.UTF8.GetBytes(
        $$"""{ "tool": "pay", "args": { "to": "acme", "amount": {{amount}} }, "user": { "id": "u1" } }""");
}
