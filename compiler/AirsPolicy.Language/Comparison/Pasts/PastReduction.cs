using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>Takes out of a past, and of the request behind it, what is not needed to show a difference.</summary>
internal static class PastReduction
{
    private const int MostRequests = 4_000;
    private const int MostKinds = 4;

    public static DecisionDifference Of(VersionPair pair, DecisionDifference difference)
    {
        var request = pair.Find(difference.Point, difference.Tool)!;
        var facts = (JsonObject)JsonNode.Parse(difference.Facts)!;
        var now = InstantText.TryParse(facts["now"]?.ToString(), out var said) ? said : VirtualClock.Start.Ticks;
        // What happens several times shares its facts, which so become smaller together.
        var kinds = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var events = difference.Past.Select(earlier => Event(pair, earlier, now, kinds)).ToList();
        var last = pair.Asked + MostRequests;
        var smallest = difference;
        for (var size = Math.Max(1, events.Count / 2); ; size /= 2)
        {
            for (var at = 0; at + size <= events.Count;)
            {
                var taken = events.GetRange(at, size);
                events.RemoveRange(at, size);
                if (IsStillShown())
                    continue;
                events.InsertRange(at, taken);
                at += size;
            }
            if (size <= 1)
                break;
        }
        string[] kept = ["tool", .. CommonFacts.Times];
        WitnessReduction.Reduce(facts, kept, IsStillShown);
        foreach (var kind in kinds.Values.Where(kind => events.Exists(happened => ReferenceEquals(happened.Facts, kind))).Take(MostKinds))
            WitnessReduction.Reduce(kind, kept, IsStillShown);
        return smallest;

        bool IsStillShown()
        {
            if (pair.Asked >= last || pair.Difference(new MadeUpPast(events.ToValueList()), request, facts) is not { } smaller
                || smaller.Past.Count != events.Count || !WitnessReduction.IsSame(smaller, difference))
                return false;
            smallest = smaller;
            return true;
        }
    }

    private static MadeUpEvent Event(VersionPair pair, EarlierRequest earlier, long now, Dictionary<string, JsonObject> kinds)
    {
        var facts = (JsonObject)JsonNode.Parse(earlier.Facts)!;
        var kind = MadeUpEvent.At(facts, 0).ToJsonString(WireJson.Options);
        if (!kinds.TryGetValue(kind, out var shared))
            kinds.Add(kind, shared = facts);
        return new MadeUpEvent(pair.Find(earlier.Point, (facts["tool"] as JsonValue)?.ToString())!, shared, Math.Max(0, now - earlier.At));
    }
}
