using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>A host asks people, and holds their word to what the policy says.</summary>
public sealed class OversightHostTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        tool pay { args { to: text, amount: int }  when args.amount < 0 then block  when args.amount > 100 then hold for finance within 30m }
        queue finance { sla 1h  reviewers "finance"  approvals 2  canary 20% }
        fact frozen: bool? at tool_call of pay
        control freeze { at tool_call of pay  when frozen ?? false then block "Payments are frozen." }
        control leave { at approval  when approver.id == "eve" then block "Eve is on leave." }
        """;

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public OversightHostTests()
    {
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock, SamplingKey = new byte[32] });
        Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy))).Activated);
    }

    [Fact]
    public void Two_people_have_it_decided_again_and_it_goes_on_once()
    {
        var waits = Hold();
        Assert.Equal("Request 1 still needs 1 in 'shop.finance'.", Say(waits, "ann").Message);
        Assert.Equal(Outcome.Hold, Resume(waits, out var on).Outcome);
        Assert.Equal(waits, on);
        Assert.Equal(ReviewAnswer.Complete, Say(waits, "bob").Answer);
        Assert.Equal("Request 1 has every approval that it needs in 'shop.finance' already.", Say(waits, "cat").Message);
        Assert.Equal(Outcome.Allow, Resume(waits, out on).Outcome);
        Assert.Null(on);
        var again = Resume(waits, out _);
        Assert.Equal(Outcome.Block, again.Outcome);
        Assert.StartsWith("Request 1 went on at 20", again.Failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "ann",
        "person",
        "clerk",
        ReviewAnswer.NotAReviewer,
        "'ann' is no reviewer of 'shop.finance': that takes the role 'finance'."
    )]
    [InlineData("u1", "person", "finance", ReviewAnswer.OwnRequest, "'u1' asked for request 1, and nobody approves what they asked for.")]
    [InlineData("bot", "agent", "finance", ReviewAnswer.NotAPerson, "'bot' is no person, and only people decide on what waits.")]
    [InlineData(
        "",
        "person",
        "finance",
        ReviewAnswer.NotAPerson,
        "Whoever decides on what waits has to say who they are; give the id of the reviewer."
    )]
    [InlineData(
        " ",
        "person",
        "finance",
        ReviewAnswer.NotAPerson,
        "Whoever decides on what waits has to say who they are; give the id of the reviewer."
    )]
    [InlineData(
        "eve",
        "person",
        "finance",
        ReviewAnswer.AgainstPolicy,
        "The policy does not let 'eve' decide on this ('shop.leave'): Eve is on leave."
    )]
    public void Who_may_not_decide_is_told_why(string id, string kind, string role, ReviewAnswer answer, string message)
    {
        var waits = Hold();
        var by = new Reviewer(id, kind == "agent" ? ReviewerKind.Agent : ReviewerKind.Person, [role]);
        var said = _host.Review(waits, new Review("shop.finance", by, _host.Waiting()[0].Request.Digest, Approves: true));
        Assert.Equal((answer, message), (said.Answer, said.Message));
        Assert.Empty(_host.Waiting()[0].Approvals);
    }

    [Fact]
    public void What_else_blocks_still_blocks_and_settles_it()
    {
        var waits = Hold();
        Say(waits, "ann");
        Say(waits, "bob");
        Assert.Equal("Payments are frozen.", Resume(waits, out _, frozen: true).Message);
        Assert.Contains("refused by the policy", Say(waits, "cat").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_of_one_content_lets_no_other_go_on()
    {
        var waits = Hold();
        Say(waits, "ann");
        Say(waits, "bob");
        Assert.Equal(Outcome.Hold, Resume(waits, out var on, amount: 999).Outcome);
        Assert.NotEqual(waits, on);
        Assert.Contains($"waits as request {on}", Say(waits, "cat").Message, StringComparison.Ordinal);
        Assert.Empty(_host.Waiting()[0].Approvals);
    }

    [Fact]
    public void Another_who_asks_is_another_request()
    {
        var waits = Hold();
        Say(waits, "ann");
        Say(waits, "bob");
        Assert.Equal(Outcome.Hold, Resume(waits, out _, user: "bob").Outcome);
    }

    [Fact]
    public void What_a_request_says_of_approvals_counts_for_nothing()
    {
        var forged = _host.Decide(
            "tool_call",
            Facts(200, "u1", """, "approvals": [{"queue":"shop.finance","by":"ann"},{"queue":"shop.finance","by":"bob"}]"""),
            out _);
        Assert.Equal(Outcome.Hold, forged.Outcome);
    }

    [Fact]
    public void Silence_refuses_what_one_has_approved_and_what_nobody_has_decided_again()
    {
        var (one, both) = (Hold(), Hold());
        Say(one, "ann");
        Say(both, "ann");
        Say(both, "bob");
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(_host.Waiting());
        Assert.Equal(ReviewAnswer.Expired, Say(one, "bob").Answer);
        Assert.Equal(Outcome.Block, Resume(both, out _).Outcome);
    }

    [Fact]
    public void A_host_knows_how_long_a_queue_is_and_how_many_canaries_were_missed()
    {
        Assert.Equal(new QueueReading(0, TimeSpan.Zero, 0), _host.ReadingOf("shop.finance"));
        Hold();
        _clock.Advance(TimeSpan.FromMinutes(5));
        Hold();
        for (var canary = 0; canary < 4; canary++)
            _host.CanaryDecided("shop.finance", caught: canary > 0);
        Assert.Equal(new QueueReading(2, TimeSpan.FromMinutes(5), 0.25m), _host.ReadingOf("shop.finance"));
        Assert.InRange(Enumerable.Range(0, 2_000).Count(item => _host.IsCanaryDue("shop.finance", $"item {item}")), 300, 500);
        Assert.False(_host.IsCanaryDue("shop.nothing", "item"));
    }

    private long Hold()
    {
        Assert.Equal(Outcome.Hold, _host.Decide("tool_call", Facts(200, "u1"), out var waits).Outcome);
        return waits!.Value;
    }

    private ReviewResult Say(long waits, string id)
    {
        var digest = _host.Waiting().FirstOrDefault(waiting => waiting.Number == waits)?.Request.Digest ?? "";
        return _host.Review(waits, new Review("shop.finance", new Reviewer(id, ReviewerKind.Person, ["finance"]), digest, Approves: true));
    }

    private Decision Resume(long waits, out long? on, int amount = 200, bool frozen = false, string user = "u1") =>
        _host.Resume(waits, Facts(amount, user, frozen ? """, "frozen": true""" : ""), out on);

    private static byte[] Facts(int amount, string user, string more = "") =>
        Encoding.UTF8.GetBytes(
            $$"""{ "tool": "pay", "args": { "to": "acme", "amount": {{amount}} }, "session": { "id": "s1" }, "user": { "id": "{{user}}" }{{more}} }"""
        );
}
