using System.Text.Json.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// What agents do in a few sessions: texts come in, tools are called, work is handed on, and values are given on that were in the texts or
/// were not.
/// </summary>
internal sealed class WorkDraw(Draw draw, PolicyModel model)
{
    /// <summary>The most requests of a trace.</summary>
    public const int MostRequests = 80;

    private static readonly string[] s_words =
    [
        "eve@a.example",
        "eve@a.example",
        "bob@a.example",
        "12345678",
        "12345678",
        "1234 5678",
        "GB33 1234 5678",
        "GB3312345678",
        "alpha",
        "alpha",
        "beta",
        "o'neil",
        "x",
        "drop",
        "hold",
        "alpha beta",
        "\n",
        ".",
        ",",
        "\"",
        "EVE@A.EXAMPLE",
    ];

    private static readonly string[] s_points =
    [
        "input",
        "input",
        "input",
        "tool_result",
        "tool_result",
        "tool_result",
        "tool_result",
        "retrieve",
        "message",
        "recall",
        "recall",
        "remember",
        "output",
        "output",
        "delegate",
        "delegate",
        "delegate",
        "delegate",
        "tool_call",
        "tool_call",
        "tool_call",
        "tool_call",
        "tool_call",
        "tool_call",
        "tool_call",
        "tool_call",
        "recovery",
    ];

    private static readonly string[] s_scope = ["pay", "mail", "read"];

    private readonly bool _faults = draw.Chance(30);
    private readonly List<List<string>> _said = [[], [], [], []];
    private List<string> _here = [];

    /// <summary>Requests of a few sessions one after the other, in any order of the sessions.</summary>
    public SessionTrace Trace()
    {
        var sessions = draw.Between(2, 4);
        var now = SessionTrace.Start;
        var requests = draw.Many(10, MostRequests, () =>
        {
            now += Pause();
            var point = draw.Chance(6) ? "session" : draw.From(s_points);
            return new SessionRequest(point, Facts(point, draw.Below(sessions), now), now, draw.Chance(40), draw.Below(6));
        });
        return new SessionTrace(sessions, requests);
    }

    private long Pause() => draw.Below(8) switch
    {
        0 or 1 or 2 => 0,
        3 or 4 => draw.Below(3),
        5 => draw.Below(2_000) * TimeSpan.TicksPerMillisecond,
        6 => draw.Below(600) * TimeSpan.TicksPerSecond / 10,
        _ => draw.Below(20) * TimeSpan.TicksPerMinute,
    };

    private string Facts(string point, int session, long now)
    {
        _here = _said[session];
        var facts = new JsonObject
        {
            ["now"] = InstantText.Format(now),
            ["today"] = DateText.Format(now / TimeSpan.TicksPerDay),
            ["session"] = new JsonObject
            {
                ["id"] = $"s{session}",
                ["labels"] = new JsonArray([.. draw.Many(0, 1, () => (JsonNode)draw.Pick("inner", "outer", "marked"))]),
            },
            ["run"] = new JsonObject { ["id"] = $"r{(draw.Chance(85) ? session : draw.Below(3))}" },
            ["user"] = new JsonObject { ["id"] = draw.Pick("u1", "u1", "u2") },
        };
        var agent = model.Agents is { Agents.Count: > 0 } declared && draw.Chance(94) ? draw.From(declared.Agents) : null;
        facts["agent"] = Agent(agent);
        Add(facts, point, agent);
        if (_faults && draw.Chance(12))
            Damage(facts);
        return facts.ToJsonString();
    }

    private JsonObject Agent(AgentModel? agent)
    {
        var chain = draw.Chance(55)
            ? []
            : draw.Many(1, 2, () => agent is null || draw.Chance(4) ? "stranger" : draw.From(model.Agents!.Agents).WireName);
        return new JsonObject
        {
            ["id"] = agent?.WireName ?? draw.Pick("stranger", "agent-9"),
            ["kind"] = agent?.Kind is { } kind && draw.Chance(92) ? kind : draw.Pick("task", "retriever", "other"),
            ["chain"] = Texts(chain),
            ["depth"] = draw.Chance(85) ? chain.Count : draw.Between(0, 4),
            ["scope"] = Texts(s_scope.Where(_ => draw.Chance(75))),
        };
    }

    private void Add(JsonObject facts, string point, AgentModel? agent)
    {
        switch (point)
        {
            case "session":
                facts["session_event"] = draw.Pick("ends", "ends", "ends", "timer", "begins");
                break;
            case "input":
                facts["input"] = new JsonObject
                {
                    ["text"] = Text(),
                    ["source"] = draw.Pick("user", "user", "user", "document", "mail", "web", "tool", "agent"),
                    ["attachments"] = new JsonArray([
                        .. draw.Many(0, 1, () => (JsonNode)new JsonObject { ["name"] = Text(), ["text"] = Text() }),
                    ]),
                };
                break;
            case "tool_result":
                facts["tool"] = WireName(draw.From(PackageDraw.Tools));
                facts["result_text"] = Text();
                break;
            case "retrieve":
                facts["sources"] = new JsonArray([
                    .. draw.Many(0, 2, () => (JsonNode)new JsonObject { ["text"] = Text(), ["title"] = Text() }),
                ]);
                break;
            case "message" or "output":
                facts[point] = new JsonObject { ["text"] = Text() };
                break;
            case "recall" or "remember":
                facts["memory"] = new JsonObject { ["text"] = Text(), ["key"] = draw.Pick("k1", "k2", "12345678") };
                break;
            case "delegate":
                AddDelegation(facts, agent);
                break;
            case "recovery":
                facts["recovery"] = Recovery(facts);
                break;
            default:
                AddCall(facts, agent);
                break;
        }
    }

    private void AddDelegation(JsonObject facts, AgentModel? agent)
    {
        var takers = agent is null ? [] : model.Agents!.Agents.Where(other => agent.DelegatesTo.Contains(other.Name)).ToList();
        facts["to"] = takers.Count > 0 && draw.Chance(75) ? draw.From(takers).WireName
            : model.Agents is { Agents.Count: > 0 } declared && draw.Chance(85) ? draw.From(declared.Agents).WireName
            : draw.Pick("stranger", "nobody");
        facts["to_new"] = draw.Chance(30);
        // Mostly what the agent has itself, or less.
        facts["scope"] = Texts(
            facts["agent"]!["scope"]!
                .AsArray()
                .Select(part => part!.GetValue<string>())
                .Where(_ => draw.Chance(70))
                .Concat(draw.Chance(12) ? [draw.From(s_scope)] : []));
    }

    private void AddCall(JsonObject facts, AgentModel? agent)
    {
        var allowed = agent is null ? [] : agent.Grants.Tools.Except(agent.Grants.Never, StringComparer.Ordinal).ToList();
        var tool = allowed.Count > 0 && draw.Chance(80) ? draw.From(allowed) : draw.From(PackageDraw.Tools);
        facts["tool"] = WireName(tool);
        facts["args"] = tool switch
        {
            "pay" => new JsonObject
            {
                ["to"] = Word(),
                ["also"] = Texts(draw.Many(0, 2, Word)),
                ["amount"] = draw.Pick(1m, 5m, 9.99m, 30m),
            },
            "mail" => new JsonObject { ["to"] = Word(), ["body"] = Text() },
            _ => new JsonObject(),
        };
    }

    private JsonObject Recovery(JsonObject facts)
    {
        var scope = draw.Pick("session", "run", "agent", "user", "system");
        var recovery = new JsonObject
        {
            ["action"] = draw.Chance(85) ? "lift" : "close",
            ["signals"] = 0,
            ["age"] = DurationText.Format(0),
        };
        if (draw.Chance(95))
            recovery["scope"] = scope;
        if (scope != "system" && draw.Chance(95))
            recovery["id"] = facts[scope]!["id"]!.GetValue<string>();
        return recovery;
    }

    // What is missing or does not fit fails the rules that read it, or the point.
    private void Damage(JsonObject facts)
    {
        var names = facts.Select(member => member.Key).Where(name => name is not "now" and not "today").ToList();
        var name = draw.From(names);
        if (facts[name] is JsonObject record && record.Count > 0 && draw.Chance(70))
            record.Remove(draw.From(record.Select(member => member.Key).ToList()));
        else if (draw.Chance(70))
            facts.Remove(name);
        else
            facts[name] = new JsonArray(new JsonObject());
    }

    private string WireName(string tool) => model.Tools.First(declared => declared.Name == tool).WireName;

    private string Text()
    {
        var words = draw.Many(2, 9, () => draw.From(s_words));
        _here.AddRange(words);
        return string.Join(draw.Pick(" ", " ", " ", " ", " ", " ", "-", ""), words);
    }

    // Mostly what was in a text of the session before, whether that went on or not.
    private string Word() => _here.Count > 0 && draw.Chance(65) ? draw.From(_here) : draw.From(s_words);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
