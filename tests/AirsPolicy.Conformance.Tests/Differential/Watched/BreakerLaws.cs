using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>Breakers by key, as a host keeps them.</summary>
public sealed class BreakerLaws
{
    private const int Cases = 40;
    private const int Requests = 120;

    private const string Source = """
        policy shop
        system s {}
        breaker greedy { per user  trip when count of refused input per user within 1m >= 3  open for 2m  probe 2 }
        breaker lasting { per session  trip when count of refused input per session within 1m >= 5  open for 2m  close by "lead" }
        control words { at input  when text contains "bad" then block }
        """;

    private static readonly byte[] s_bundle = BundleBuilder.Build(BoundPolicy.Of(Source));

    [Fact]
    public void What_is_refused_to_some_users_opens_the_breaker_of_no_other() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var draw = new Draw(seed);
                    var clock = new Clock();
                    var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = clock });
                    Assert.Null(host.Load(s_bundle).Reason);
                    var attackers = draw.Many(1, 3, () => $"u{draw.Below(6)}").ToHashSet(StringComparer.Ordinal);
                    for (var i = 0; i < Requests; i++)
                    {
                        clock.Advance(TimeSpan.FromSeconds(draw.Between(0, 20)));
                        var user = $"u{draw.Below(6)}";
                        var attacks = attackers.Contains(user) && draw.Chance(70);
                        var decision = host.Decide(
                            "input",
                            Encoding.UTF8.GetBytes(
                                new JsonObject
                                {
                                    ["input"] = new JsonObject { ["text"] = attacks ? "bad" : "fine" },
                                    ["user"] = new JsonObject { ["id"] = user },
                                    ["session"] = new JsonObject { ["id"] = $"of {user}" },
                                }.ToJsonString()
                            ));
                        if (!attackers.Contains(user))
                            Assert.Equal(Outcome.Allow, decision.Outcome);
                    }
                    Assert.True(host.State!.Breakers.Open.Count(open => open.Breaker == "greedy") <= attackers.Count);
                }
            )
            .Check(Laws.Config.WithMaxTest(Cases));

    [Fact]
    public void A_breaker_that_people_close_stays_open_for_all_time_until_one_who_may_closes_it()
    {
        var clock = new Clock();
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = clock });
        Assert.Null(host.Load(s_bundle).Reason);
        for (var i = 0; i < 5; i++)
            Ask(host, "bad");
        clock.Advance(TimeSpan.FromDays(1_000));
        Assert.Equal(Outcome.Block, Ask(host, "fine"));
        Assert.Equal(Outcome.Block, Close(host, "person", "intern", "s"));
        Assert.Equal(Outcome.Block, Close(host, "agent", "lead", "s"));
        Assert.Equal(Outcome.Block, Close(host, "person", "lead", "another"));
        Assert.Equal(Outcome.Block, Ask(host, "fine"));
        Assert.Equal(Outcome.Allow, Close(host, "person", "lead", "s"));
        // What the other one tried meanwhile was refused, so that it is open anew.
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Outcome.Allow, Ask(host, "fine"));
    }

    [Fact]
    public void Charts_and_breakers_outlive_a_change_of_policy()
    {
        const string WithChart =
            Source
            + "\npace guardrail { enter alternate when guardrail.errors > 5%  from alternate at output always flag  recover alternate -> primary by \"lead\" }";
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = new Clock() });
        Assert.Null(host.Load(BundleBuilder.Build(BoundPolicy.Of(WithChart))).Reason);
        for (var i = 0; i < 5; i++)
            Ask(host, "bad");
        host.Decide("signal", """{ "guardrail": { "errors": 0.5 } }"""u8);
        Assert.Null(
            host.Load(
                BundleBuilder.Build(BoundPolicy.Of(WithChart + "\ncontrol more { at output  when length(text) > 10 then flag }"))
            ).Reason);
        Assert.Equal(Runtime.State.Pace.PaceLevel.Alternate, host.State!.Pace.Reading.Charts[0].Level);
        Assert.Equal("alternate", Runtime.State.Pace.PaceLevels.NameOf(Assert.Single(host.State.Pace.Changes).To));
        Assert.Equal(Outcome.Block, Ask(host, "fine"));
    }

    private static Outcome Ask(PolicyHost host, string text) => host.Decide("input", Encoding.UTF8.GetBytes($$"""
        { "input": { "text": "{{text}}" }, "user": { "id": "u" }, "session": { "id": "s" } }
        """)).Outcome;

    private static Outcome Close(PolicyHost host, string kind, string role, string key) =>
        host.Decide(
            "recovery",
            Encoding.UTF8.GetBytes(
                $$"""
                { "recovery": { "action": "close", "id": "lasting", "key": "{{key}}" }, "approver": { "kind": "{{kind}}", "id": "p", "roles": ["{{role}}"] } }
                """
            )
        ).Outcome;
}
