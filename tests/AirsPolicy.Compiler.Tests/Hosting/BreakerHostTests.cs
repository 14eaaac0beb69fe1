using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>A host cuts off whom a breaker is open for, tries them again, and lets people close it.</summary>
public sealed class BreakerHostTests
{
    private const string Source = """
        policy p
        system s { owner "o" }
        queue people { sla 1h  reviewers "expert" }
        tool pay  { class reversible  args { amount: int } }
        tool look { class read_only }
        control bad   { at input   when text contains "bad" then block }
        control wait  { at input   when text contains "wait" then hold for people }
        control much  { at tool_call of pay  when args.amount > 100 or args.amount < 0 then block }
        control tells { at output  when breaker.one.open then flag "one" }
        control asks  { at recovery  when recovery.signals > 0 then hold for people }
        control shuts { at output  when breaker.everyone.open then flag "everyone" }
        breaker one      { per user    trip when count of refused input per user within 60s >= 3  open for 5m  probe 2  close by "operator" }
        breaker payers   { per user    trip when count of refused tool_call t where t.tool == pay per user within 60s >= 2  open for 5m  probe 1 }
        breaker everyone { per system  trip when count of refused input per system within 60s >= 12  open for 10m  close by "operator", "boss" }
        """;

    private static readonly string[] s_many = ["ann", "ben", "cid", "dan", "fay", "gus"];

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public BreakerHostTests()
    {
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        var loaded = _host.Load(BundleBuilder.Build(BoundPolicy.Of(Source), []));
        Assert.True(loaded.Activated, loaded.Reason);
    }

    [Fact]
    public void It_opens_at_its_bound_for_whom_it_counts_and_for_nobody_else()
    {
        Say("bad", "ann", 2);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Assert.Equal(Outcome.Allow, Output("ann").Outcome);
        Say("bad", "ann");
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
        Assert.Equal(["p.breaker.one"], Input("fine", "ann").Fired.Select(rule => rule.Origin.Control));
        Assert.Equal(["p.breaker.one", "p.tells"], Output("ann").Fired.Select(rule => rule.Origin.Control));
        Assert.Equal(Outcome.Allow, Say("fine", "ben"));
        Assert.Empty(Output("ben").Fired);
    }

    [Fact]
    public void What_waits_for_people_is_not_counted_and_tries_nothing()
    {
        Say("bad", "ann", 2);
        Assert.Equal(Outcome.Hold, Say("wait", "ann"));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Say("bad", "ann");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Outcome.Hold, Say("wait", "ann"));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Assert.Equal(Outcome.Block, Say("bad", "ann"));
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
    }

    [Fact]
    public void Those_that_go_on_where_it_tries_them_close_it_and_what_tripped_it_counts_no_more()
    {
        Say("bad", "ann", 3);
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Say("bad", "ann", 2);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Say("bad", "ann");
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
    }

    [Fact]
    public void One_that_is_refused_where_it_tries_opens_it_again_for_its_whole_time()
    {
        Say("bad", "ann", 3);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Say("bad", "ann");
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
    }

    [Fact]
    public void One_of_the_system_opens_for_everybody_and_by_its_time_alone_does_not_close()
    {
        foreach (var user in s_many)
            Say("bad", user, 2);
        Assert.Equal(Outcome.Block, Say("fine", "eve"));
        Assert.Equal(["p.breaker.everyone", "p.shuts"], Output("eve").Fired.Select(rule => rule.Origin.Control));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Outcome.Block, Say("fine", "eve"));
    }

    [Fact]
    public void It_is_tripped_by_calls_of_the_tool_that_it_counts_alone()
    {
        Assert.Equal(Outcome.Block, Call("pay", "ann", 200).Outcome);
        Assert.Equal(Outcome.Allow, Call("look", "ann", null).Outcome);
        Assert.Equal(Outcome.Allow, Call("pay", "ann", 5).Outcome);
        Assert.Equal(Outcome.Block, Call("pay", "ann", 200).Outcome);
        Assert.Equal(["p.breaker.payers"], Call("look", "ann", null).Fired.Select(rule => rule.Origin.Control));
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
        Assert.Equal(Outcome.Allow, Say("fine", "ben"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Outcome.Allow, Call("look", "ann", null).Outcome);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
    }

    [Fact]
    public void A_person_of_its_role_closes_it_for_one_key_and_it_counts_anew()
    {
        Say("bad", "ann", 3);
        Say("bad", "ben", 3);
        var closed = Close("one", "ann", "operator");
        Assert.Equal((Outcome.Allow, null), (closed.Outcome, closed.Message));
        Assert.Equal(Outcome.Block, Say("fine", "ben"));
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
        Say("bad", "ann", 2);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
    }

    [Fact]
    public void One_of_the_system_is_closed_without_a_key()
    {
        foreach (var user in s_many)
            Say("bad", user, 2);
        Assert.Equal(Outcome.Allow, Close("everyone", null, "boss").Outcome);
        Assert.Equal(Outcome.Allow, Say("fine", "eve"));
        foreach (var user in s_many.Skip(1))
            Say("bad", user, 2);
        Assert.Equal(Outcome.Allow, Say("fine", "eve"));
    }

    [Theory]
    [InlineData("one", "ann", "boss", "person", "is closed by 'operator' alone")]
    [InlineData("one", "ann", "operator", "agent", "is closed by a person alone")]
    [InlineData("one", null, "operator", "person", "'recovery.key' says which is to be closed")]
    [InlineData("one", "ben", "operator", "person", "is not open: there is nothing to close")]
    [InlineData("everyone", null, "boss", "person", "is not open: there is nothing to close")]
    [InlineData("payers", "ann", "operator", "person", "closes by itself alone")]
    [InlineData("none", "ann", "operator", "person", "'recovery.id' names no breaker; there are 'everyone', 'one', 'payers'.")]
    public void Nobody_else_closes_it_and_nothing_else_is_closed(string breaker, string? key, string role, string kind, string reason)
    {
        Say("bad", "ann", 3);
        var refused = Close(breaker, key, role, kind);
        Assert.Equal(Outcome.Block, refused.Outcome);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
    }

    [Fact]
    public void Where_nobody_says_for_whom_it_is_rules_that_ask_fail_and_a_refusal_opens_it_for_nobody()
    {
        var unknown = _host.Decide("output", """{"output":{"text":"x","modality":"prose","tokens":1},"flagged":false}"""u8);
        Assert.Contains(
            unknown.Fired,
            rule => rule.Origin.Control == "p.tells" && rule.Failure is { Kind: FailureKind.MissingFact, Detail: var missing }
                && missing.Contains("breaker.one.open", StringComparison.Ordinal));
        for (var i = 0; i < 4; i++)
            _host.Decide("input", """{"input":{"text":"bad","source":"user","attachments":[]},"flagged":false}"""u8);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
    }

    [Fact]
    public void A_preview_says_how_breakers_stand_and_tries_nothing()
    {
        Assert.Empty(Preview("ann").Fired);
        Say("bad", "ann", 3);
        Assert.Equal(["p.tells"], Preview("ann").Fired.Select(rule => rule.Origin.Control).Where(id => id == "p.tells"));
        Assert.Empty(Preview("ben").Fired);
        _clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 5; i++)
            Assert.Empty(Preview("ann").Fired);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
    }

    [Fact]
    public void A_closing_that_waits_for_people_closes_nothing_and_is_refused_to_nobody()
    {
        Say("bad", "ann", 3);
        Assert.Equal(Outcome.Hold, Close("one", "ann", "operator", signals: 1).Outcome);
        Assert.Equal(Outcome.Block, Say("fine", "ann"));
        Assert.Equal(Outcome.Hold, Close("one", "ann", "boss", signals: 1).Outcome);
        Assert.Equal(Outcome.Allow, Close("one", "ann", "operator").Outcome);
        Assert.Equal(Outcome.Allow, Say("fine", "ann"));
    }

    [Fact]
    public void A_refusal_where_no_breaker_is_named_is_said_of_the_first()
    {
        var refused = Close("none", "ann", "operator");
        Assert.Equal("p.breaker.everyone", refused.Fired.Single(rule => rule.Effects.Count > 0).Origin.Control);
    }

    [Fact]
    public void Where_a_policy_has_no_breaker_a_closing_is_what_its_rules_say()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        var loaded = host.Load(
            BundleBuilder.Build(
                BoundPolicy.Of("policy q\nsystem s { owner \"o\" }\ncontrol c { at recovery  when recovery.signals > 3 then block }\n"), []));
        Assert.True(loaded.Activated, loaded.Reason);
        Assert.Equal(Outcome.Allow, host.Decide("recovery", Encoding.UTF8.GetBytes(Closing("one", "ann", "operator", "person", 0))).Outcome);
    }

    private Decision Preview(string user) => _host.Preview(
        "output",
        Encoding.UTF8.GetBytes(Facts(user, """
            "output":{"text":"x","modality":"prose","tokens":1}
            """)));

    private Outcome Say(string text, string user, int times = 1)
    {
        var outcome = Outcome.Allow;
        for (var i = 0; i < times; i++)
            outcome = Input(text, user).Outcome;
        return outcome;
    }

    private Decision Input(string text, string user) =>
        Decide("input", user, $$"""
            "input":{"text":"{{text}}","source":"user","attachments":[]}
            """);

    private Decision Output(string user) => Decide("output", user, """
        "output":{"text":"x","modality":"prose","tokens":1}
        """);

    private Decision Call(string tool, string user, int? amount) =>
        Decide("tool_call", user, $$"""
            "tool":"{{tool}}","first_use":false,"cost":0{{(amount is null ? "" : $",\"args\":{{\"amount\":{amount}}}")}}
            """);

    private Decision Close(string breaker, string? key, string role, string kind = "person", int signals = 0) =>
        _host.Decide("recovery", Encoding.UTF8.GetBytes(Closing(breaker, key, role, kind, signals)));

    private static string Closing(string breaker, string? key, string role, string kind, int signals) =>
        Facts("op", $$"""
            "recovery":{"action":"close","id":"{{breaker}}"{{(key is null ? "" : $",\"key\":\"{key}\"")}},"signals":{{signals}},"age":0},
            "approver":{"kind":"{{kind}}","id":"op","roles":["{{role}}"]}
            """);

    private Decision Decide(string point, string user, string facts) =>
        _host.Decide(point, Encoding.UTF8.GetBytes(Facts(user, facts)));

    private static string Facts(string user, string facts) =>
        $$"""{"user":{"id":"{{user}}","roles":[],"groups":[]},"flagged":false,{{facts}}}""";
}
