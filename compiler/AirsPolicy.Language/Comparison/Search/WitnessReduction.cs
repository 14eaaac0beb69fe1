using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Takes out of a request what is not needed to show its difference.</summary>
internal static class WitnessReduction
{
    /// <summary>The same difference on fewer facts: still the same outcomes by the same controls.</summary>
    public static DecisionDifference Of(VersionPair pair, DecisionDifference difference)
    {
        if (pair.Find(difference.Point, difference.Tool) is not { } request)
            return difference;
        var facts = (JsonObject)JsonNode.Parse(difference.Facts)!;
        var smallest = difference;
        var kept = DependsOnDay(pair) ? new[] { "tool", "today" } : ["tool"];
        Reduce(facts, kept, () =>
        {
            if (pair.Difference(request, facts) is not { } smaller || !IsSame(smaller, difference))
                return false;
            smallest = smaller;
            return true;
        });
        return smallest;
    }

    // Where the day is not known a control in detect mode counts as in force, which says nothing of any day.
    private static bool DependsOnDay(VersionPair pair) =>
        pair.Before.Model.Controls.Concat(pair.After.Model.Controls).Any(control => control.Detect is { Until: not null });

    private static void Reduce(JsonNode? node, string[] kept, Func<bool> stillShown)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Reduce(item, [], stillShown);
        }
        if (node is not JsonObject record)
            return;
        foreach (var name in record.Select(member => member.Key).Except(kept).ToList())
        {
            var index = record.IndexOf(name);
            var value = record[index];
            record.RemoveAt(index);
            if (stillShown())
                continue;
            record.Insert(index, name, value);
            Reduce(value, [], stillShown);
        }
    }

    private static bool IsSame(DecisionDifference one, DecisionDifference other) =>
        one.Direction == other.Direction && one.Before.Outcome == other.Before.Outcome && one.After.Outcome == other.After.Outcome
        && one.Before.Failure?.Kind == other.Before.Failure?.Kind && one.After.Failure?.Kind == other.After.Failure?.Kind
        && ControlsThatDiffer.Of(one).SequenceEqual(ControlsThatDiffer.Of(other));
}
