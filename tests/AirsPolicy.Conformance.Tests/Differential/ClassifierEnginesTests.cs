using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions.Effects;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>What classifiers say, and what follows where they say nothing, is the same in both engines.</summary>
public sealed class ClassifierEnginesTests
{
    private const string Source = """
        policy p
        system s { owner "o" }
        queue people { sla 1h  reviewers "expert" }
        detector toxic { match classifier "toxicity" weighs 80%  match "fool" weighs 30%  found at 60%  on error hold for people }
        detector sly { match classifier "irony"  match /so{2,8} (nice|kind)/ weighs 50%  except "you fool"  score noisy_or  found at 70%  on error halt }
        detector both { match toxic, sly weighs 50%  match classifier "toxicity" weighs 40%  score total  found at 90% }
        control first  { at input, output  when text contains "stop" then block }
        control asks   { at input, output  on error flag  when toxic.found(text) then append "!"  when sly.count(text) > 1 then flag "sly" }
        control joined { at input  on error block  when both.found(text) and not sly.found(text) then block "both"  when both.score(text) >= 45% then flag "half" }
        control tried  { at input  mode detect  when toxic.score(text) > sly.score(text) then halt }
        control spans  { at output  on error flag  when any s in both.spans(text): s.text == text then flag "all of it" }
        """;

    private static readonly string[] s_words = ["you", "fool", "so", "sooo", "nice", "kind", "stop", "é", "\U0001F600"];

    private static readonly PolicyModel s_model = BoundPolicy.Of(Source);

    private static readonly Gen<string> s_texts =
        Gen.Elements(s_words).ListOf(5).Select(words => string.Join(' ', words)).Or(Gen.Constant(""));

    private static readonly Gen<decimal?> s_shares = Gen.Choose(0, 20)
        .Select(twentieths => (decimal?)twentieths / 20)
        .Or(Gen.Elements<decimal?>(null, 0.749999m, 0.75m, 0.000001m));

    private static readonly Gen<(string Point, string Facts)> s_requests =
        from point in Gen.Elements("input", "output")
        from text in s_texts
        from toxicity in s_shares
        from irony in s_shares
        select (point, Facts(point, text, ("toxicity", toxicity), ("irony", irony)));

    [Fact]
    public void Both_engines_decide_alike()
    {
        var reference = new PolicyInterpreter(s_model);
        using var compiled = new EmittedEngine(s_model);
        var differences = new Differences();
        var (answered, lacking) = (0, 0);
        Prop.ForAll(s_requests.ToArbitrary(), request =>
        {
            var expected = reference.Decide(request.Point, request.Facts);
            differences.Compare($"At '{request.Point}' on {request.Facts}", expected, compiled.Decide(request.Point, request.Facts));
            var failed = expected.Fired.Any(rule => rule.Failure is not null);
            (answered, lacking) = (answered + (failed ? 0 : 1), lacking + (failed ? 1 : 0));
        }).Check(Laws.Config.WithMaxTest(1_000));
        differences.AssertNone();
        Assert.True(answered > 300 && lacking > 100, $"{answered} were answered and {lacking} lacked an answer, too few to say anything.");
    }

    [Theory]
    [InlineData("hello", null, null, Outcome.Halt, "asks", "joined")]
    [InlineData("hello", null, "0", Outcome.Block, "asks", "joined")]
    [InlineData("hello", "0.75", "0", Outcome.Amend, "asks", "joined")]
    [InlineData("hello", "0.74", "0", Outcome.Flag, "joined")]
    [InlineData("hello", "0.5", "0", Outcome.Allow)]
    [InlineData("stop", null, null, Outcome.Block, "first")]
    public void Rules_that_ask_classifiers_come_behind_those_that_ask_none(
        string text,
        string? toxicity,
        string? irony,
        Outcome outcome,
        params string[] controls)
    {
        var decision = new PolicyInterpreter(s_model).Decide(
            "input",
            Facts("input", text, ("toxicity", Share(toxicity)), ("irony", Share(irony))));
        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(controls.Select(control => $"p.{control}"), decision.Fired.Select(rule => rule.Origin.Control).Distinct());
    }

    [Fact]
    public void What_is_not_asked_leaves_no_failure_on_the_record()
    {
        using var compiled = new EmittedEngine(s_model);
        var decision = compiled.Decide("input", Facts("input", "stop", ("toxicity", null), ("irony", null)));
        Assert.Equal([new BlockEffect(null)], Assert.Single(decision.Fired).Effects);
        Assert.Empty(decision.Detected);
    }

    private static decimal? Share(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Facts(string point, string text, params ReadOnlySpan<(string Classifier, decimal? Share)> said)
    {
        var facts = new JsonObject { [point] = new JsonObject { ["text"] = text } };
        foreach (var (classifier, share) in said)
        {
            if (share is not null)
                facts[$"classifier:{classifier}"] = share;
        }
        return facts.ToJsonString();
    }
}
