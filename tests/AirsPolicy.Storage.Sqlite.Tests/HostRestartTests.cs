using System.Text;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Checking;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>A host that ends and begins again on its store, under one policy that keeps everything there is.</summary>
public sealed class HostRestartTests : IDisposable
{
    private const string Policy = """
        policy shop

        audit {
          record full
          retain content 1d to 30d
        }

        system s { owner "o" }

        queue desk { sla 15m  reviewers "manager" }

        tool refund "Refund" {
          class reversible
          args { order: text, amount: money EUR }
          limit total "At most 100 EUR" 100 EUR of args.amount per session
          when args.amount > 20 EUR then hold for desk within 30m otherwise halt
        }

        control stop { at input  when text contains "stop everything" then halt session }
        control bad  { at input  when text contains "bad" then block "No." }

        breaker each { per session  trip when count of refused input per session within 60s >= 4  open for 5m  probe 2 }

        pace guardrail {
          enter alternate when guardrail.tampered
          from alternate at output always flag
          recover alternate -> primary by "lead"
        }

        """;

    private static readonly byte[] s_bundle = BuiltPolicy.Of(Policy);

    // More than the file has room for, where it has no more than it is.
    private static readonly string s_long = new('x', 50_000);

    private readonly StoreFolder _folder = new();
    private readonly CheckpointSigner _signer;
    private readonly string _publicKey;
    private readonly MovedTime _clock = new();
    private SqliteStore _store = null!;
    private PolicyHost _host = null!;

    public HostRestartTests()
    {
        using var key = SigningKey.Create();
        (_signer, _publicKey) = (new CheckpointSigner("log", key.ToPem()), key.Public.ToPem());
        Start();
    }

    public void Dispose()
    {
        _store.Dispose();
        _signer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_halt_outlives_a_restart_and_a_lift_does_too()
    {
        Assert.Equal(Outcome.Halt, Input("s1", "stop everything"));
        Assert.Equal(Outcome.Halt, Input("s1", "hello"));
        Restart();
        Assert.Equal((Outcome.Halt, Outcome.Allow), (Input("s1", "hello"), Input("s2", "hello")));
        _host.Lift(HaltScope.Session, "s1", "lead@shop");
        Restart();
        Assert.Equal(Outcome.Allow, Input("s1", "hello"));
    }

    [Fact]
    public void A_person_halts_for_as_long_as_there_is_time_and_never_for_none()
    {
        Assert.Null(_host.Halt(HaltScope.Session, "s1", "lead@shop", "Stop.", TimeSpan.MaxValue));
        Assert.Null(_host.Halt(HaltScope.Session, "s2", "lead@shop", "Stop.", TimeSpan.FromMinutes(1)));
        foreach (var none in (TimeSpan[])[TimeSpan.Zero, TimeSpan.MinValue])
            Assert.Throws<ArgumentOutOfRangeException>(() => _host.Halt(HaltScope.Session, "s3", "lead@shop", null, none));
        Assert.Equal((Outcome.Halt, Outcome.Halt), (Input("s1", "hello"), Input("s2", "hello")));
        _clock.Move(TimeSpan.FromDays(3_650));
        Restart();
        Assert.Equal((Outcome.Halt, Outcome.Allow, Outcome.Allow), (Input("s1", "hello"), Input("s2", "hello"), Input("s3", "hello")));
        Assert.Equal(2, Leaves().Count(leaf => leaf.Kind == EvidenceKind.Halt));
        Assert.Equal(2, Contents().Count(text => text == "lead@shop"));
    }

    [Fact]
    public void A_head_that_cannot_be_signed_loses_no_record()
    {
        _signer.Dispose();
        Input("s1", "hello");
        _clock.FireTimers();
        Assert.Equal(Outcome.Allow, Input("s1", "hello again"));
        Assert.True(SpinWait.SpinUntil(() => _store.Health.Waiting == 0, TimeSpan.FromMinutes(1)));
        Assert.Equal(["Reload", "Decision", "Decision"], Leaves().Select(leaf => $"{leaf.Kind}"));
    }

    [Fact]
    public void What_was_drawn_from_a_limit_stays_drawn()
    {
        for (var refund = 0; refund < 4; refund++)
            Assert.Equal(Outcome.Allow, Refund("s1", 20, out _));
        Restart();
        Assert.Equal(Outcome.Allow, Refund("s1", 20, out _));
        Restart();
        Assert.NotEqual(Outcome.Allow, Refund("s1", 1, out _));
        Assert.Equal(Outcome.Allow, Refund("s2", 1, out _));
    }

    [Fact]
    public void A_breaker_stays_open_and_what_counts_towards_it_counts()
    {
        Assert.Equal([Outcome.Block, Outcome.Block, Outcome.Block], [Input("s1", "bad"), Input("s1", "bad"), Input("s1", "bad")]);
        Restart();
        Assert.Equal([Outcome.Block, Outcome.Block], [Input("s1", "bad"), Input("s1", "hello")]);
        Restart();
        Assert.Equal((Outcome.Block, Outcome.Allow), (Input("s1", "hello"), Input("s2", "hello")));
    }

    [Fact]
    public void A_chart_is_as_bad_as_before_and_people_alone_bring_it_back()
    {
        Assert.Null(_host.Decide("signal", """{"guardrail":{"tampered":true},"session":{"id":"ops"}}"""u8).Failure);
        Assert.Equal(Outcome.Flag, Output());
        Restart();
        Assert.Equal(Outcome.Flag, Output());
        _host.Decide("signal", """{"guardrail":{"tampered":false},"session":{"id":"ops"}}"""u8);
        var recovery = """
            {"recovery":{"action":"recover","id":"guardrail"},"approver":{"kind":"person","id":"l","roles":["lead"]},"session":{"id":"ops"}}
            """u8;
        Assert.Equal(Outcome.Allow, _host.Decide("recovery", recovery).Outcome);
        Restart();
        Assert.Equal(Outcome.Allow, Output());
    }

    [Fact]
    public void What_waits_waits_on_is_approved_once_and_goes_on_after_another_restart()
    {
        Assert.Equal(Outcome.Hold, Refund("s1", 50, out var waits));
        Restart();
        var waiting = Assert.Single(_host.Waiting());
        Assert.Equal((waits!.Value, "refund"), (waiting.Number, waiting.Request.Tool));
        var word = new Review("shop.desk", new Reviewer("ann", ReviewerKind.Person, ["manager"]), waiting.Request.Digest, Approves: true);
        Assert.Equal(ReviewAnswer.Complete, _host.Review(waits.Value, word).Answer);
        Restart();
        Assert.Equal(ReviewAnswer.AlreadyApproved, _host.Review(waits.Value, word).Answer);
        Assert.Equal(Outcome.Allow, _host.Resume(waits.Value, Facts("s1", 50), out _).Outcome);
        Assert.True(_host.Executed("tool_call", null, waits, tool: "refund"));
        Restart();
        Assert.Empty(_host.Waiting());
        Assert.Equal(Outcome.Block, _host.Resume(waits.Value, Facts("s1", 50), out _).Outcome);
        Assert.Equal(ReviewAnswer.Settled, _host.Review(waits.Value, word).Answer);
        Assert.NotEqual(Outcome.Allow, Refund("s1", 51, out _));

        Checked();
        Assert.Equal(
            ["hold hold", "review complete", "decision allow", "execution done", "decision block"],
            Leaves().Where(leaf => leaf.Held == waits).Select(leaf => $"{WordOf(leaf.Kind)} {leaf.Outcome}"));
    }

    [Fact]
    public void Silence_that_ran_out_while_nothing_ran_refuses_and_halts()
    {
        Assert.Equal(Outcome.Hold, Refund("s1", 50, out _));
        _store.Dispose();
        _clock.Move(TimeSpan.FromHours(1));
        Start();
        Assert.Equal(Outcome.Halt, Input("s1", "hello"));
        Assert.Empty(_host.Waiting());
        Restart();
        Assert.Equal(Outcome.Halt, Input("s1", "hello"));
        Assert.Contains(Leaves(), leaf => (leaf.Kind, leaf.Outcome) == (EvidenceKind.Review, "expired"));
    }

    [Fact]
    public void The_evidence_says_all_that_happened_over_restarts_and_is_sound()
    {
        Input("s1", "hello");
        Input("s1", "stop everything");
        Restart();
        _host.Decide("signal", """{"guardrail":{"tampered":true},"session":{"id":"ops"}}"""u8);
        _host.Lift(HaltScope.Session, "s1", "lead@shop");
        _host.EndSession("s1");
        _host.Load(new byte[] { 1, 2, 3 });
        Checked();
        Assert.Equal(
            [
                "reload", "decision allow", "halt session", "decision halt", "reload", "transition alternate", "decision allow",
                "lift session", "end session", "refusal",
            ],
            Leaves().Select(leaf => $"{WordOf(leaf.Kind)} {leaf.Outcome}".TrimEnd()));
    }

    [Fact]
    public void What_a_decision_was_made_of_is_kept_as_long_as_the_policy_says_and_then_deleted()
    {
        Input("s1", "some private words");
        Checked();
        Assert.Contains(Contents(), text => text.Contains("some private words", StringComparison.Ordinal));
        _clock.Move(TimeSpan.FromDays(31));
        Input("s1", "other words");
        _clock.FireTimers();
        // What is deleted is waited for by nobody.
        Assert.True(SpinWait.SpinUntil(() => _store.Health.Waiting == 0, TimeSpan.FromMinutes(1)));
        Checked();
        Assert.DoesNotContain(Contents(), text => text.Contains("some private words", StringComparison.Ordinal));
        Assert.Contains(Contents(), text => text.Contains("other words", StringComparison.Ordinal));
    }

    [Fact]
    public void A_decision_that_cannot_be_kept_or_shown_is_refused_and_says_what_to_do()
    {
        Assert.Equal(Outcome.Allow, Refund("s1", 1, out _));
        _store.MostPages = 1;
        var refused = _host.Decide("tool_call", Facts("s1", 1, s_long), out var waits);
        Assert.Equal((Outcome.Block, null), (refused.Outcome, waits));
        Assert.Contains("is full. Make room", refused.Failure!.Detail, StringComparison.Ordinal);
        // Of the others there would be no evidence.
        Assert.Equal(Outcome.Block, Input("s2", "hello"));
        Assert.NotNull(_host.StoreHealth!.Fault);

        _store.MostPages = 100_000;
        SpinWait.SpinUntil(() => _host.StoreHealth.Fault is null, TimeSpan.FromMinutes(1));
        Assert.Equal(Outcome.Allow, Refund("s1", 1, out _));
    }

    [Fact]
    public void A_clock_that_fires_once_the_store_is_closed_does_no_harm()
    {
        Input("s1", "hello");
        _store.Dispose();
        _clock.Move(TimeSpan.FromDays(2));
        _clock.FireTimers();
        Assert.Throws<InvalidDataException>(() => _store.Evidence.Count);
        Start();
        Checked();
    }

    [Fact]
    public void A_hold_that_cannot_be_kept_waits_for_nobody()
    {
        _store.MostPages = 1;
        Assert.Equal(Outcome.Block, _host.Decide("tool_call", Facts("s1", 50, s_long), out var waits).Outcome);
        Assert.Null(waits);
        Assert.Empty(_host.Waiting());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_store_that_throws_lets_nothing_go_on_that_has_to_be_kept(bool whileWaiting)
    {
        _store.Dispose();
        _store = SqliteStore.Open(_folder.PathOf("airs.db"));
        var failing = new FailingStore(_store);
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock, Store = failing });
        Assert.Null(_host.Load(s_bundle).Reason);
        Assert.Equal(Outcome.Allow, Refund("s1", 1, out _));
        (failing.AddFails, failing.WaitFails) = (!whileWaiting, whileWaiting);

        var refused = _host.Decide("tool_call", Facts("s1", 1), out _);
        Assert.Contains("The store of the host fails: out of order", refused.Failure!.Detail, StringComparison.Ordinal);
        Assert.Equal(Outcome.Block, Refund("s1", 50, out var waits));
        Assert.Null(waits);
        Assert.Equal(Outcome.Halt, Input("s1", "stop everything"));
        // It stands all the same, and what has nothing to keep goes on.
        Assert.Equal((Outcome.Halt, Outcome.Allow), (Input("s1", "hello"), Input("s2", "hello")));
    }

    [Fact]
    public void How_far_a_channel_was_seen_to_be_is_known_after_a_restart()
    {
        var marks = new StoredChannelMarks(_store, TimeSpan.FromMinutes(1));
        Assert.Null(marks.Find("prod"));
        marks.Keep("prod", new ChannelMark(7, "digest"));
        Restart();
        marks = new StoredChannelMarks(_store, TimeSpan.FromMinutes(1));
        Assert.Equal(new ChannelMark(7, "digest"), marks.Find("prod"));
        Assert.Null(marks.Find("pro"));
    }

    private Outcome Input(string session, string text) =>
        _host.Decide("input", Encoding.UTF8.GetBytes($$$"""{"input":{"text":"{{{text}}}"},"session":{"id":"{{{session}}}"}}""")).Outcome;

    private Outcome Output() => _host.Decide("output", """{"output":{"text":"hello"},"session":{"id":"s9"}}"""u8).Outcome;

    private Outcome Refund(string session, int amount, out long? waits) =>
        _host.Decide("tool_call", Facts(session, amount), out waits).Outcome;

    private static byte[] Facts(string session, int amount, string order = "o1") => Encoding.UTF8.GetBytes(
        $$$"""
        {"tool":"refund","args":{"order":"{{{order}}}","amount":{"amount":{{{amount}}},"currency":"EUR"}},
         "session":{"id":"{{{session}}}"},"user":{"id":"asker"}}
        """);

    private void Restart()
    {
        _store.Dispose();
        Start();
    }

    private void Start()
    {
        _store = SqliteStore.Open(_folder.PathOf("airs.db"), new SqliteStoreOptions { RewriteAfterChanges = 40 });
        _host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Clock = _clock,
            Store = _store,
            Evidence = new EvidenceOptions { Origin = "shop/test", Signer = _signer },
        });
        Assert.Null(_host.Load(s_bundle).Reason);
    }

    private void Checked()
    {
        Assert.Null(_host.SignEvidence());
        var report = EvidenceCheck.Run(_store.Evidence, new CheckpointKeys(new Dictionary<string, string> { ["log"] = _publicKey }));
        Assert.Empty(report.Findings.Select(finding => finding.ToString()));
        Assert.Equal(_store.Evidence.Count, report.Figures.Records);
    }

    private static string WordOf(EvidenceKind kind) => kind.ToString().ToLowerInvariant();

    private List<EvidenceLeaf> Leaves() =>
    [
        .. _store.Evidence
            .Leaves(0, _store.Evidence.Count)
            .Select(bytes => EvidenceLeaf.TryRead(bytes.Span, out var leaf, out var why) ? leaf : throw new InvalidDataException(why)),
    ];

    private List<string> Contents() =>
        [.. Enumerable.Range(0, (int)_store.Evidence.Count)
            .Select(index => _store.Evidence.Content(index))
            .OfType<StoredContent>()
            .SelectMany(content => content.Fields)
            .Select(field => Encoding.UTF8.GetString(field.Value.Span))];
}
