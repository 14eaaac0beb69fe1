using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Which judges are asked, what they say, and what follows where they say nothing is the same in both engines.</summary>
public sealed class JudgeEnginesTests
{
    private const string Source = """
        policy p
        system s { owner "o" }
        queue people { sla 1h  reviewers "expert" }
        fact topic: text? at output
        control first  { at output  when text contains "stop" then block }
        control marks  { at output  when text contains "odd" then flag "odd" }
        control asks   { at output  on error flag  when topic == "loans" then ask panel }
        control tried  { at output  mode detect  when text contains "try" then ask panel, flag }
        judge guard {
          model "small" from "x"  at output  sample 30%  sample 100% where text contains "money"  timing inline  timeout 2s
          prompt "Is this right? {{ text }}"  returns { go: bool, confidence: share, why: text? }
          when not go then block "no"
          when confidence < 80% then ask panel
          when has why and why contains "person" then hold for people
        }
        judge panel {
          model "a", "b", "c" from "y" quorum 2  at output  sample 0%  timing inline  on error halt
          prompt "Again: {{ output.text }}"  returns { score: share }
          when score < 50% then block
          when score < 80% then append "!"
        }
        judge tone { model "t"  at output  sample 50%  timing inline  mode shadow  prompt "{{ text }}"  returns { rude: bool }  when rude then block }
        judge later {
          model "l"  at output  sample 50%  prompt "{{ text }}"  on error queue people
          returns { verdict: one of [ok, review, escalate] }
          when verdict == escalate then escalate people, notify "soc"  when verdict >= review then queue people
        }
        """;

    private static readonly PolicyModel s_model = BoundPolicy.Of(
        Source
            .Replace("verdict >= review", "verdict in [review, escalate]", StringComparison.Ordinal)
            .Replace("topic == \"loans\"", "(topic ?? \"\") == \"loans\"", StringComparison.Ordinal));

    private static readonly Gen<string> s_texts = Gen.Elements("hello", "money", "odd", "try", "stop")
        .ListOf(2)
        .Select(words => string.Join(' ', words))
        .Or(Gen.Constant(""));

    private static readonly Gen<string?> s_causes = Gen.Elements(JudgeFact.Causes.Names.Cast<string?>().Append(null).ToArray());

    private static readonly Gen<decimal> s_draws = Gen.Choose(0, 10).Select(tenths => tenths / 10m);

    private static readonly Gen<(string Judge, string? Json)[]> s_answers =
        from guard in Gen.Choose(0, 20)
            .Select(twentieths =>
                (string?)
                    $$"""{"go":{{(twentieths % 4 > 0 ? "true" : "false")}},"confidence":{{twentieths / 20m}}{{(twentieths % 3 == 0 ? ",\"why\":\"a person\"" : "")}}}"""
            )
            .Or(Gen.Constant((string?)null))
        from panel in Gen.Choose(0, 20)
            .Select(twentieths => (string?)$$"""{"score":{{twentieths / 20m}}}""")
            .Or(Gen.Constant((string?)null))
            .ArrayOf(3)
        from tone in Gen.Elements("{\"rude\":true}", "{\"rude\":false}", null)
        from later in Gen.Elements("{\"verdict\":\"ok\"}", "{\"verdict\":\"review\"}", "{\"verdict\":\"escalate\"}", null)
        select new[]
        {
            ("judge:p.guard", guard),
            ("judge:p.panel", panel[0]),
            ("judge:p.panel:2", panel[1]),
            ("judge:p.panel:3", panel[2]),
            ("judge:p.tone", tone),
            ("judge:p.later", later),
        };

    private static readonly Gen<string> s_requests =
        from text in s_texts
        from topic in Gen.Elements("loans", "cars")
        from flagged in Gen.Elements(true, false, false)
        from answers in s_answers
        from draws in s_draws.ArrayOf(3)
        from causes in s_causes.ArrayOf(4)
        from lacking in Gen.Choose(0, 9)
        select Facts(text, topic, flagged, answers, draws, causes, lacking);

    [Fact]
    public void Both_engines_decide_alike()
    {
        var reference = new PolicyInterpreter(s_model);
        using var compiled = new EmittedEngine(s_model);
        var differences = new Differences();
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(s_requests.ToArbitrary(), facts =>
        {
            var expected = reference.Decide("output", facts);
            differences.Compare($"On {facts}", expected, compiled.Decide("output", facts));
            foreach (var rule in expected.Fired.Concat(expected.Detected))
            {
                var name = $"{rule.Origin.Control} {(rule.Failure is null ? rule.Origin.Ordinal : rule.Failure.Kind)}";
                seen[name] = seen.GetValueOrDefault(name) + 1;
            }
        }).Check(Laws.Config.WithMaxTest(2_000));
        differences.AssertNone();
        Assert.All(
            s_model.Judges,
            judge =>
                Assert.True(
                    seen.GetValueOrDefault($"{judge.Control} {judge.Ask}") > 20 && seen.GetValueOrDefault($"{judge.Control} Provider") > 20,
                    $"{judge.Name}: {string.Join(", ", seen)}"));
    }

    [Fact]
    public void A_judge_that_is_asked_and_gives_no_answer_never_passes()
    {
        var reference = new PolicyInterpreter(s_model);
        var failed = 0;
        Prop.ForAll(
                s_requests.ToArbitrary(),
                facts =>
                {
                    var decision = reference.Decide("output", facts);
                    var answered = ((JsonObject)JsonNode.Parse(facts)!).ContainsKey("judge:p.guard");
                    var asked = decision.Fired.Any(rule =>
                        rule.Origin.Control == "p.judge.guard" && rule.Effects.Contains(new EventEffect(EventAction.Ask, "p.guard")));
                    failed += asked && !answered ? 1 : 0;
                    return answered || !asked || decision.Outcome >= Outcome.Block;
                }
            )
            .Check(Laws.Config.WithMaxTest(1_000));
        Assert.True(failed > 100);
    }

    [Fact]
    public void What_a_judge_says_afterwards_or_in_the_shadow_never_changes_the_outcome()
    {
        var reference = new PolicyInterpreter(s_model);
        Prop.ForAll(
                s_requests.ToArbitrary(),
                facts =>
                    reference.Decide("output", facts).Outcome
                    == reference
                        .Decide("output", Without(facts, "judge:p.later", "judge:p.tone", "unanswered:p.later", "unanswered:p.tone"))
                        .Outcome)
            .Check(Laws.Config.WithMaxTest(500));
    }

    [Theory]
    [InlineData("hello", 0.3, false, Outcome.Allow)]
    [InlineData("hello", 0.29, false, Outcome.Block, "p.guard")]
    [InlineData("hello", 1, true, Outcome.Halt, "p.guard", "p.panel")]
    [InlineData("odd", 1, false, Outcome.Halt, "p.guard", "p.panel")]
    [InlineData("money", 1, false, Outcome.Block, "p.guard")]
    [InlineData("stop money", 0, true, Outcome.Block)]
    [InlineData("try", 1, false, Outcome.Allow)]
    public void The_largest_sample_counts_and_what_is_flagged_is_judged_whatever_it_is(
        string text,
        double draw,
        bool flagged,
        Outcome outcome,
        params string[] asked)
    {
        var decision = new PolicyInterpreter(s_model).Decide(
            "output",
            Facts(text, "cars", flagged, [], [(decimal)draw, 1, 1], new string?[4], 9));
        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(
            asked,
            decision
                .Fired.Where(rule => rule.Failure is not null)
                .SelectMany(rule => rule.Effects)
                .OfType<EventEffect>()
                .Select(ask => ask.Target)
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, FailureKind.MissingFact)]
    [InlineData("late", FailureKind.Provider)]
    [InlineData("refused", FailureKind.Provider)]
    [InlineData("misfit", FailureKind.MisfitFact)]
    [InlineData("fence", FailureKind.MisfitFact)]
    public void Why_a_judge_has_not_answered_is_on_the_record(string? cause, FailureKind kind)
    {
        using var compiled = new EmittedEngine(s_model);
        var decision = compiled.Decide("output", Facts("money", "cars", false, [], [1, 1, 1], [cause, null, null, null], 9));
        Assert.Equal(kind, Assert.Single(decision.Fired).Failure!.Kind);
        Assert.Equal([new BlockEffect(null), new EventEffect(EventAction.Ask, "p.guard")], Assert.Single(decision.Fired).Effects);
    }

    private static string Without(string facts, params ReadOnlySpan<string> names)
    {
        var json = (JsonObject)JsonNode.Parse(facts)!;
        foreach (var name in names)
            json.Remove(name);
        return json.ToJsonString();
    }

    private static string Facts(
        string text,
        string topic,
        bool flagged,
        (string Judge, string? Json)[] answers,
        decimal[] draws,
        string?[] causes,
        int lacking)
    {
        var facts = new JsonObject { ["output"] = new JsonObject { ["text"] = text }, ["topic"] = topic, ["flagged"] = flagged };
        foreach (var (judge, json) in answers)
        {
            if (json is not null)
                facts[judge] = JsonNode.Parse(json);
        }
        foreach (var (judge, draw) in new[] { "guard", "tone", "later" }.Zip(draws))
            facts[DrawFact.Of($"p.{judge}")] = draw;
        foreach (var (judge, cause) in new[] { "guard", "panel", "tone", "later" }.Zip(causes))
        {
            if (cause is not null)
                facts[JudgeFact.Unanswered($"p.{judge}")] = cause;
        }
        if (lacking == 0)
            facts.Remove("flagged");
        if (lacking == 1)
            facts.Remove(DrawFact.Of("p.guard"));
        return facts.ToJsonString();
    }
}
