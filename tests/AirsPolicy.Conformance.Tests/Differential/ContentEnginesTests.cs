using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Sessions in which texts of every kind come in, interleaved: interpreter and emitted code agree on where values came from and on labels.
/// </summary>
public sealed class ContentEnginesTests
{
    private static readonly int s_sessions = RandomCases.Cases / 12;
    private const int MostRequests = 40;

    private static readonly string[] s_words =
    [
        "eve@a.example",
        "bob@a.example",
        "12345678",
        "1234 5678",
        "GB33 1234 5678",
        "alpha",
        "beta",
        "o'neil",
        "x",
        "drop",
        "hold",
        "mark",
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
        "tool_result",
        "tool_result",
        "retrieve",
        "message",
        "recall",
        "remember",
        "output",
        "tool_call",
        "tool_call",
        "tool_call",
        "session",
    ];

    private const string Source = """
        policy random.contents
        system s {}
        tool pay { args { to: text, also: [text] }
          when origin(args.to) != [user] then block
          when any other in args.also: any place in origin(other): place not in [user, tool, inner] then block
        }
        tool mail {}
        tool search { labels outer }
        tool files { labels inner, outer }
        label outer { from mail  reaches pay then hold for people  reaches output then flag "outer" }
        label inner { reaches pay, mail then flag "inner" }
        label marked { reaches pay then flag "marked" }
        queue people { sla 1h  reviewers "staff" }
        control origins {
          at tool_call of pay
          when any place in origin(args.to): place == user then flag "user"
          when any place in origin(args.to): place == model then flag "model"
          when any place in origin(args.to): place == unclear then flag "unclear"
          when any place in origin(args.to): place == tool then flag "tool"
          when any place in origin(args.to): place == source then flag "source"
          when any place in origin(args.to): place == memory then flag "memory"
          when any place in origin(args.to): place == agent then flag "agent"
          when any place in origin(args.to): place == web then flag "web"
          when any place in origin(args.to): place == document then flag "document"
          when any place in origin(args.to): place == outer then flag "outer"
          when any place in origin(args.to): place == inner then flag "inner"
          when any place in origin(args.to): place == marked then flag "marked"
        }
        control closing {
          at session
          when session.event == "ends" and user.id == "u1" then block
          when session.event == "ends" and user.id == "u2" then hold for people
        }
        control stops {
          at input, tool_result, message, recall, output
          when text contains "drop" then block
          when text contains "hold" then hold for people
          when text contains "mark" then label marked
        }
        """;

    [Fact]
    public void Interpreter_and_emitted_code_agree_on_origins_and_labels_over_whole_sessions()
    {
        var model = BoundPolicy.Of(Source);
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (coverage, report) = (new Coverage(), new RunReport("contents"));
        report.Add(model);
        for (var seed = 0; seed < s_sessions; seed++)
        {
            var draw = new Draw(seed);
            var trace = new EventTrace(interpreter, withStateMachines: true);
            var state = emitted.NewState();
            var clock = new VirtualClock("UTC");
            for (var i = draw.Between(1, MostRequests); i > 0; i--)
            {
                var (point, facts) = Request(draw, model, clock);
                var expected = interpreter.Decide(point, facts, trace);
                trace.Record(point, facts, expected, clock.Now);
                differences.Compare($"Session {seed} at '{point}' on {facts}", expected, emitted.Decide(point, facts, state));
                coverage.Add(expected);
                seen.UnionWith(expected.Fired.Select(rule => $"{rule.Origin.Control}.{rule.Origin.Ordinal}"));
            }
        }
        report.Add("sessions", s_sessions);
        report.Write(differences, coverage.Counts);
        differences.AssertNone();
        Assert.Empty(
            model
                .Controls.SelectMany(control =>
                    control.Placements.SelectMany(placement => placement.Rules).Select(rule => $"{control.Id}.{rule.Ordinal}"))
                .Except(seen));
    }

    private static (string Point, string Facts) Request(Draw draw, PolicyModel model, VirtualClock clock)
    {
        var point = draw.From(s_points);
        var tool = point.StartsWith("tool", StringComparison.Ordinal) ? draw.Pick("pay", "mail", "search", "files") : null;
        if (point == "tool_call")
            tool = draw.Chance(80) ? "pay" : "mail";
        var facts = new JsonObject
        {
            ["session"] = new JsonObject { ["id"] = draw.Pick("s1", "s2"), ["labels"] = new JsonArray() },
            ["user"] = new JsonObject { ["id"] = draw.Pick("u1", "u2", "u3") },
        };
        switch (point)
        {
            case "input":
                facts["input"] = new JsonObject
                {
                    ["text"] = Text(draw),
                    ["source"] = draw.Pick("user", "user", "document", "mail", "web", "tool", "agent"),
                    ["attachments"] = new JsonArray([
                        .. draw.Many(0, 1, () => (JsonNode)new JsonObject { ["name"] = Text(draw), ["text"] = Text(draw) }),
                    ]),
                };
                if (draw.Chance(3))
                    facts["input"]!.AsObject().Remove("source");
                break;
            case "session":
                facts["session_event"] = draw.Pick("ends", "timer");
                break;
            case "tool_result":
                if (draw.Chance(97))
                    facts["result_text"] = Text(draw);
                break;
            case "retrieve":
                facts["sources"] = new JsonArray([
                    .. draw.Many(0, 2, () => (JsonNode)new JsonObject { ["text"] = Text(draw), ["title"] = Text(draw) }),
                ]);
                break;
            case "message" or "output":
                facts[point] = new JsonObject { ["text"] = Text(draw) };
                break;
            case "recall" or "remember":
                facts["memory"] = new JsonObject { ["text"] = Text(draw), ["key"] = draw.Pick("k1", "k2") };
                break;
            case "tool_call" when tool == "pay":
                facts["args"] = new JsonObject
                {
                    ["to"] = Text(draw, words: 1),
                    ["also"] = new JsonArray([.. draw.Many(0, 2, () => (JsonNode)Text(draw, words: 1))]),
                };
                break;
        }
        return (point, GivenFacts.Of(new GivenStep(point, tool, facts.ToJsonString(), default!), model.Tools, clock));
    }

    private static string Text(Draw draw, int words = 5) =>
        string.Join(draw.Pick(" ", " ", "-", ""), draw.Many(1, words, () => draw.From(s_words)));
}
