using System.Text.Json.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>The requests of a person who brings charts back and closes breakers.</summary>
internal static class WatchedRecovery
{
    /// <summary>
    /// One request for each chart that is not at primary, the system's last, and each breaker of the last decision that is open: those that
    /// the person has a role for, or where there are none all of them, which are refused then.
    /// </summary>
    /// <param name="open">Whether each breaker is open for the last decision.</param>
    /// <param name="last">The facts of the last decision, or null.</param>
    public static IEnumerable<GivenStep> Requests(
        RecoverStep recover,
        PolicyModel model,
        PaceReading reading,
        IReadOnlyList<bool?> open,
        string? last)
    {
        var role = JsonNode.Parse(recover.Facts)!["approver"]!["id"]!.GetValue<string>();
        var charts = model
            .Charts.Index()
            .Where(chart => reading.Charts[chart.Index].Level > PaceLevel.Primary)
            .OrderBy(chart => chart.Item.Name == ChartDefinition.System)
            .ToList();
        var breakers = model
            .Breakers.Index()
            .Where(breaker => breaker.Index < open.Count && open[breaker.Index] == true && breaker.Item.CloseBy.Count > 0)
            .Select(breaker => breaker.Item)
            .ToList();
        var ownCharts = charts.FindAll(chart =>
            chart.Item.Recoveries.Any(way => way.From == reading.Charts[chart.Index].Level && way.Authorities.Contains(role)));
        var ownBreakers = breakers.FindAll(breaker => breaker.CloseBy.Contains(role));
        var mayAny = ownCharts.Count + ownBreakers.Count > 0;
        return (mayAny ? ownBreakers : breakers).Select(breaker => Request(recover, "close", breaker.Name, KeyOf(breaker, last)))
            .Concat((mayAny ? ownCharts : charts).Select(chart => Request(recover, "recover", chart.Item.Name, null)));
    }

    private static GivenStep Request(RecoverStep recover, string action, string id, JsonNode? key)
    {
        var facts = JsonNode.Parse(recover.Facts)!.AsObject();
        var recovery = facts["recovery"]!.AsObject();
        (recovery["action"], recovery["id"]) = (action, id);
        if (key is not null)
            recovery["key"] = key;
        return new GivenStep(PointNames.Recovery, null, facts.ToJsonString(), recover.Place);
    }

    private static JsonNode? KeyOf(BreakerModel breaker, string? last)
    {
        var node = last is null || breaker.Key.Count == 0 ? null : JsonNode.Parse(last);
        foreach (var name in breaker.Key)
            node = (node as JsonObject)?[name];
        return node?.DeepClone();
    }
}
