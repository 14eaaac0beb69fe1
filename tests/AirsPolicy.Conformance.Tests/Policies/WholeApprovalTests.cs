using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>An approval is of the whole that was asked for, also of what the policy does not list.</summary>
public sealed class WholeApprovalTests
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        tool pay { args { to: text, parts: [{ price: int }]? } open  always hold for finance }
        queue finance { sla 1h  reviewers "finance" }
        control plans { at plan  always hold for finance }
        """;

    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true });

    public WholeApprovalTests() => Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Drawn(Policy))).Activated);

    [Theory]
    [InlineData("""{"to":"acme"}""", """{"to":"acme","bcc":"eve"}""")]
    [InlineData("""{"to":"acme","bcc":"ann"}""", """{"to":"acme","bcc":"eve"}""")]
    [InlineData("""{"to":"acme","bcc":"ann"}""", """{"to":"acme"}""")]
    [InlineData("""{"to":"acme","bcc":["ann"]}""", """{"to":"acme","bcc":["ann","eve"]}""")]
    [InlineData("""{"to":"acme","more":{"to":"ann"}}""", """{"to":"acme","more":{"to":"eve"}}""")]
    [InlineData("""{"to":"acme","a":{"x":1},"b":{}}""", """{"to":"acme","a":{},"b":{"x":1}}""")]
    [InlineData("""{"to":"acme","x":null}""", """{"to":"acme","x":0}""")]
    public void What_a_tool_takes_beyond_its_list_is_approved_as_it_was(string approved, string other)
    {
        var waits = Approved("tool_call", Call(approved));
        Assert.Equal(Outcome.Hold, _host.Resume(waits, Call(other), out var on).Outcome);
        Assert.NotEqual(waits, on);
        Assert.Empty(_host.Waiting().Single(waiting => waiting.Number == on).Approvals);
    }

    [Theory]
    [InlineData("""{"to":"acme","bcc":"ann","n":1.50}""", """{ "n": 1.5, "bcc": "\u0061nn", "to": "acme" }""")]
    [InlineData("""{"to":"acme","more":{"a":[1,2],"b":true}}""", """{"more":{"b":true, "a":[1, 2]},"to":"acme"}""")]
    public void However_it_is_written(string approved, string again) =>
        Assert.Equal(Outcome.Allow, _host.Resume(Approved("tool_call", Call(approved)), Call(again), out _).Outcome);

    [Fact]
    public void So_are_the_steps_of_a_plan() =>
        Assert.Equal(Outcome.Hold, _host.Resume(Approved("plan", Plan("ann")), Plan("eve"), out _).Outcome);

    [Fact]
    public void What_only_says_how_things_stand_may_have_changed()
    {
        var waits = Approved("tool_call", Call("""{"to":"acme"}""", "first"));
        Assert.Equal(Outcome.Allow, _host.Resume(waits, Call("""{"to":"acme"}""", "second"), out _).Outcome);
    }

    [Fact]
    public void Two_requests_have_one_digest_exactly_where_they_ask_for_the_same()
    {
        var random = new Random(20);
        for (var round = 0; round < 400; round++)
        {
            var (one, other) = (Drawn(random, 2), Drawn(random, 2));
            Assert.Equal(JsonNode.DeepEquals(one, other), DigestOf(one) == DigestOf(other));
            Assert.Equal(DigestOf(one), DigestOf(Turned(one)));
        }
    }

    private string DigestOf(JsonNode more)
    {
        Assert.Equal(
            Outcome.Hold,
            _host.Decide("tool_call", Call($$"""{"to":"acme","more":{{more.ToJsonString()}}}"""), out var waits).Outcome);
        var digest = _host.Waiting().Single(waiting => waiting.Number == waits).Request.Digest;
        Assert.True(_host.GiveUp(waits!.Value));
        return digest;
    }

    // Few names and values, so that the same is drawn often.
    private static JsonNode Drawn(Random random, int depth) =>
        random.Next(depth == 0 ? 1 : 3) switch
        {
            0 => JsonValue.Create(random.Next(2)),
            1 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Drawn(random, depth - 1))]),
            _ => new JsonObject(
                new[] { "a", "b" }
                    .Where(_ => random.Next(2) == 0)
                    .Select(name => KeyValuePair.Create<string, JsonNode?>(name, Drawn(random, depth - 1)))),
        };

    private static JsonNode Turned(JsonNode node) =>
        node switch
        {
            JsonObject record => new JsonObject(
                record.Reverse().Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Turned(member.Value!)))),
            JsonArray list => new JsonArray([.. list.Select(item => Turned(item!))]),
            _ => node.DeepClone(),
        };

    private long Approved(string point, byte[] facts)
    {
        Assert.Equal(Outcome.Hold, _host.Decide(point, facts, out var waits).Outcome);
        var request = _host.Waiting().Single(waiting => waiting.Number == waits).Request;
        var said = _host.Review(
            waits!.Value,
            new Review("shop.finance", new Reviewer("fay", ReviewerKind.Person, ["finance"]), request.Digest, Approves: true));
        Assert.Equal(ReviewAnswer.Complete, said.Answer);
        return waits.Value;
    }

    private static byte[] Call(string args, string note = "") => Encoding.UTF8.GetBytes(
        $$"""{ "tool": "pay", "args": {{args}}, "session": { "id": "s1", "note": "{{note}}" }, "user": { "id": "u1" } }""");

    private static byte[] Plan(string to) => Encoding.UTF8.GetBytes(
        $$"""{ "plan": { "steps": [{ "tool": "pay", "to": "{{to}}" }] }, "session": { "id": "s1" }, "user": { "id": "u1" } }""");
}
