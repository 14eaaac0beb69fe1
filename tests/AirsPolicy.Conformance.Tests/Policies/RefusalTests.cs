using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>Whatever the language refuses by itself says so: to the user, to the reviewer, and where in the policy it comes from.</summary>
public sealed class RefusalTests
{
    private const string Source = """
        policy shop
        system s {}
        tool look { class read_only }
        tool write { class reversible }
        tool mail { class irreversible }
        workflow desk_work {
          tools look, write
          follows first -> second
        }
        agent first in desk_work {
          kind task
          tools look, write
          follows look -> write
          delegates to second, lone
        }
        agent second in desk_work { tools look, write }
        agent lone {
          tools look, mail
          delegates to second
        }
        limit few 1 per user within 1h at input
        breaker busy {
          per session
          trip when count of refused input per session within 1h >= 1
          open for 1h
          close by "lead"
        }
        pace guardrail {
          enter alternate when guardrail.tampered
          from alternate at output always flag
          recover alternate -> primary by "lead"
        }
        """;

    private static readonly PolicyModel s_model = BoundPolicy.Of(Source);

    private static readonly Dictionary<RefusalKind, (string Line, string[] Requests)> s_requests = new()
    {
        [RefusalKind.UndeclaredAgent] = ("agent first", [Call("look", "stranger")]),
        [RefusalKind.UndeclaredInChain] = ("agent first", [Call("look", "lone", chain: "stranger", scope: "look")]),
        [RefusalKind.UndeclaredTaker] = ("agent first", [Delegate("lone", "stranger")]),
        [RefusalKind.Cycle] = ("agent first", [Delegate("lone", "lone")]),
        [RefusalKind.WiderScope] = ("agent first", [Delegate("lone", "second", asked: "mail")]),
        [RefusalKind.OutsideScope] = ("agent first", [Call("mail", "lone", chain: "first", scope: "look")]),
        [RefusalKind.ToolNotGranted] = ("tools look, mail", [Call("write", "lone")]),
        [RefusalKind.PairNotGranted] = ("delegates to second", [Delegate("lone", "first")]),
        [RefusalKind.TooDeep] = ("delegates to second", [Delegate("lone", "second", chain: "first")]),
        [RefusalKind.OtherKind] = ("kind task", [Call("look", "first", kind: "other")]),
        [RefusalKind.OrderOfTools] = ("follows look -> write", [Call("write", "first")]),
        [RefusalKind.OrderOfAgents] = ("follows first -> second", [Call("look", "second")]),
        [RefusalKind.LimitReached] = ("limit few", [Input("a"), Input("b")]),
        [RefusalKind.BreakerOpen] = ("breaker busy", [Input("a"), Input("b"), Input("c", "another")]),
        [RefusalKind.Recovery] = ("pace guardrail", [Recovery]),
    };

    public static TheoryData<RefusalKind> Kinds => [.. Enum.GetValues<RefusalKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void A_refusal_of_the_language_has_a_sentence_for_the_user_and_one_for_the_reviewer_and_a_line(RefusalKind kind)
    {
        var (line, requests) = s_requests[kind];
        var decision = Last(requests);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.False(string.IsNullOrEmpty(decision.Message));
        var rules = decision.Fired.Where(fired => fired.Refusal?.Kind == kind).ToList();
        Assert.All(rules, rule => Assert.EndsWith(".", rule.Refusal!.Reason, StringComparison.Ordinal));
        Assert.Contains(rules, rule => Source.Split('\n')[rule.Origin.Line - 1].Contains(line, StringComparison.Ordinal));
        Assert.Contains(
            $"\"refusal\":{{\"kind\":\"{DecisionWord(kind)}\",\"reason\":",
            DecisionJson.ToText(decision),
            StringComparison.Ordinal);
        Assert.Equal(decision, DecisionJson.Read(System.Text.Encoding.UTF8.GetBytes(DecisionJson.ToText(decision))));
    }

    [Fact]
    public void Rules_that_refuse_without_words_and_that_nobody_has_written_say_why()
    {
        var (made, models) = (0, CorpusModels());
        foreach (var model in models)
        {
            var texts = model.Sources.ToDictionary(source => source.Path, source => source.Content);
            foreach (var rule in model.Controls.SelectMany(control => control.Placements).SelectMany(placement => placement.Rules))
            {
                var text = texts[rule.Place.File][rule.Place.Start..rule.Place.End];
                if (!rule.Effects.Any(effect => effect is FixedEffectModel { Effect: BlockEffect { Message: null } }) || IsWritten(text))
                    continue;
                made++;
                Assert.True(rule.Refusal is not null, $"{rule.Place.File}:{rule.Place.Line}: '{text}' refuses and says nothing.");
            }
        }
        Assert.True(made > 50, $"{made} rules.");
    }

    private static bool IsWritten(string text) =>
        text.StartsWith("when", StringComparison.Ordinal)
        || text.StartsWith("always", StringComparison.Ordinal)
        || text.StartsWith("from ", StringComparison.Ordinal)
        || text.StartsWith("reaches", StringComparison.Ordinal)
        || text.StartsWith("at ", StringComparison.Ordinal);

    private static List<PolicyModel> CorpusModels()
    {
        var folder = Repository.PathOf("tests", "corpus", "policies");
        var files = new[] { "*.csv", "*.json" }
            .SelectMany(kind => Directory.EnumerateFiles(folder, kind))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        return
        [
            s_model,
            .. Directory
                .EnumerateFiles(folder, "*.airs")
                .Order(StringComparer.Ordinal)
                .Where(file => !file.EndsWith("schemas.airs", StringComparison.Ordinal))
                .Select(file => BoundPolicy.Of(File.ReadAllText(file), files)),
        ];
    }

    // By both engines, which agree on all of it.
    private static Decision Last(string[] requests)
    {
        var interpreter = new PolicyInterpreter(s_model);
        using var emitted = new EmittedEngine(s_model);
        var (trace, state, last) = (new EventTrace(interpreter), emitted.NewState(), (Decision?)null);
        foreach (var request in requests)
        {
            var (point, facts) = (
                request[..request.IndexOf(' ', StringComparison.Ordinal)],
                request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            last = interpreter.Decide(point, facts, trace);
            trace.Record(point, facts, last, new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc).Ticks);
            Assert.Equal(last, emitted.Decide(point, facts, state));
        }
        return last!;
    }

    private static string DecisionWord(RefusalKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static string Call(string tool, string agent, string chain = "", string scope = "", string kind = "task") =>
        $$"""tool_call { {{Common}}, "tool": "{{tool}}", "agent": {{Agent(agent, chain, scope, kind)}} }""";

    private static string Delegate(string agent, string to, string chain = "", string asked = "") =>
        $$"""delegate { {{Common}}, "to": "{{to}}", "to_new": false, "scope": [{{Quoted(asked)}}], "agent": {{Agent(agent, chain, "", "task")}} }""";

    private static string Input(string text, string user = "u") =>
        $$"""input { {{Common.Replace("\"u\"", $"\"{user}\"", StringComparison.Ordinal)}}, "input": { "text": "{{text}}", "source": "user", "attachments": [] } }""";

    private static string Recovery =>
        $$"""recovery { {{Common}}, "recovery": { "action": "recover", "id": "guardrail", "signals": 0, "age": 0 }, "approver": { "kind": "person", "id": "p", "roles": [] } }""";

    private static string Agent(string id, string chain, string scope, string kind) =>
        $$"""{ "id": "{{id}}", "kind": "{{kind}}", "chain": [{{Quoted(chain)}}], "depth": {{(chain.Length == 0 ? 0 : 1)}}, "scope": [{{Quoted(scope)}}] }""";

    private static string Quoted(string text) => text.Length == 0 ? "" : $"\"{text}\"";

    private const string Common =
        """ "now": "2026-01-01T12:00:00Z", "today": "2026-01-01", "user": { "id": "u" }, "session": { "id": "s" }, "run": { "id": "r" } """;
}
