using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.State.Pace;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>A worse state of a chart never lets go on what a better one stops, in either engine.</summary>
public sealed class WorseStateLaws
{
    private const int Policies = 12;
    private const int Requests = 60;

    [Fact]
    public void A_worse_state_never_lowers_an_outcome()
    {
        var raised = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var draw = new Draw(seed);
            var model = BoundPolicy.Drawn(new WatchedPolicies(draw).Write());
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            var requests = new WatchedRequests(draw);
            for (var i = 0; i < Requests; i++)
            {
                var (point, facts) = requests.Next(new DateTime(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc).Ticks);
                if (point is not ("input" or "output"))
                    continue;
                var better = model.Charts.Select(_ => draw.Below(PaceLevels.Count)).ToArray();
                var worse = better.Select(level => draw.Between(level, PaceLevels.Count - 1)).ToArray();
                var open = draw.Chance(30);
                var (one, other) = (With(facts, model, better, open), With(facts, model, worse, open));
                var (before, after) = (interpreter.Decide(point, one), interpreter.Decide(point, other));
                Assert.True(after.Outcome >= before.Outcome, $"{before.Outcome} becomes {after.Outcome} on {other}, where it was {one}");
                Assert.True(emitted.Decide(point, other).Outcome >= emitted.Decide(point, one).Outcome, other);
                raised += after.Outcome > before.Outcome ? 1 : 0;
            }
        }).Check(Laws.Config.WithMaxTest(Policies));

        Assert.True(raised > 20, $"Only {raised} outcomes were raised.");
    }

    // Where no state is at hand, what the facts say of charts and breakers stands.
    private static string With(JsonObject facts, PolicyModel model, int[] levels, bool open)
    {
        var given = facts.DeepClone().AsObject();
        var pace = new JsonObject { ["judge"] = "primary", ["age"] = 0, ["silent"] = "1m" };
        foreach (var (number, chart) in model.Charts.Index())
            pace[chart.Name] = PaceLevels.NameOf((PaceLevel)levels[number]);
        pace["layers_at_emergency"] = model
            .Charts.Index()
            .Count(chart => chart.Item.Name != ChartDefinition.System && levels[chart.Index] == (int)PaceLevel.Emergency);
        given["pace"] = pace;
        given["breaker"] = new JsonObject(
            model.Breakers.Select(breaker => KeyValuePair.Create(breaker.Name, (JsonNode?)new JsonObject { ["open"] = open })));
        return given.ToJsonString();
    }
}
