using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class SilenceTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        queue desk { sla 1h  reviewers "clerk" }
        queue fraud { sla 2h  reviewers "staff" }
        control big { at input  when text contains "big" then hold for desk within 10m otherwise halt }
        control slow { at input  when text contains "slow" then hold for desk within 10m  when text contains "slow" then hold for fraud within 20m otherwise halt }
        control people_lift { at recovery  when user.id != "ops" then block }
        """;

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public SilenceTests()
    {
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        Load(Policy);
    }

    private void Load(string policy) => Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Of(policy))).Activated);

    private static Reviewer Clerk => new("ann", ReviewerKind.Person, ["clerk"]);

    private Decision Ask(string text, out long? waits, string session = "s1") => _host.Decide("input", Facts(text, session), out waits);

    private static byte[] Facts(string text, string session) =>
        Encoding.UTF8.GetBytes($$"""{ "input": { "text": "{{text}}" }, "session": { "id": "{{session}}" }, "user": { "id": "u1" } }""");

    [Fact]
    public void A_hold_that_nobody_answers_halts_its_session_from_the_end_of_its_time_until_a_person_lifts_that()
    {
        Assert.Equal(Outcome.Hold, Ask("big", out var waits).Outcome);
        Assert.NotNull(waits);
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
        _clock.Advance(TimeSpan.FromDays(1));
        var later = Ask("hello", out _);
        Assert.Equal(Outcome.Halt, later.Outcome);
        var rule = Assert.Single(later.Fired);
        Assert.Equal("shop.big", rule.Origin.Control);
        Assert.Equal([new HaltedEffect(HaltScope.Session, Clock.Start.UtcTicks + 10 * TimeSpan.TicksPerMinute, null, null)], rule.Effects);
        Assert.Equal(Outcome.Allow, Ask("hello", out _, "s2").Outcome);
        _host.Decide(
            "recovery",
            """{ "recovery": { "action": "lift", "scope": "session", "id": "s1" }, "session": { "id": "s1" }, "user": { "id": "ops" } }"""u8
        );
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
    }

    [Fact]
    public void An_answer_in_time_halts_nothing()
    {
        Ask("big", out var approved);
        Ask("big", out var refused, "s2");
        _clock.Advance(TimeSpan.FromMinutes(9));
        var digest = _host.Waiting()[0].Request.Digest;
        Assert.Equal(ReviewAnswer.Complete, _host.Review(approved!.Value, new Review("shop.desk", Clerk, digest, Approves: true)).Answer);
        Assert.Equal(Outcome.Allow, _host.Resume(approved.Value, Facts("big", "s1"), out _).Outcome);
        Assert.True(_host.GiveUp(refused!.Value));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
        Assert.Equal(Outcome.Allow, Ask("hello", out _, "s2").Outcome);
    }

    [Fact]
    public void Of_several_holds_the_shortest_says_when_and_any_of_them_that_silence_halts()
    {
        Assert.Equal(Outcome.Hold, Ask("slow", out _).Outcome);
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var later = Ask("hello", out _);
        Assert.Equal(Outcome.Halt, later.Outcome);
        Assert.Equal(
            [new HaltedEffect(HaltScope.Session, Clock.Start.UtcTicks + 10 * TimeSpan.TicksPerMinute, null, null)],
            Assert.Single(later.Fired).Effects);
    }

    [Fact]
    public void What_waits_halts_on_silence_under_another_policy_too()
    {
        Ask("big", out _);
        Load("policy other system s { owner \"o\" } control none { at input  when text contains \"never\" then block }");
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Outcome.Halt, Ask("hello", out _).Outcome);
    }

    [Fact]
    public void A_policy_that_holds_and_keeps_nothing_else_lets_people_decide_as_well()
    {
        Load(
            "policy plain system s { owner \"o\" } queue desk { sla 1h  reviewers \"clerk\" } control big { at input  when text " +
            "contains \"big\" then hold for desk }"
        );
        Assert.Equal(Outcome.Hold, Ask("big", out var waits).Outcome);
        var waiting = Assert.Single(_host.Waiting());
        Assert.Equal(waits, waiting.Number);
        Assert.Equal(
            ReviewAnswer.Complete,
            _host.Review(waiting.Number, new Review("plain.desk", Clerk, waiting.Request.Digest, Approves: true)).Answer);
        Assert.Equal(Outcome.Allow, _host.Resume(waiting.Number, Facts("big", "s1"), out _).Outcome);
        Assert.Empty(_host.Waiting());
    }
}
