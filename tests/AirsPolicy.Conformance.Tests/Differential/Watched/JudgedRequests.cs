using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>Random requests among which there are draws, answers of judges, and causes for which they gave none.</summary>
/// <param name="draw">What is drawn.</param>
/// <param name="layouts">The facts of each point: a judge or queue that takes everything or nothing draws none.</param>
internal sealed class JudgedRequests(Draw draw, IEnumerable<PointLayout> layouts)
{
    private const string Package = "random.watched.";

    private readonly WatchedRequests _requests = new(draw);

    /// <summary>The time until the next request.</summary>
    public long Pause() => _requests.Pause();

    /// <summary>A request at a time.</summary>
    public (string Point, JsonObject Facts) Next(long now)
    {
        var (point, facts) = _requests.Next(now);
        foreach (
            var drawn in layouts
                .First(layout => layout.Point == point)
                .Facts.Members.Where(member => DrawFact.DrawnFor(member.Name) is not null && draw.Chance(95)))
            facts[drawn.WireName] = draw.Between(0, 100) / 100m;
        if (point != "output")
            return (point, facts);
        facts["session"]!.AsObject()["turns"] = draw.Between(0, 10);
        if (draw.Chance(95))
            facts["flagged"] = draw.Chance(20);
        Answer(
            facts,
            "guard",
            1,
            () => new JsonObject { ["verdict"] = draw.Pick("ok", "ok", "review", "bad"), ["sure"] = draw.Between(0, 100) / 100m });
        Answer(
            facts,
            "second",
            1,
            () => draw.Chance(30)
                ? new JsonObject { ["kind"] = draw.Pick("plain", "odd") }
                : new JsonObject { ["kind"] = draw.Pick("plain", "odd"), ["doubt"] = draw.Between(0, 100) / 100m });
        Answer(facts, "panel", 3, () => new JsonObject { ["score"] = draw.Between(0, 100) / 100m });
        Answer(facts, "later", 1, () => new JsonObject { ["bad"] = draw.Chance(40) });
        return (point, facts);
    }

    private void Answer(JsonObject facts, string judge, int models, Func<JsonObject> answer)
    {
        for (var model = 0; model < models; model++)
        {
            if (draw.Chance(50))
                facts[JudgeFact.Answer(Package + judge, model)] = answer();
        }
        if (draw.Chance(facts.ContainsKey(JudgeFact.Answer(Package + judge)) ? 20 : 60))
            facts[JudgeFact.Unanswered(Package + judge)] = draw.From(JudgeFact.Causes.Names.ToImmutableArray());
        // What no judge may say.
        if (draw.Chance(2))
            facts[JudgeFact.Answer(Package + judge)] = new JsonObject { ["nothing"] = "that fits" };
    }
}
