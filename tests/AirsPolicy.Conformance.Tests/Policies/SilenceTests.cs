using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class SilenceTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        queue desk { sla 1h }
        queue fraud { sla 2h }
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

    private Decision Ask(string text, out long? waits, string session = "s1") => _host.Decide(
        "input", Encoding.UTF8.GetBytes($$"""{ "input": { "text": "{{text}}" }, "session": { "id": "{{session}}" }, "user": { "id": "u1" } }"""), out waits);

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
        _host.Decide("recovery", """{ "recovery": { "action": "lift", "scope": "session", "id": "s1" }, "session": { "id": "s1" }, "user": { "id": "ops" } }"""u8);
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
    }

    [Fact]
    public void An_answer_in_time_halts_nothing()
    {
        Ask("big", out var approved);
        Ask("big", out var refused, "s2");
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(FailureKind.None, _host.State!.Held.GoOn(approved!.Value, _clock.GetUtcNow().Ticks));
        Assert.True(_host.State.Held.Refuse(refused!.Value, _clock.GetUtcNow().Ticks));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
        Assert.Equal(Outcome.Allow, Ask("hello", out _, "s2").Outcome);
    }

    [Fact]
    public void Of_several_holds_the_one_that_is_over_first_says_what_silence_does()
    {
        Assert.Equal(Outcome.Hold, Ask("slow", out var waits).Outcome);
        Assert.Null(waits);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Allow, Ask("hello", out _).Outcome);
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
    public void Where_nothing_hangs_on_the_answer_nothing_waits()
    {
        Load("policy plain system s { owner \"o\" } queue desk { sla 1h } control big { at input  when text contains \"big\" then hold for desk }");
        Assert.Equal(Outcome.Hold, Ask("big", out var waits).Outcome);
        Assert.Null(waits);
    }
}
