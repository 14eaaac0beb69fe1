using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Judging;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of judges shows in the prompts that they are sent and in the answers that they could give.</summary>
internal static partial class JudgeWitnesses
{
    public static Dictionary<string, Witness> All { get; } = new(StringComparer.Ordinal)
    {
        ["AIRS5109"] = new("two contents that give one prompt", IsAskedTheSame),
        ["AIRS5113"] = new("an answer", IsNotHeard),
        ["AIRS5118"] = new("a judge that always says the same", DoesWellAlwaysSayingTheSame),
        ["AIRS5119"] = new("one wrong answer", FailsByOneCase),
    };

    private static void IsAskedTheSame(WitnessCase shown, Diagnostic found)
    {
        // The prompt as it is has no model. With what it lacks behind it, it has one, of which that is taken away again.
        var mended = shown.Changed(
            string.Concat(
                shown.Source.Content.AsSpan(0, found.Span.End - 1),
                found.Arguments[2],
                shown.Source.Content.AsSpan(found.Span.End - 1)));
        var place = mended
            .Model.Judges.First(judge => judge.Name.EndsWith($".{found.Arguments[0]}", StringComparison.Ordinal))
            .Places.First(place => place.Point == found.Arguments[1]);
        var content = place.Prompt[^1].Path;
        Assert.NotEmpty(content);
        var (one, other) = (With("It is fine."), With("It is not fine at all."));
        Assert.NotEqual(Shown(place.Prompt.AsEnumerable(), one), Shown(place.Prompt.AsEnumerable(), other));
        Assert.Equal(Shown(place.Prompt.AsEnumerable().SkipLast(1), one), Shown(place.Prompt.AsEnumerable().SkipLast(1), other));

        JsonObject With(string text)
        {
            var facts = mended.Harmless(place.Point);
            JsonNode at = facts;
            foreach (var name in content.AsEnumerable().SkipLast(1))
                at = at[name]!;
            at[content[^1]] = text;
            return facts;
        }
    }

    private static string Shown(IEnumerable<PromptPart> prompt, JsonObject facts) =>
        string.Concat(
            prompt.Select(part =>
                part.Text ?? part.Path.AsEnumerable().Aggregate((JsonNode?)facts, static (at, name) => at?[name])?.ToJsonString()));

    private static void IsNotHeard(WitnessCase shown, Diagnostic found)
    {
        var judge = Judge(shown, found.Arguments[0]);
        var quoted = Quoted().Matches(found.Arguments[2]).Select(name => name.Groups[1].Value).ToList();
        var point = quoted.FirstOrDefault() ?? judge.Places[0].Point;
        var said = Said().Matches(found.Arguments[1]);
        Assert.NotEmpty(said);
        var answer = (JsonObject)HarmlessValue.Of(judge.Returns);
        foreach (var member in said.AsEnumerable())
            answer[member.Groups[1].Value] = Value(member.Groups[2].Value);
        Assert.False(IsHeard(shown, judge, shown.Harmless(point, quoted.Skip(1).FirstOrDefault()), point, answer));
        // Some answer to some request is heard: else the judge would be asked for nothing at all.
        Assert.Contains(
            from rule in shown
                .Control(judge.Name[(judge.Name.LastIndexOf('.') + 1)..])
                .Placements.SelectMany(placement => placement.Rules.SelectMany(rule => shown.Requests(placement, rule)))
            where rule.Facts.ContainsKey(JudgeFact.Answer(judge.Name))
            select rule,
            request => IsHeard(shown, judge, request.Facts, request.Point, request.Facts[JudgeFact.Answer(judge.Name)]!));
    }

    private static bool IsHeard(WitnessCase shown, JudgeModel judge, JsonObject facts, string point, JsonNode answer)
    {
        var given = (JsonObject)facts.DeepClone();
        given[JudgeFact.Answer(judge.Name)] = answer.DeepClone();
        return shown
            .Interpreter.Decide(point, given.ToJsonString())
            .Fired.Any(fired => fired.Failure is null && fired.Origin.Control == judge.Control && fired.Origin.Ordinal != judge.Ask);
    }

    private static JsonNode Value(string written) => written switch
    {
        "true" or "false" => written == "true",
        [.., '%'] => decimal.Parse(written[..^1], CultureInfo.InvariantCulture) / 100,
        _ => written.Trim('"'),
    };

    private static void DoesWellAlwaysSayingTheSame(WitnessCase shown, Diagnostic found)
    {
        var (judge, measure) = Measured(shown, found.Arguments[2]);
        var figures = measure.OfCases([.. judge.Calibration!.Cases.Select(_ => judge.Calibration.Cases[0].Answer)]);
        Assert.Equal(figures.Cases, figures.Agreeing);
        Assert.Empty(judge.Calibration.Bars.NotKept(figures));
    }

    private static void FailsByOneCase(WitnessCase shown, Diagnostic found)
    {
        var (judge, measure) = Measured(shown, found.Arguments[3]);
        var cases = judge.Calibration!.Cases;
        Assert.Empty(judge.Calibration.Bars.NotKept(measure.OfCases([.. cases.Select(one => one.Answer)])));
        for (var wrong = 0; wrong < cases.Count; wrong++)
        {
            var right = measure.Matched(cases[wrong].Facts, cases[wrong].Answer)!;
            // Missed can only be what there is to miss.
            if (found.Arguments[1] == "missed" && right.Count == 0 || found.Arguments[1] == "false_alarms" && right.Count > 0)
                continue;
            var other = cases.First(one => measure.Matched(one.Facts, one.Answer)!.Count > 0 != right.Count > 0).Answer;
            var figures = measure.OfCases([.. cases.Select((one, at) => at == wrong ? other : one.Answer)]);
            Assert.Contains(found.Arguments[1], judge.Calibration.Bars.NotKept(figures));
        }
    }

    private static (JudgeModel Judge, JudgeMeasure Measure) Measured(WitnessCase shown, string name)
    {
        var judge = Judge(shown, name);
        return (judge, new JudgeMeasure(shown.Interpreter, judge));
    }

    private static JudgeModel Judge(WitnessCase shown, string name) =>
        shown.Model.Judges.First(judge => judge.Name.EndsWith($".{name}", StringComparison.Ordinal));

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(\w+): ([^,}\s]+)")]
    private static partial Regex Said();
}
