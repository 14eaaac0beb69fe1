using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of charts shows in traces of signals and of people who bring them back, and in requests at two states.</summary>
internal static class PaceWitnesses
{
    private const int Traces = 30;

    public static Dictionary<string, Witness> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["AIRS5006"] = new("traces that never come to a state", NeverComesTo),
            ["AIRS5007"] = new("traces that never leave a state", NeverLeaves),
            ["AIRS5008"] = new("a trace that comes to emergency", ComesToEmergency),
            ["AIRS5009"] = new("a signal that takes both layers", BothFail),
            ["AIRS5010"] = new("a request at two states", LessAtWorse),
            ["AIRS5011"] = new("a request at two states", LessAtWorse),
            ["AIRS5020"] = new(
                "a request before and after a chart gets worse",
                (shown, found) => LessWhen(shown, found, facts => facts["pace"]!["age"] = "3d", facts => facts["pace"]!["age"] = "0s")),
            ["AIRS5021"] = new(
                "a request while a breaker is closed and open",
                (shown, found) => LessWhen(shown, found, facts => Put(facts, found, open: false), facts => Put(facts, found, open: true))),
        };

    private static void NeverComesTo(WitnessCase shown, Diagnostic found)
    {
        var level = LevelOf(found.Arguments[1]);
        var states = Run(shown, found.Arguments[0]).SelectMany(trace => trace).ToHashSet();
        Assert.DoesNotContain(states, state => state >= level);
        // The traces are worth something: what else leads somewhere was there.
        Assert.Contains(states, state => state > PaceLevel.Primary);
    }

    private static void NeverLeaves(WitnessCase shown, Diagnostic found)
    {
        var level = LevelOf(found.Arguments[1]);
        var after = Run(shown, found.Arguments[0]).Select(trace => trace.SkipWhile(state => state != level).ToList()).ToList();
        Assert.Contains(after, states => states.Count > 10);
        Assert.All(after, states => Assert.DoesNotContain(states, state => state < level));
        AssertLeads(shown, found, found.Arguments[3]);
    }

    private static void ComesToEmergency(WitnessCase shown, Diagnostic found)
    {
        Assert.Contains(Run(shown, found.Arguments[0]), trace => trace.Contains(PaceLevel.Emergency));
        Assert.Empty(Chart(shown, found.Arguments[0]).Fallback);
        AssertLeads(shown, found, found.Arguments[1]);
    }

    // What the layers share fails, and with it everything that is read of them.
    private static void BothFail(WitnessCase shown, Diagnostic found)
    {
        var run = new ChartRun(shown, seed: 0);
        run.SignalThatAllIsLost();
        Assert.All(found.Arguments.Take(2), layer =>
        {
            Assert.True(run.LevelOf(layer) > PaceLevel.Primary);
            Assert.Contains(found.Arguments[2], Chart(shown, layer).Depends);
        });
    }

    // The rule by itself: another may stop at the worse state what this one no longer does.
    private static void LessAtWorse(WitnessCase shown, Diagnostic found)
    {
        var weaker =
            from form in shown.RulesAt(found)
            from request in shown.Requests(form.Placement, form.Rule)
            from better in Enum.GetValues<PaceLevel>()
            from worse in Enum.GetValues<PaceLevel>()
            where better < worse
            let one = Fired(shown, form.Control, form.Rule, request.Point, At(shown, request.Facts, better))
            let other = Fired(shown, form.Control, form.Rule, request.Point, At(shown, request.Facts, worse))
            where
                one is not null
                && (
                    other is null
                    || other
                        .Effects.OfType<Runtime.Decisions.Effects.HoldEffect>()
                        .Zip(one.Effects.OfType<Runtime.Decisions.Effects.HoldEffect>())
                        .Any(pair => pair.First.Ticks > pair.Second.Ticks))
            select request;
        Assert.NotEmpty(weaker);
    }

    private static void LessWhen(WitnessCase shown, Diagnostic found, Action<JsonObject> better, Action<JsonObject> worse) =>
        Assert.Contains(
            from form in shown.RulesAt(found)
            from request in shown.Requests(form.Placement, form.Rule)
            from level in Enum.GetValues<PaceLevel>()
            select (One: Fired(shown, form, request, level, better), Other: Fired(shown, form, request, level, worse)),
            fired => fired.One is not null && fired.Other is null);

    private static MatchedRule? Fired(
        WitnessCase shown,
        (ControlModel Control, PlacementModel Placement, RuleModel Rule) form,
        (string Point, JsonObject Facts) request,
        PaceLevel level,
        Action<JsonObject> change)
    {
        var facts = (JsonObject)JsonNode.Parse(At(shown, request.Facts, level))!;
        change(facts);
        return Fired(shown, form.Control, form.Rule, request.Point, facts.ToJsonString());
    }

    private static void Put(JsonObject facts, Diagnostic found, bool open) =>
        facts["breaker"] = new JsonObject { [found.Arguments[0].Split('.')[1]] = new JsonObject { ["open"] = open } };

    private static MatchedRule? Fired(WitnessCase shown, ControlModel control, RuleModel rule, string point, string facts) =>
        shown
            .Interpreter.Decide(point, facts)
            .Fired.FirstOrDefault(fired =>
                fired.Failure is null && fired.Origin.Control == control.Id && fired.Origin.Ordinal == rule.Ordinal);

    // Where no state is at hand, what the facts say of charts stands.
    private static string At(WitnessCase shown, JsonObject facts, PaceLevel level)
    {
        var given = (JsonObject)facts.DeepClone();
        foreach (var chart in shown.Model.Charts)
            given["pace"]![chart.Name] = PaceLevels.NameOf(level);
        return given.ToJsonString();
    }

    private static void AssertLeads(WitnessCase shown, Diagnostic found, string line) =>
        Assert.Contains(
            PaceLevels.NameOf(LevelOf(found.Code == "AIRS5008" ? "emergency" : found.Arguments[1])),
            shown.Source.Content.Split('\n')[int.Parse(line, CultureInfo.InvariantCulture) - 1],
            StringComparison.Ordinal);

    private static IEnumerable<IReadOnlyList<PaceLevel>> Run(WitnessCase shown, string chart) =>
        Enumerable.Range(0, Traces).Select(seed => new ChartRun(shown, seed).States(chart));

    private static ChartModel Chart(WitnessCase shown, string name) => shown.Model.Charts.First(chart => chart.Name == name);

    private static PaceLevel LevelOf(string name) => Enum.GetValues<PaceLevel>().First(level => PaceLevels.NameOf(level) == name);
}
