using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class HaltTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        control no_keys { at input  when text contains "key" then halt session for 1h "This conversation is over." }
        control no_fraud { at input  when text contains "fraud" then halt user }
        control no_loops { at message  when text contains "again" then halt agent }
        control emergency { at input  when text contains "red button" then halt system }
        control people_lift { at recovery  when user.id != "ops" then block }
        """;

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public HaltTests()
    {
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        Load(Policy);
    }

    private void Load(string policy) => Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Of(policy))).Activated);

    private Decision Ask(string text, string session = "s1", string user = "u1") => Decide("input", $$"""
        { "input": { "text": "{{text}}" }, "session": { "id": "{{session}}" }, "user": { "id": "{{user}}" } }
        """);

    private Decision Say(string text, string agent) => Decide("message", $$"""
        { "message": { "text": "{{text}}" }, "session": { "id": "s1" }, "user": { "id": "u1" }, "agent": { "id": "{{agent}}" } }
        """);

    private Decision Lift(string scope, string id, string by = "ops") => Decide("recovery", $$"""
        { "recovery": { "action": "lift", "scope": "{{scope}}", "id": "{{id}}" }, "session": { "id": "s1" }, "user": { "id": "{{by}}" } }
        """);

    private Decision Decide(string point, string facts) => _host.Decide(point, Encoding.UTF8.GetBytes(facts));

    [Fact]
    public void Every_later_decision_of_the_session_is_halted_by_the_same_control_until_the_time_is_over()
    {
        var first = Ask("my key");
        Assert.Equal([new HaltEffect(HaltScope.Session, TimeSpan.TicksPerHour, "This conversation is over.")], first.Halts);
        _clock.Advance(TimeSpan.FromMinutes(59));
        var later = Ask("hello");
        Assert.Equal(Outcome.Halt, later.Outcome);
        Assert.Equal("This conversation is over.", later.Message);
        Assert.Empty(later.Halts);
        var rule = Assert.Single(later.Fired);
        Assert.Equal("shop.no_keys", rule.Origin.Control);
        Assert.Equal(
            [
                new HaltedEffect(
                    HaltScope.Session,
                    Clock.Start.UtcTicks,
                    Clock.Start.UtcTicks + TimeSpan.TicksPerHour,
                    "This conversation is over."),
            ],
            rule.Effects);
        Assert.Equal(Outcome.Allow, Ask("hello", "s2").Outcome);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Outcome.Allow, Ask("hello").Outcome);
    }

    [Fact]
    public void A_halt_without_a_time_stands_until_a_person_lifts_it()
    {
        Ask("fraud");
        _clock.Advance(TimeSpan.FromDays(10_000));
        Assert.Equal(Outcome.Halt, Ask("hello", "s2").Outcome);
        Assert.Equal(Outcome.Block, Lift("user", "u1", by: "u1").Outcome);
        Assert.Equal(Outcome.Halt, Ask("hello").Outcome);
        Decide("recovery", """{ "recovery": { "action": "lift", "scope": "user" }, "user": { "id": "ops" } }""");
        Decide("recovery", """{ "recovery": { "action": "recover", "scope": "user", "id": "u1" }, "user": { "id": "ops" } }""");
        Assert.Equal(Outcome.Halt, Ask("hello").Outcome);
        Assert.Equal(Outcome.Allow, Ask("hello", user: "u2").Outcome);
        Assert.Equal(Outcome.Allow, Lift("user", "u1").Outcome);
        Assert.Equal(Outcome.Allow, Ask("hello").Outcome);
    }

    [Fact]
    public void A_hundred_thousand_halted_users_do_not_halt_the_system_and_the_host_says_how_full_it_is()
    {
        Ask("fraud");
        var fraud = new ActiveHalt(
            new RuleOrigin("shop.no_fraud", null, null, "", 0, "policy.airs", 4, 1),
            HaltScope.User,
            null,
            Clock.Start.UtcTicks,
            null);
        for (var user = 0; user < HaltState.MaxHalted * 8 / 10; user++)
            _host.State!.Halts.Halt(fraud, new StateKeyWriter().Add($"filler {user}").ToKey());
        var filling = _host.Stores()[0];
        Assert.Equal(("halted users", true, null), (filling.Store, filling.IsFilling, filling.FullSince));
        // As many as find room: more would share places, and one of them could be that of the user below.
        for (var user = 0; user < HaltState.MaxHalted * 2 / 10 - 1; user++)
            _host.State!.Halts.Halt(fraud with { Until = fraud.Since + 1 }, new StateKeyWriter().Add($"more {user}").ToKey());
        Ask("fraud", user: "u2");
        Assert.NotNull(_host.Stores()[0].FullSince);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Outcome.Halt, Ask("hello", "s2", "u2").Outcome);
        Assert.Equal(Outcome.Allow, Ask("hello", "s3", "u3").Outcome);
        Assert.Null(_host.Stores()[0].FullSince);
    }

    [Fact]
    public void What_is_lifted_is_lifted_alone()
    {
        Say("again", "a1");
        Say("again", "a2");
        Assert.Equal(Outcome.Allow, Lift("agent", "a1").Outcome);
        Assert.Equal(Outcome.Allow, Say("hello", "a1").Outcome);
        Assert.Equal(Outcome.Halt, Say("hello", "a2").Outcome);
        Assert.Equal(Outcome.Allow, Ask("hello").Outcome);
    }

    [Fact]
    public void The_whole_system_is_halted_and_lifted()
    {
        Ask("red button");
        Assert.Equal(Outcome.Halt, Ask("hello", "s9", "u9").Outcome);
        Assert.Equal(Outcome.Halt, Decide("output", "{}").Outcome);
        Lift("system", "");
        Assert.Equal(Outcome.Allow, Ask("hello", "s9", "u9").Outcome);
    }

    [Fact]
    public void Where_users_are_halted_a_request_of_nobody_is_refused_and_what_nobody_is_named_for_halts_all()
    {
        Ask("fraud");
        var nobody = Decide("input", """{ "input": { "text": "hello" }, "session": { "id": "s1" } }""");
        Assert.Equal((Outcome.Block, FailureKind.MissingFact), (nobody.Outcome, nobody.Failure?.Kind));
        Decide("message", """{ "message": { "text": "again" }, "session": { "id": "s1" }, "user": { "id": "u2" } }""");
        var everybody = Ask("hello", "s2", "u2");
        Assert.Equal((Outcome.Halt, "This could not be checked, so it was not carried out."), (everybody.Outcome, everybody.Message));
        Assert.Equal(
            "The fact 'agent.id' was missing where this was decided, so that everything is halted.",
            Assert.Single(everybody.Fired).Failure?.Detail);
    }

    [Fact]
    public void The_user_is_told_what_the_halt_says_and_the_record_which_fact_was_missing()
    {
        Decide("input", """{ "input": { "text": "my key" }, "user": { "id": "u1" } }""");
        var halted = Ask("hello");
        Assert.Equal("This conversation is over.", halted.Message);
        Assert.Equal(
            "The fact 'session.id' was missing where this was decided, so that everything is halted.",
            Assert.Single(halted.Fired).Failure?.Detail);
    }

    [Fact]
    public void A_halt_stands_over_a_change_of_policy_even_to_one_that_halts_nothing()
    {
        Ask("my key");
        Load("policy shop\nsystem s { owner \"o\" }\ncontrol c { at input  when text contains \"bad\" then block }\n");
        Assert.Equal("shop.no_keys", Assert.Single(Ask("hello").Fired).Origin.Control);
    }

    [Fact]
    public void A_halted_session_does_not_end_and_stays_halted()
    {
        Ask("my key");
        var end = Decide("session", """{ "session": { "id": "s1" }, "user": { "id": "u1" }, "session_event": "ends" }""");
        Assert.Equal(Outcome.Halt, end.Outcome);
        Assert.Equal(Outcome.Halt, Ask("hello").Outcome);
        Assert.False(_host.EndSession("s1"));
        Assert.Equal(Outcome.Halt, Ask("hello").Outcome);
        Lift("session", "s1");
        Assert.True(_host.EndSession("s1"));
        Assert.Equal(Outcome.Allow, Ask("hello").Outcome);
    }

    [Fact]
    public void The_halt_of_a_run_outlives_its_end()
    {
        Load(Policy + "\ncontrol no_spree { at message  when text contains \"spree\" then halt run }\n");
        InRun("spree");
        _host.EndRun("r1");
        Assert.Equal(Outcome.Halt, InRun("hello").Outcome);

        Decision InRun(string text) => Decide("message", $$"""
            { "message": { "text": "{{text}}" }, "session": { "id": "s1" }, "user": { "id": "u1" }, "run": { "id": "r1" } }
            """);
    }

    [Fact]
    public void A_halted_decision_reads_back_as_it_was_written()
    {
        Ask("fraud");
        var halted = Ask("hello");
        Assert.Equal(halted, DecisionJson.Read(Encoding.UTF8.GetBytes(DecisionJson.ToText(halted))));
    }
}
