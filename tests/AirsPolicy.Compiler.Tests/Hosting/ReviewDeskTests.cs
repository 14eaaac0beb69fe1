using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Reviewing;
using AirsPolicy.Runtime.State.Queues;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>Reviewers reach a host from other processes; who they are says the operating system.</summary>
public sealed class ReviewDeskTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        tool pay { args { to: text, amount: int }  when args.amount < 0 then block
                   when args.amount > 100 then hold for finance within 30m }
        tool ship { args { to: text }  always hold for stock within 30m }
        queue finance { sla 1h  reviewers "finance" }
        queue stock   { sla 1h  reviewers "stock" }
        """;

    private static readonly Reviewer s_ann = new("ann", ReviewerKind.Person, ["finance"]);

    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true });
    private readonly string _pipe = $"airs-{Guid.NewGuid():N}"[..20];

    public ReviewDeskTests() => Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy))).Activated);

    [Fact]
    public async Task A_reviewer_lists_looks_claims_notes_and_approves()
    {
        Hold();
        Hold("ship", """{ "to": "acme" }""");
        var counted = new List<string>();
        await using var desk = Open(_ => s_ann, (number, result) => counted.Add($"{number} {result.Answer}"));
        await using var line = await ConnectAsync();
        var list = await line.AskAsync("""{ "do": "list" }""");
        var item = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal((1, 1, "pay", "u1"), ((int)list["total"]!, (int)item["number"]!, (string)item["tool"]!, (string)item["askers"]![0]!));
        Assert.Equal("shop.tool.pay", (string)item["why"]![0]!);
        await line.AskAsync("""{ "do": "comment", "number": 1, "text": "As in the invoice." }""");
        Assert.Equal("Done", (string)(await line.AskAsync("""{ "do": "claim", "number": 1 }"""))["answer"]!);
        await line.AskAsync("""{ "do": "escalate", "number": 1, "text": "Soon." }""");
        var shown = (await line.AskAsync("""{ "do": "show", "number": 1 }"""))["item"]!;
        Assert.Equal("""{"amount":500,"to":"acme"}""", shown["facts"]!["args"]!.ToJsonString());
        Assert.Equal(("high", 2), ((string)shown["priority"]!, shown["comments"]!.AsArray().Count));
        var said = await line.AskAsync($$"""{ "do": "approve", "number": 1, "digest": "{{shown["digest"]}}" }""");
        Assert.Equal("Complete", (string)said["answer"]!);
        Assert.Equal(["1 Complete"], counted);
        Assert.Equal("ann", _host.Find(1)!.Approvals.Single().By);
    }

    [Fact]
    public async Task A_change_is_told_with_its_number()
    {
        Hold();
        await using var desk = Open(_ => s_ann);
        await using var line = await ConnectAsync();
        var digest = _host.Find(1)!.Request.Digest;
        var said = await line.AskAsync(
            $$"""{ "do": "edit", "number": 1, "digest": "{{digest}}", "content": { "to": "acme", "amount": 400 } }""");
        Assert.Equal(("Complete", 2), ((string)said["answer"]!, (int)said["became"]!));
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_approved()
    {
        Hold();
        await using var desk = Open(_ => s_ann);
        await using var line = await ConnectAsync();
        Assert.Equal("OtherContent", (string)(await line.AskAsync("""{ "do": "approve", "number": 1 }"""))["answer"]!);
        Assert.Empty(_host.Find(1)!.Approvals);
    }

    [Fact]
    public async Task The_name_that_is_looked_up_is_that_of_the_user_of_the_process()
    {
        var asked = new List<string>();
        await using var desk = Open(user =>
        {
            asked.Add(user);
            return s_ann;
        });
        await using var line = await ConnectAsync();
        await line.AskAsync("""{ "do": "list" }""");
        await line.AskAsync("""{ "do": "list" }""");
        Assert.Equal([Environment.UserName], asked);
    }

    [Theory]
    [InlineData("""{ "do": "refuse", "number": 1, "by": "rita" }""")]
    [InlineData("""{ "do": "refuse", "number": 1, "roles": ["finance"] }""")]
    public async Task Nothing_that_is_sent_says_who_somebody_is(string request)
    {
        Hold();
        await using var desk = Open(_ => s_ann);
        await using var line = await ConnectAsync();
        Assert.StartsWith("This is no request", (string)(await line.AskAsync(request))["error"]!, StringComparison.Ordinal);
        Assert.Single(_host.Waiting());
    }

    [Fact]
    public async Task Who_is_no_reviewer_is_told_so_and_sees_nothing()
    {
        Hold();
        await using var desk = Open(_ => null);
        await using var line = await ConnectAsync();
        Assert.Equal("""{"error":"You are no reviewer here."}""", (await line.AskAsync("""{ "do": "list" }""")).ToJsonString());
        Assert.Null(await line.ReadAsync());
    }

    [Fact]
    public async Task What_waits_in_other_queues_is_shown_to_nobody_else()
    {
        Hold("ship", """{ "to": "acme" }""");
        await using var desk = Open(_ => s_ann);
        await using var line = await ConnectAsync();
        foreach (var action in (string[])["show", "claim", "approve", "comment"])
        {
            var said = await line.AskAsync($$"""{ "do": "{{action}}", "number": 1, "text": "x" }""");
            Assert.Equal("NotAReviewer", (string)said["answer"]!);
            Assert.Null(said["item"]);
        }
        Assert.Null(_host.Find(1)!.Claim);
    }

    [Fact]
    public async Task A_line_that_is_too_long_ends_the_connection_and_the_desk_goes_on()
    {
        await using var desk = Open(_ => s_ann, connections: 1);
        await using (var line = await ConnectAsync())
        {
            await line.SendAsync(new string('x', ReviewDesk.MostLineBytes + 1));
            Assert.Null(await line.ReadAsync());
        }
        await using var next = await ConnectAsync();
        Assert.Equal(0, (int)(await next.AskAsync("""{ "do": "list" }"""))["total"]!);
    }

    [Fact]
    public async Task A_group_can_connect_to_a_socket_at_a_whole_path_alone()
    {
        var options = new ReviewDeskOptions { Pipe = _pipe, Reviewers = _ => s_ann, AllowGroup = true };
        Assert.Throws<ArgumentException>(() => ReviewDesk.Open(_host, options));
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("airs");
        try
        {
            var path = Path.Combine(folder.FullName, "desk");
            await using var desk = ReviewDesk.Open(_host, options with { Pipe = path });
            Assert.Equal("UserRead, UserWrite, GroupRead, GroupWrite", Rights(path));
            await using var pipe = new NamedPipeClientStream(".", path, PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(10_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Else_only_the_user_of_the_process_can()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("airs");
        try
        {
            var path = Path.Combine(folder.FullName, "desk");
            await using var desk = ReviewDesk.Open(_host, new ReviewDeskOptions { Pipe = path, Reviewers = _ => s_ann });
            Assert.Equal("UserRead, UserWrite", Rights(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("halt")]
    [InlineData("lift")]
    [InlineData("degrade")]
    public async Task Without_operators_nobody_operates(string action)
    {
        await using var desk = Open(_ => s_ann);
        await using var line = await ConnectAsync();
        var said = await line.AskAsync($$"""{ "do": "{{action}}", "scope": "system", "id": "x", "state": "emergency", "text": "y" }""");
        Assert.Equal("NotAReviewer", (string)said["answer"]!);
        Assert.StartsWith("Nobody may do that here", (string)said["message"]!, StringComparison.Ordinal);
        Assert.Null(said["bundle"]);
        Assert.True(_host.State!.Halts.IsEmpty);
    }

    [Fact]
    public void A_halt_is_lifted_by_people_alone_and_any_operator_halts()
    {
        var operations = new DeskOperations(_host, ["ops"]);
        var service = new Reviewer("watchdog", ReviewerKind.Service, ["ops"]);
        Assert.Equal("Done", Word(DeskAction.Halt, service));
        Assert.Equal("NotAReviewer", Word(DeskAction.Lift, service));
        Assert.Equal("Done", Word(DeskAction.Lift, service with { Kind = ReviewerKind.Person }));
        Assert.True(_host.State!.Halts.IsEmpty);

        string Word(DeskAction action, Reviewer by) =>
            (string)JsonNode.Parse(operations.Answer(by, new DeskRequest(action) { Scope = "agent", Id = "a1" }))!["answer"]!;
    }

    [Fact]
    public async Task Many_come_and_go()
    {
        await using var desk = Open(_ => s_ann, connections: 2);
        for (var visit = 0; visit < 20; visit++)
        {
            await using var line = await ConnectAsync();
            Assert.Equal(0, (int)(await line.AskAsync("""{ "do": "list" }"""))["total"]!);
        }
    }

    [Fact]
    public void What_an_application_makes_of_a_word_takes_none_back()
    {
        Hold();
        var service = new DeskService(_host, NoOperators(_host), (_, _) => { });
        var digest = _host.Find(1)!.Request.Digest;
        var said = Ask(service, Encoding.UTF8.GetBytes($$"""{ "do": "refuse", "number": 1, "digest": "{{digest}}" }"""));
        Assert.Equal("Refused", (string)said["answer"]!);
        Assert.Empty(_host.Waiting());
    }

    [Fact]
    public void What_cannot_be_shown_is_not_approved_here()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Held = new HeldLimits { MostFactsBytes = 0 } });
        host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy)));
        host.Decide("tool_call", Facts("pay", """{ "to": "acme", "amount": 500 }"""));
        var request = $$"""{ "do": "approve", "number": 1, "digest": "{{host.Find(1)!.Request.Digest}}" }""";
        Assert.Equal("Unusable", (string)Ask(new DeskService(host, NoOperators(host), null), Encoding.UTF8.GetBytes(request))["answer"]!);
        Assert.Empty(host.Find(1)!.Approvals);
    }

    [Fact]
    public void Garbage_and_torn_lines_count_for_nothing()
    {
        Hold();
        var service = new DeskService(_host, NoOperators(_host), (_, _) => Assert.Fail("No word counts."));
        var digest = _host.Find(1)!.Request.Digest;
        var whole = Encoding.UTF8.GetBytes(
            $$$"""{"do":"edit","number":1,"queue":"shop.finance","digest":"{{{digest}}}","content":{"to":"acme","amount":400}}""");
        var torn = Gen.Choose(0, whole.Length - 1).Select(length => whole[..length]);
        var joined = Gen.Choose(1, whole.Length - 1).Select(at => (byte[])[.. whole[at..], .. whole[..at]]);
        var flipped =
            from at in Gen.Choose(0, whole.Length - 1)
            from bit in Gen.Choose(0, 7)
                // Another bit of what is changed to is another change, and may count.
            where at < Encoding.UTF8.GetString(whole).IndexOf(",\"content\"", StringComparison.Ordinal)
            select whole.Select((value, index) => index == at ? (byte)(value ^ (1 << bit)) : value).ToArray();
        var garbage = ArbMap.Default.GeneratorFor<byte[]>();
        var texts = ArbMap.Default.GeneratorFor<string?>().Select(text => Encoding.UTF8.GetBytes($$"""{"do":"{{text}}"}"""));
        Prop.ForAll(
            Gen.OneOf(torn, joined, flipped, garbage, texts).ToArbitrary(),
            line =>
            {
                Ask(service, line);
                return _host.Find(1) is { Number: 1, Approvals.Count: 0 };
            }).Check(Laws.Config.WithMaxTest(3_000));
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string Rights(string path) => string.Join(
        ", ",
        Enum.GetValues<UnixFileMode>()
            .Where(right => right != UnixFileMode.None && File.GetUnixFileMode(path).HasFlag(right))
            .OrderByDescending(right => right));

    private static DeskOperations NoOperators(PolicyHost host) => new(host, []);

    private static JsonNode Ask(DeskService service, byte[] line) =>
        JsonNode.Parse(service.AnswerAsync(s_ann, line, CancellationToken.None).AsTask().GetAwaiter().GetResult())!;

    private ReviewDesk Open(Func<string, Reviewer?> reviewers, Action<long, ReviewResult>? counted = null, int connections = 8) =>
        ReviewDesk.Open(
            _host,
            new ReviewDeskOptions { Pipe = _pipe, Reviewers = reviewers, Counted = counted, MostConnections = connections });

    private async Task<Line> ConnectAsync()
    {
        var pipe = new NamedPipeClientStream(".", _pipe, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(10_000);
        return new Line(pipe);
    }

    private void Hold(string tool = "pay", string args = """{ "to": "acme", "amount": 500 }""") =>
        Assert.Equal(Outcome.Hold, _host.Decide("tool_call", Facts(tool, args)).Outcome);

    private static byte[] Facts(string tool, string args) =>
        Encoding.UTF8.GetBytes($$"""{ "tool": "{{tool}}", "args": {{args}}, "user": { "id": "u1" } }""");

    private sealed class Line(NamedPipeClientStream pipe) : IAsyncDisposable
    {
        private readonly StreamReader _reader = new(pipe);

        public async Task<JsonNode> AskAsync(string request)
        {
            await SendAsync(request);
            return JsonNode.Parse((await ReadAsync())!)!;
        }

        public async Task SendAsync(string request)
        {
            try
            {
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(request + "\n"));
            }
            catch (IOException)
            {
                // The desk has closed it before all was sent.
            }
        }

        public async Task<string?> ReadAsync()
        {
            try
            {
                return await _reader.ReadLineAsync();
            }
            catch (IOException)
            {
                return null;
            }
        }

        public ValueTask DisposeAsync() => pipe.DisposeAsync();
    }
}
