using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Pasts;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Takes out of a request what is not needed to show its difference.</summary>
internal static class WitnessReduction
{
    /// <summary>The same difference on fewer facts: still the same outcomes by the same controls, and nothing fails that did not.</summary>
    public static DecisionDifference Of(VersionPair pair, DecisionDifference difference)
    {
        if (pair.Find(difference.Point, difference.Tool) is not { } request)
            return difference;
        if (difference.Past.Count > 0)
            return PastReduction.Of(pair, difference);
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

    /// <summary>Takes out each member, but those that are kept, without which something is still shown.</summary>
    public static void Reduce(JsonNode? node, string[] kept, Func<bool> stillShown)
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

    /// <summary>Whether the same controls make the same difference.</summary>
    public static bool IsSame(DecisionDifference one, DecisionDifference other) =>
        one.Direction == other.Direction && one.Before.Outcome == other.Before.Outcome && one.After.Outcome == other.After.Outcome
        && one.Before.Failure?.Kind == other.Before.Failure?.Kind && one.After.Failure?.Kind == other.After.Failure?.Kind
        && Failures(one.Before).SetEquals(Failures(other.Before)) && Failures(one.After).SetEquals(Failures(other.After))
        && ControlsThatDiffer.Of(one).SequenceEqual(ControlsThatDiffer.Of(other));

    // A rule that fails for want of a fact may come to the same outcome as one that matches, and shows something else.
    private static HashSet<(string Control, int Ordinal, Failure? Failure)> Failures(Decision decision) =>
        [
            .. decision
                .Fired.Concat(decision.Detected)
                .Where(rule => rule.Failure is not null)
                .Select(rule => (rule.Origin.Control, rule.Origin.Ordinal, rule.Failure)),
        ];
}
