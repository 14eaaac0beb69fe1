using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.Tests.State.Queues;

/// <summary>What an approval is bound to, and what people are told of the request.</summary>
public sealed class HeldFactsTests
{
    private const string Asked = """
        {
          "request": { "id": "r1", "user": "u1" },
          "user": { "id": "u2" },
          "agent": { "id": "a1", "kind": "task" },
          "session": { "id": "s1", "age": "5m", "idle": "1m", "turns": 7, "transcript": "Long talk." },
          "tool": "refund",
          "args": { "order-id": "o1", "amount": 10, "note": "x" }
        }
        """;

    private static readonly RecordShape s_common = new([
        Record("request", Text("id", optional: true), Text("user", optional: true)),
        Record("user", Text("id", optional: true)),
        Record("agent", Text("id", optional: true), Text("kind")),
        Record(
            "session",
            Text("id", optional: true),
            new("age", "age", DurationShape.Instance),
            new("idle", "idle", DurationShape.Instance),
            new("turns", "turns", IntShape.Instance),
            Text("transcript")),
    ]);

    private static readonly PointLayout s_call = new("tool_call", new RecordShape([.. s_common.Members, Tool("refund", "repay")]), [],
        [Arguments("refund"), Arguments("repay")]);

    private static readonly ContentChange s_changed = new(
        "new text", [new Redaction("/a", 0, 1, RedactionMethod.Mask, "k")], [new DropEffect("/b", [0])], 10, 20, ["tail"], ["label"]);

    [Theory]
    [InlineData("request/user", "another")]
    [InlineData("user/id", "another")]
    [InlineData("agent/id", "another")]
    [InlineData("session/id", "another")]
    [InlineData("tool", "repay")]
    [InlineData("args/order-id", "another")]
    [InlineData("args/amount", 11)]
    [InlineData("args/note", "another")]
    public void Each_part_of_what_is_asked_and_of_who_asks_binds_the_approval_by_itself(string path, object value) =>
        Assert.NotEqual(Digest(Asked), Digest(With(path, value)));

    [Theory]
    [InlineData("request/user")]
    [InlineData("user/id")]
    [InlineData("agent/id")]
    [InlineData("session/id")]
    [InlineData("args/note")]
    public void A_part_that_is_left_out_binds_the_approval_too(string path) => Assert.NotEqual(Digest(Asked), Digest(With(path, null)));

    [Theory]
    [InlineData("request/id", "another")]
    [InlineData("agent/kind", "another")]
    [InlineData("session/age", "6m")]
    [InlineData("session/idle", "0s")]
    [InlineData("session/turns", 8)]
    [InlineData("session/transcript", "Longer talk.")]
    public void What_changes_while_a_request_waits_does_not_bind_the_approval(string path, object value) =>
        Assert.Equal(Digest(Asked), Digest(With(path, value)));

    [Fact]
    public void One_person_in_another_role_is_somebody_else()
    {
        var (user, request) = (Without("request/user", "user/id"), Without("request/user", "user/id"));
        user["user"]!["id"] = "p";
        request["request"]!["user"] = "p";
        Assert.NotEqual(Digest(user.ToJsonString()), Digest(request.ToJsonString()));
    }

    [Fact]
    public void Every_way_in_which_the_content_goes_on_binds_the_approval()
    {
        ContentChange[] changes =
        [
            ContentChange.None,
            s_changed,
            s_changed with { Replacement = "other text" },
            s_changed with { Redactions = [new Redaction("/c", 0, 1, RedactionMethod.Mask, "k")] },
            s_changed with { Redactions = [new Redaction("/a", 0, 2, RedactionMethod.Mask, "k")] },
            s_changed with { Drops = [] },
            s_changed with { CutToCharacters = 11 },
            s_changed with { CutToBytes = 21 },
            s_changed with { Appended = ["other tail"] },
            s_changed with { Labels = [] },
        ];
        Assert.Equal(changes.Length, changes.Select(change => Digest(Asked, change)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Why_a_request_is_held_does_not_bind_the_approval()
    {
        var held = Decision() with { Message = "Wait.", Holds = [new HoldEffect("people", 5, OtherwiseHalt: false)], Bundle = "b" };
        Assert.Equal(Digest(Asked), Digest(s_call, Asked, 0, held));
    }

    [Fact]
    public void The_same_words_at_another_point_are_another_request()
    {
        var points = new[] { "message", "remember", "input" }.Select(point => new PointLayout(point, s_common, [], [])).ToList();
        var facts = Without("tool", "args").ToJsonString();
        Assert.Equal(
            points.Count,
            points.Select(point => Digest(point, facts, -1, Decision() with { Point = "input" })).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("session", "session_event")]
    [InlineData("input", "input")]
    [InlineData("ingest", "document")]
    [InlineData("retrieve", "query", "sources")]
    [InlineData("prompt", "prompt")]
    [InlineData("plan", "plan")]
    [InlineData("commit", "changes")]
    [InlineData("output", "output")]
    [InlineData("tool_result", "tool", "args", "result", "result_text")]
    [InlineData("delegate", "to", "to_new", "scope")]
    [InlineData("message", "message", "from", "to")]
    [InlineData("approval", "approver")]
    [InlineData("recovery", "recovery", "approver")]
    public void What_a_request_asks_for_at_a_point_binds_the_approval(string point, params string[] asked)
    {
        var layout = new PointLayout(point, new RecordShape([.. asked.Append("other").Select(name => Text(name))]), [], []);
        var facts = asked.Append("other").Aggregate(new JsonObject(), (all, name) => { all[name] = "said"; return all; });
        var changed = facts.Select(fact => fact.Key).ToDictionary(name => name, name =>
        {
            var other = facts.DeepClone();
            other[name] = "changed";
            return Digest(layout, other.ToJsonString(), -1, Decision());
        });
        Assert.Equal(Digest(layout, facts.ToJsonString(), -1, Decision()), changed["other"]);
        Assert.Equal(asked.Length + 1, changed.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("remember")]
    [InlineData("recall")]
    public void What_a_memory_says_and_whose_it_is_binds_the_approval_and_its_age_does_not(string point)
    {
        string[] bound = ["text", "key", "scope", "user"];
        var layout = new PointLayout(
            point,
            new RecordShape([Record("memory", [.. bound.Append("age").Select(name => Text(name))])]),
            [],
            []);
        string With(string changed) =>
            Digest(
                layout,
                $"{{\"memory\":{{{string.Join(',', bound.Append("age").Select(name => $"\"{name}\":\"{(name == changed ? "b" : "a")}\""))}}}}}",
                -1,
                Decision());
        Assert.Equal(With(""), With("age"));
        Assert.Equal(bound.Length + 1, bound.Append("").Select(With).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Those_who_decide_see_the_session_as_it_was_and_not_the_conversation()
    {
        var request = new HeldFacts(s_call).Of(Decision(), Frame(s_call, Asked), _ => throw new InvalidOperationException(), 0, now: 0);
        var facts = JsonNode.Parse(request.FactsOfApproval(new Reviewer("ann", ReviewerKind.Person, ["lead"])))!;
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("""{ "id": "s1", "age": "5m", "idle": "1m", "turns": 7 }"""), facts["session"]),
            facts["session"]!.ToJsonString());
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("""{ "id": "a1", "kind": "task" }"""), facts["agent"]),
            facts["agent"]!.ToJsonString());
        Assert.Equal("u2", (string?)facts["user"]!["id"]);
    }

    private static string Digest(string json, ContentChange? content = null) =>
        Digest(
            s_call,
            json,
            (string?)JsonNode.Parse(json)!["tool"] == "repay" ? 1 : 0,
            Decision() with
            {
                Content = content ?? ContentChange.None,
            }
        );

    private static string Digest(PointLayout layout, string json, int tool, Decision decision) =>
        new HeldFacts(layout).Digest(decision, Frame(layout, json), tool);

    private static Decision Decision() => new() { Point = "tool_call", Outcome = Outcome.Hold };

    private static FactFrame Frame(PointLayout layout, string json)
    {
        var facts = new FactFrame();
        Assert.Null(new FactReader().Read(CompiledLayout.Of(layout), Encoding.UTF8.GetBytes(json), facts));
        return facts;
    }

    private static string With(string path, object? value)
    {
        var facts = Without(path);
        var (parent, name) = Place(facts, path);
        if (value is not null)
            parent[name] = value is int number ? JsonValue.Create(number) : JsonValue.Create((string)value);
        return facts.ToJsonString();
    }

    private static JsonObject Without(params string[] paths)
    {
        var facts = JsonNode.Parse(Asked)!.AsObject();
        foreach (var path in paths)
        {
            var (parent, name) = Place(facts, path);
            Assert.True(parent.Remove(name));
        }
        return facts;
    }

    private static (JsonObject Parent, string Name) Place(JsonObject facts, string path) =>
        path.Split('/') is [var parent, var name] ? (facts[parent]!.AsObject(), name) : (facts, path);

    private static ShapeMember Text(string name, bool optional = false) => new(name, name, TextShape.Instance, Optional: optional);

    private static ShapeMember Record(string name, params ShapeMember[] members) => new(name, name, new RecordShape([.. members]));

    private static ShapeMember Tool(params string[] names) => new("tool", "tool", new EnumShape([.. names], false));

    private static ToolLayout Arguments(string tool) =>
        new(
            tool,
            tool,
            new RecordShape([
                new(
                    "args",
                    "args",
                    new RecordShape(
                        [new("order_id", "order-id", TextShape.Instance), new("amount", "amount", IntShape.Instance)],
                        Open: true)),
            ])
        );
}
