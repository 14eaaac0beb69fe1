using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>What is recorded of decisions that the host makes without asking the policy.</summary>
public sealed class UnaskedRecordTests : IDisposable
{
    private const string Input = """{"input":{"text":"some private words"}}""";

    private static readonly byte[] s_bundle = BuiltPolicy.Of("""
        policy shop
        audit { record full }
        system s { owner "o" }
        control bad { at input  when text contains "bad" then block "No." }
        control out { at output  when text contains "bad" then block "No." }

        """);

    private static readonly byte[] s_input = Encoding.UTF8.GetBytes(Input);
    private static readonly string s_digest = Convert.ToHexStringLower(SHA256.HashData(s_input));

    private readonly StoreFolder _folder = new();
    private readonly CheckpointSigner _signer;
    private readonly MovedTime _clock = new();
    private readonly SqliteStore _store;
    private readonly PolicyHost _host;

    public UnaskedRecordTests()
    {
        using var key = SigningKey.Create();
        _signer = new CheckpointSigner("log", key.ToPem());
        _store = SqliteStore.Open(_folder.PathOf("airs.db"));
        _host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Clock = _clock,
            Store = _store,
            Evidence = new EvidenceOptions { Origin = "shop/test", Signer = _signer },
        });
    }

    public void Dispose()
    {
        _store.Dispose();
        _signer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_decision_without_a_policy_is_recorded_with_the_digest_of_its_facts_alone()
    {
        _host.Decide("input", s_input);
        _host.Decide("output", new FactFrame());
        using (var stream = _host.BeginOutput(s_input))
            stream.End();
        _host.Resume(7, s_input, out _);
        Assert.Equal(
            [
                $"decision block input input: digest={s_digest} message=No policy is loaded.",
                "decision block output output: message=No policy is loaded.",
                $"decision block output output: digest={s_digest} message=No policy is loaded.",
                $"decision block approval approval 7: digest={s_digest} message=No policy is loaded.",
            ],
            Records());
    }

    [Fact]
    public async Task A_review_without_a_policy_or_a_point_is_recorded()
    {
        await _host.ReviewAsync("input", s_input);
        Assert.Null(_host.Load(s_bundle).Reason);
        await _host.ReviewAsync("nowhere", s_input);
        Assert.Equal(
            [
                $"decision block input input: digest={s_digest} message=No policy is loaded.",
                $"decision block nowhere nowhere bundle: digest={s_digest} message=There is no decision point 'nowhere'.",
            ],
            Records());
    }

    [Fact]
    public void A_decision_at_a_point_that_is_not_known_is_recorded_whatever_its_name()
    {
        Assert.Null(_host.Load(s_bundle).Reason);
        _host.Decide("nowhere", s_input);
        _host.Decide("a \"point\" \u20ac", new FactFrame());
        _host.Decide("input", s_input);
        Assert.Equal(
            [
                $"decision block nowhere nowhere bundle: digest={s_digest} message=There is no decision point 'nowhere'.",
                "decision block bundle: message=There is no decision point 'a \"point\" \u20ac'.",
            ],
            Records()[..2]);
        Assert.Equal(4, _store.Evidence.Count);
    }

    [Fact]
    public void A_frame_of_another_layout_is_refused_and_recorded()
    {
        Assert.Null(_host.Load(s_bundle).Reason);
        _host.Decide("input", new FactFrame());
        Assert.StartsWith(
            "decision block input shop.bad bundle: message=The frame was not filled by the layout that 'input' has",
            Assert.Single(Records()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_a_fault_of_the_host_broke_off_is_recorded_and_repeats_nothing()
    {
        Assert.Null(_host.Load(s_bundle).Reason);
        _clock.Faults = 1;
        Assert.Equal(Outcome.Block, _host.Decide("input", s_input).Outcome);
        Assert.Equal(
            $"decision block input shop.bad bundle: digest={s_digest} message=The host is at fault: InvalidOperationException.",
            Assert.Single(Records()));
    }

    [Fact]
    public void A_stream_that_a_fault_of_the_host_broke_off_is_recorded()
    {
        Assert.Null(_host.Load(s_bundle).Reason);
        _clock.Faults = 1;
        using var refused = _host.BeginOutput("{}"u8);
        using var broken = _host.BeginOutput("{}"u8);
        broken.Feed("some private words");
        _clock.Faults = 1;
        Assert.Equal(Outcome.Block, broken.End().Outcome);
        Assert.Equal(
            ["digest message", "message"],
            Records().Select(record => string.Join(' ', record.Split(": ")[1..].SelectMany(Names))));

        static IEnumerable<string> Names(string content) =>
            content.Split(' ').Where(word => word.Contains('=', StringComparison.Ordinal)).Select(word => word.Split('=')[0]);
    }

    [Fact]
    public void A_record_that_cannot_even_be_made_is_counted_and_the_decision_stands()
    {
        Assert.Null(_host.Load(s_bundle).Reason);
        _clock.Faults = 2;
        Assert.Equal(Outcome.Block, _host.Decide("input", s_input).Outcome);
        Assert.Equal(Outcome.Allow, _host.Decide("input", s_input).Outcome);
        var gap = Assert.Single(Leaves(), leaf => leaf.Kind == EvidenceKind.Gap);
        Assert.Equal(1, gap.Lost);
    }

    // Kind, outcome, point, controls, number and whether there is a bundle, and then the content, of all decisions.
    private List<string> Records() =>
    [
        .. Leaves()
            .Where(leaf => leaf.Kind == EvidenceKind.Decision)
            .Select(leaf =>
            {
                var held = leaf.Held?.ToString(CultureInfo.InvariantCulture);
                string?[] parts = ["decision", leaf.Outcome, leaf.Point, .. leaf.Controls, held, leaf.Bundle is null ? null : "bundle"];
                var content = _store.Evidence.Content(leaf.Seq)!.Fields;
                return string.Join(' ', parts.Where(part => part is not null))
                    + ": " + string.Join(' ', content.Select(field => $"{field.Name}={Encoding.UTF8.GetString(field.Value.Span)}"));
            }),
    ];

    private List<EvidenceLeaf> Leaves()
    {
        Assert.Null(_host.SignEvidence());
        return
        [
            .. _store.Evidence
                .Leaves(0, _store.Evidence.Count)
                .Select(bytes => EvidenceLeaf.TryRead(bytes.Span, out var leaf, out var why) ? leaf : throw new InvalidDataException(why)),
        ];
    }
}
