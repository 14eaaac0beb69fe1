using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>Random requests of a few users, readings, and people who bring back and close.</summary>
internal sealed class WatchedRequests(Draw draw)
{
    private static readonly string[] s_users = ["u1", "u2", "u3"];
    private static readonly string[] s_texts = ["", "a", "hello", "bad", "bad", "wait", "worse", "stop", "soft", "xyz", "a long one"];

    /// <summary>A request at a time.</summary>
    public (string Point, JsonObject Facts) Next(long now)
    {
        var point = draw.Pick("input", "input", "input", "input", "output", "output", "signal", "signal", "signal", "recovery", "recovery");
        var facts = new JsonObject
        {
            ["now"] = InstantText.Format(now),
            ["today"] = DateText.Format((int)(now / TimeSpan.TicksPerDay)),
            ["session"] = new JsonObject { ["id"] = draw.Pick("s1", "s2") },
            ["user"] = new JsonObject { ["id"] = draw.From(s_users) },
        };
        if (draw.Chance(2))
            facts.Remove("user");
        if (draw.Chance(20))
            facts["pace"] = new JsonObject { ["guardrail"] = "emergency", ["judge"] = draw.Pick("primary", "emergency"), ["age"] = 0 };
        switch (point)
        {
            case "input":
                facts["input"] = new JsonObject { ["text"] = draw.From(s_texts), ["source"] = "user", ["attachments"] = new JsonArray() };
                break;
            case "output":
                facts["output"] = new JsonObject { ["text"] = draw.From(s_texts), ["modality"] = "prose", ["tokens"] = 1 };
                break;
            default:
                AddReadings(facts);
                break;
        }
        if (point == "recovery")
            AddRecovery(facts);
        // What nobody can read.
        if (draw.Chance(2))
            facts[point is "input" or "output" ? point : "guardrail"] = "nothing that fits";
        return (point, facts);
    }

    private void AddReadings(JsonObject facts)
    {
        facts["guardrail"] = new JsonObject
        {
            ["healthy"] = draw.Chance(90),
            ["errors"] = draw.Chance(60) ? 0 : Math.Round(draw.Between(0, 100) / 100m, 2),
            ["tests_passed"] = draw.Chance(70),
        };
        facts["queue"] = new JsonObject { ["people"] = new JsonObject { ["depth"] = draw.Chance(70) ? 0 : draw.Between(0, 6) } };
        facts["stale"] = draw.Chance(80) ? "10s" : "2m";
        if (draw.Chance(3))
            facts["guardrail"]!.AsObject().Remove(draw.Pick("healthy", "errors", "tests_passed"));
        if (draw.Chance(3))
            facts.Remove(draw.Pick("queue", "stale"));
    }

    private void AddRecovery(JsonObject facts)
    {
        var recovery = new JsonObject
        {
            ["action"] = draw.Pick("recover", "recover", "recover", "close", "close", "lift"),
            ["signals"] = 0,
            ["age"] = 0,
        };
        if (draw.Chance(95))
            recovery["id"] =
                recovery["action"]!.GetValue<string>() == "close"
                    ? draw.Pick("one", "one", "everyone", "none")
                    : draw.Pick("guardrail", "human", "records", "system", "system", "none");
        if (draw.Chance(80))
            recovery["key"] = draw.From(s_users);
        facts["recovery"] = recovery;
        facts["approver"] = new JsonObject
        {
            ["kind"] = draw.Chance(85) ? "person" : draw.Pick("agent", "service"),
            ["id"] = "p1",
            ["roles"] = new JsonArray([.. draw.Many(0, 2, () => (JsonNode)draw.Pick("lead", "ciso", "intern"))]),
        };
        if (draw.Chance(3))
            facts.Remove("approver");
    }

    /// <summary>The time until the next request.</summary>
    public long Pause() =>
        draw.From([
            0L,
            0,
            TimeSpan.TicksPerSecond,
            5 * TimeSpan.TicksPerSecond,
            30 * TimeSpan.TicksPerSecond,
            70 * TimeSpan.TicksPerSecond,
        ]);
}
