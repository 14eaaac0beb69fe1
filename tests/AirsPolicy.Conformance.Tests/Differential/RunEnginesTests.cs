using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Runs of several agents, interleaved: interpreter and emitted code agree on what agents and workflows draw, on how far each run has come
/// and on what it was.
/// </summary>
public sealed class RunEnginesTests
{
    private static readonly int s_sessions = RandomCases.Cases / 40;
    private const int MostRequests = 60;

    private static readonly string[] s_runs = ["r1", "r2", "r3"];

    private const string Source = """
        policy random.runs
        system s {}
        tool look { args { rows: int }  result { items: [text] } }
        tool send { args { amount: money GBP } }
        workflow review as "R-1" {
          tools look, send
          follows finder -> (checker | sender)+
          goal found "Something is found" where args.rows > 2
          goal told "It is told" where length(text) > 2
          goal seen "Somebody has seen it"
          limit 6 USD of cost per run within 90s  at 50% then flag "half"  at 100% then halt run
          limit 12 of length(result.items) per run
          limit steps 4 per run
        }
        workflow other { tools look  goal done "It is done" where text contains "done" }
        agent finder in review { kind task  tools look  follows look+  delegates to checker, sender depth 3  covers found  limit 2 per run within 1m  at 60% then flag }
        agent checker in review { kind task  tools look  delegates to sender depth 3  covers told, seen }
        agent sender in review { kind task  tools send, look  follows look -> send?  covers told  limit 15 GBP of args.amount per session within 2m  limit asked 2 of prompt.tokens per run at prompt }
        agent lone in other { kind task  tools look  covers done  limit 1 per run, args.rows at tool_call of look }
        queue people { sla 1m  reviewers "staff" }
        control commits {
          at commit, session
          when not run.followed then flag "left"
          when run.followed then flag "kept"
          when run.missing == [] then flag "nothing"
          when "R-1" in run.missing then flag "order"
          when "finder" in run.missing then flag "finder"
          when "sender" in run.missing then flag "sender"
          when "found" in run.missing then flag "found"
          when "told" in run.missing then flag "told"
          when "done" in run.missing then flag "done"
          when "seen" in run.missing then flag "seen"
          when count of commit c where length(c.run.missing) > 1 per run > 2 then flag "often"
        }
        control holds { at tool_call, output  when user.id == "held" then hold for people within 30s  when user.id == "refused" then block }
        """;

    [Fact]
    public void Interpreter_and_emitted_code_agree_on_limits_of_agents_and_on_runs()
    {
        var model = BoundPolicy.Of(Source);
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < s_sessions; seed++)
        {
            var draw = new Draw(seed);
            var trace = new EventTrace(interpreter, withStateMachines: true);
            var state = emitted.NewState();
            var clock = new VirtualClock("UTC");
            var waiting = new Queue<(int Number, long Due)>();
            for (var i = draw.Between(1, MostRequests); i > 0; i--)
            {
                clock.Advance(draw.From([0L, 0, TimeSpan.TicksPerSecond, 20 * TimeSpan.TicksPerSecond]));
                while (waiting.TryPeek(out var held) && held.Due <= clock.Now)
                    trace.RefuseBySilence(waiting.Dequeue().Number, held.Due);
                var (point, facts) = Request(draw, model, clock);
                var expected = interpreter.Decide(point, facts, trace);
                var number = trace.Record(point, facts, expected, clock.Now);
                if (expected.Outcome == Outcome.Hold)
                    waiting.Enqueue((number, clock.Now + expected.Holds.Min(hold => hold.Ticks)!.Value));
                differences.Compare($"Session {seed} at '{point}' on {facts}", expected, emitted.Decide(point, facts, state));
                seen.UnionWith(
                    expected.Fired.Where(rule => rule.Failure is null).Select(rule => $"{rule.Origin.Control}.{rule.Origin.Ordinal}"));
                var run = draw.From(s_runs);
                var outcome = trace.OutcomeOf("session", $$"""{ "run": { "id": "{{run}}" } }""", clock.Now, "seen");
                Assert.Equal(outcome, emitted.OutcomeOf(state, run, clock.Now, "seen"));
                seen.Add(outcome?.ToString() ?? "no outcome");
            }
        }

        differences.AssertNone();
        // Nothing ever leaves an order, and goals that a policy cannot tell are never missing.
        Assert.Equal(
            ["random.runs.commits.0", "random.runs.commits.9"],
            model
                .Controls.Where(control => control.Id.EndsWith("commits", StringComparison.Ordinal))
                .SelectMany(control => control.Placements[0].Rules)
                .Select(rule => $"random.runs.commits.{rule.Ordinal}")
                .Except(seen));
        Assert.Empty(model.Limits.SelectMany(limit => Rules(model, limit.Id)).Except(seen));
        Assert.Empty(
            new[]
            {
                "no outcome",
                nameof(RunOutcome.ExecutionFailure),
                nameof(RunOutcome.VisibleFailure),
                nameof(RunOutcome.CreativeSubstitution),
                nameof(RunOutcome.Normal),
            }.Except(seen)
        );
    }

    // The rules of a limit are those that ask it.
    private static IEnumerable<string> Rules(PolicyModel model, string limit) =>
        from control in model.Controls
        from placement in control.Placements
        from rule in placement.Rules
        where rule.Condition is Language.Model.Expressions.LimitPassedExpression passed && model.Limits[passed.Limit].Id == limit
        select $"{control.Id}.{rule.Ordinal}";

    private static (string Point, string Facts) Request(Draw draw, PolicyModel model, VirtualClock clock)
    {
        var point = draw.Pick(
            "tool_call",
            "tool_call",
            "tool_call",
            "tool_call",
            "delegate",
            "tool_result",
            "prompt",
            "output",
            "commit",
            "session");
        var agent = draw.Pick("finder", "finder", "checker", "sender", "sender", "lone", "lone", draw.Chance(20) ? "stranger" : "finder");
        var tool = point.StartsWith("tool", StringComparison.Ordinal) ? draw.Chance(agent == "sender" ? 50 : 90) ? "look" : "send" : null;
        var facts = new JsonObject
        {
            ["run"] = new JsonObject { ["id"] = draw.From(s_runs), ["elapsed"] = 0, ["failed"] = false, ["followed"] = draw.Chance(50) },
            ["session"] = new JsonObject { ["id"] = draw.Pick("s1", "s2") },
            ["agent"] = new JsonObject
            {
                ["id"] = agent,
                ["kind"] = "task",
                ["chain"] = new JsonArray(),
                ["depth"] = 0,
                ["scope"] = new JsonArray(),
            },
            ["user"] = new JsonObject { ["id"] = draw.Chance(90) ? "u" : draw.Pick("held", "refused") },
        };
        if (point is "tool_call" or "prompt")
            facts["cost"] = draw.From([0, 0.5m, 1m, 2m]);
        if (draw.Chance(2))
            facts["run"]!.AsObject().Remove("id");
        if (draw.Chance(2))
            facts["agent"]!.AsObject().Remove("id");
        switch (point)
        {
            case "delegate":
                (facts["to"], facts["to_new"], facts["scope"]) = (draw.Pick("checker", "sender", "sender", "lone"), false, new JsonArray());
                break;
            case "prompt":
                facts["prompt"] = new JsonObject { ["text"] = "ask", ["tokens"] = draw.Between(0, 2), ["model"] = "m" };
                break;
            case "output":
                facts["output"] = new JsonObject { ["text"] = draw.Pick("a", "abc", "done"), ["modality"] = "prose", ["tokens"] = 1 };
                break;
            case "commit":
                facts["changes"] = new JsonObject { ["records"] = 1, ["amount"] = 1 };
                break;
            case "session":
                facts["session_event"] = "timer";
                break;
        }

        if (tool == "look")
            facts["args"] = new JsonObject { ["rows"] = draw.Between(0, 4) };
        else if (tool == "send")
            facts["args"] = new JsonObject { ["amount"] = draw.Between(0, 30) };
        if (point == "tool_result")
            facts["result_text"] = draw.Pick("a", "abc");
        if (point == "tool_result" && tool == "look")
            facts["result"] = new JsonObject { ["items"] = new JsonArray([.. draw.Many(0, 7, () => (JsonNode)"x")]) };
        return (point, GivenFacts.Of(new GivenStep(point, tool, facts.ToJsonString(), default!), model.Tools, clock));
    }
}
