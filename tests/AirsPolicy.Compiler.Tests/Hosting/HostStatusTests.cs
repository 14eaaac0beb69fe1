using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Reviewing;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>What operators are shown of a host: its bundle, its store, and what is degraded, open or halted.</summary>
public sealed class HostStatusTests
{
    private const string Policy = """
        policy p version "1.2.0"
        system s { owner "o" }
        queue people { sla 1h  reviewers "expert" }
        control bad  { at input  when text contains "bad" then block }
        control stop { at input  when text contains "stop" then halt session for 30m "Come back later."
                       when text contains "user" then halt user }
        breaker one  { per user    trip when count of refused input per user within 60s >= 2  open for 5m  close by "operator" }
        breaker many { per system  trip when count of refused input per system within 60s >= 5  open for 5m  close by "operator" }
        """;

    private static readonly Reviewer s_operator = new("op", ReviewerKind.Person, ["ops"]);

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public HostStatusTests() => _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });

    [Fact]
    public void A_host_without_a_policy_has_nothing_to_show() =>
        Assert.Equal(
            """
            {"bundle":{"package":null,"version":null,"digest":null},"store":null,"charts":[],"breakers":[],"moreBreakers":0,"halts":[],"moreHalts":0,"queues":[]}
            """,
            Status().ToJsonString());

    [Fact]
    public void The_bundle_that_decides_stands_beside_the_one_that_was_refused()
    {
        Load();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(_host.Load(new byte[] { 1, 2, 3 }).Activated);
        var bundle = Status()["bundle"]!;
        Assert.Equal(("p", "1.2.0", _host.Status().Digest), ((string)bundle["package"]!, (string)bundle["version"]!, (string)bundle["digest"]!));
        Assert.Equal(("2026-01-01T12:00:00Z", "2026-01-01T12:01:00Z"), ((string)bundle["since"]!, (string)bundle["refusedAt"]!));
        Assert.Equal(_host.Status().Refused, (string)bundle["refused"]!);
    }

    [Fact]
    public void Open_breakers_are_listed_with_whom_they_are_open_for_the_latest_first()
    {
        Load();
        Say("bad", "ann", 2);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Say("bad", "ben", 2);
        Say("bad", "cid");
        Assert.Equal(
            """
            [{"name":"many","since":"2026-01-01T12:00:01Z"},{"name":"one","id":"ben","since":"2026-01-01T12:00:01Z"},{"name":"one","id":"ann","since":"2026-01-01T12:00:00Z"}]
            """,
            Ordered(Status()["breakers"]!));
        Assert.Equal(0, (int)Status()["moreBreakers"]!);
    }

    [Fact]
    public void Of_very_many_the_latest_are_listed_and_the_others_counted()
    {
        Load();
        for (var user = 0; user < 503; user++)
        {
            _clock.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerSecond / 4));
            Decide("stop", $"s{user}", $"u{user}");
        }
        var status = Status();
        var halts = status["halts"]!.AsArray();
        Assert.Equal((500, 3), (halts.Count, (int)status["moreHalts"]!));
        Assert.Equal(("s502", "s3"), ((string)halts[0]!["id"]!, (string)halts[^1]!["id"]!));
    }

    [Fact]
    public void Halts_are_listed_with_their_reason_and_their_end()
    {
        Load();
        Decide("stop", "s1", "ann");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Decide("the user", new string('x', 300), new string('y', 300));
        var operations = new DeskOperations(_host, ["ops"]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        operations.Answer(s_operator, new DeskRequest(DeskAction.Halt) { Scope = "system" });
        var halts = Status()["halts"]!.AsArray();
        Assert.Equal(["system", "user", "session"], halts.Select(halt => (string)halt!["scope"]!));
        Assert.Null(halts[0]!["id"] ?? halts[0]!["key"]);
        Assert.Null(halts[1]!["id"] ?? halts[1]!["until"] ?? halts[1]!["message"]);
        Assert.Equal("p.stop", (string)halts[1]!["control"]!);
        Assert.NotNull(halts[1]!["key"]);
        Assert.Equal(
            """
            {"scope":"session","id":"s1","since":"2026-01-01T12:00:00Z","until":"2026-01-01T12:30:00Z","control":"p.stop","message":"Come back later."}
            """,
            halts[2]!.ToJsonString());
    }

    [Fact]
    public void Charts_say_in_which_state_they_are_and_since_when()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        Assert.Null(host.Load(BundleBuilder.Build(BoundPolicy.Of("""
            policy q
            system s { owner "o" }
            control c { at input  when text contains "bad" then degrade to contingency }
            pace {
              tested 2025-12-01
              recover contingency -> alternate by "operator"
              recover alternate -> primary by "operator"
            }
            """))).Reason);
        Assert.Equal("""[{"name":"system","state":"primary"}]""", Status(host)["charts"]!.ToJsonString());
        _clock.Advance(TimeSpan.FromSeconds(5));
        host.Decide("input", Facts("bad", "s1", "ann"));
        Assert.Equal(
            """[{"name":"system","state":"contingency","since":"2026-01-01T12:00:05Z"}]""", Status(host)["charts"]!.ToJsonString());
    }

    private void Load() => Assert.Null(_host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy))).Reason);

    private JsonObject Status(PolicyHost? host = null) =>
        JsonNode.Parse(new DeskOperations(host ?? _host, ["ops"]).Answer(s_operator, new DeskRequest(DeskAction.Status)))!.AsObject();

    private void Say(string text, string user, int times = 1)
    {
        for (var i = 0; i < times; i++)
            Decide(text, $"of {user}", user);
    }

    private void Decide(string text, string session, string user) => _host.Decide("input", Facts(text, session, user));

    private static byte[] Facts(string text, string session, string user) => Encoding.UTF8.GetBytes(
        $$$"""
        {"session":{"id":"{{{session}}}","age":1,"idle":1,"turns":1,"labels":[]},"user":{"id":"{{{user}}}","roles":[],"groups":[]},
         "flagged":false,"input":{"text":"{{{text}}}","source":"user","attachments":[]}}
        """);

    // Those of one moment have no order.
    private static string Ordered(JsonNode list)
    {
        var ordered = list
            .AsArray()
            .Select(one => one!.ToJsonString())
            .OrderByDescending(one => one[^22..], StringComparer.Ordinal)
            .ThenBy(one => one, StringComparer.Ordinal);
        return $"[{string.Join(',', ordered)}]";
    }
}
