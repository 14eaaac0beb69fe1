using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.State.Keys;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>A breaker opens where its count since it was last closed says so, and never for what came before.</summary>
public sealed class BreakerCountLaws
{
    private const int Cases = 60;
    private const int Requests = 150;

    private const string Source = """
        policy shop
        system s {}
        breaker probed { per user  trip when count of refused input per user within 10m >= 3  open for 1m  probe 2 }
        breaker closed { per session  trip when count of refused input per session, user within 10m >= 3  open for 1m  close by "lead" }
        breaker shared { per system  trip when count of refused input per system within 10m >= 12  open for 1m  close by "lead" }
        control words { at input  when text contains "bad" then block }
        """;

    private static readonly byte[] s_bundle = BundleBuilder.Build(BoundPolicy.Of(Source));

    private readonly HashSet<string> _seen = [];

    [Fact]
    public void A_breaker_is_open_where_its_count_since_it_was_closed_says_so()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Run(new Draw(seed))).Check(Laws.Config.WithMaxTest(Cases));
        foreach (var breaker in new[] { "probed", "closed", "shared" })
            Assert.Superset(new HashSet<string> { $"{breaker} opened", $"{breaker} closed", $"{breaker} opened again" }, _seen);
    }

    private void Run(Draw draw)
    {
        var clock = new Clock();
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = clock });
        Assert.Null(host.Load(s_bundle).Reason);
        Count[] counts = [new("probed", 3, user => user.User), new("closed", 3, user => user.Session), new("shared", 12, _ => null)];
        for (var i = 0; i < Requests; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(draw.Pick(0, 1, 20, 70)));
            var (user, session) = (draw.Pick("u1", "u2"), draw.Pick("s1", "s2"));
            if (draw.Chance(15))
            {
                Close(host, draw.Chance(60) ? "closed" : "shared", session);
                NoteClosed(host, counts);
                continue;
            }
            var before = counts.Select(count => count.IsOpen(host, user, session)).ToList();
            var outcome = host.Decide("input", Encoding.UTF8.GetBytes(new JsonObject
            {
                ["input"] = new JsonObject { ["text"] = draw.Chance(50) ? "bad" : "fine" },
                ["user"] = new JsonObject { ["id"] = user },
                ["session"] = new JsonObject { ["id"] = session },
            }.ToJsonString())).Outcome;
            foreach (var (count, wasOpen) in counts.Zip(before))
            {
                if (!wasOpen)
                    AssertCounted(count, host, user, session, outcome >= Outcome.Block, clock.GetUtcNow());
            }
            NoteClosed(host, counts);
        }
    }

    private void AssertCounted(Count count, PolicyHost host, string user, string session, bool refused, DateTimeOffset now)
    {
        if (refused)
            count.Refused.Add((count.KeyOf((user, session)), user, now));
        // What a session has counted is counted for each user by itself.
        var counting = count.Refused.Count(one =>
            one.Key == count.KeyOf((user, session))
            && (count.Breaker != "closed" || one.User == user)
            && now - one.At < TimeSpan.FromMinutes(10));
        Assert.Equal(counting >= count.Least, count.IsOpen(host, user, session));
        if (counting < count.Least)
            return;
        count.Open.Add(count.KeyOf((user, session)) ?? "");
        _seen.Add($"{count.Breaker} opened");
        if (count.Closed.Contains(count.KeyOf((user, session)) ?? ""))
            _seen.Add($"{count.Breaker} opened again");
    }

    private void NoteClosed(PolicyHost host, Count[] counts)
    {
        foreach (var count in counts)
        {
            foreach (var key in count.Open.Where(key => !count.IsOpen(host, key, key)).ToList())
            {
                count.Open.Remove(key);
                count.Closed.Add(key);
                count.Refused.RemoveAll(one => (one.Key ?? "") == key);
                _seen.Add($"{count.Breaker} closed");
            }
        }
    }

    private static void Close(PolicyHost host, string breaker, string session) =>
        host.Decide(
            "recovery",
            Encoding.UTF8.GetBytes(
                $$"""
                { "recovery": { "action": "close", "id": "{{breaker}}", "key": "{{session}}" }, "approver": { "kind": "person", "id": "p", "roles": ["lead"] } }
                """
            ));

    private sealed record Count(string Breaker, int Least, Func<(string User, string Session), string?> KeyOf)
    {
        public List<(string? Key, string User, DateTimeOffset At)> Refused { get; } = [];

        public HashSet<string> Open { get; } = [];

        public HashSet<string> Closed { get; } = [];

        public bool IsOpen(PolicyHost host, string user, string session)
        {
            var keys = new StateKeyWriter().Begin();
            var key = KeyOf((user, session)) is { } text ? keys.Add(text).ToKey() : keys.ToKey();
            return host.State!.Breakers.Open.Any(open => open.Breaker == Breaker && open.Key == key);
        }
    }
}
