using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// Joins holds: one a queue, with the shortest time, which any time is beside none; halting on silence once any of them asks for it.
/// </summary>
internal static class HoldJoin
{
    public static ValueList<HoldEffect> Join(List<ControlEffect> effects)
    {
        SortedDictionary<string, HoldEffect>? queues = null;
        foreach (var (_, effect) in effects)
        {
            if (effect is not HoldEffect hold)
                continue;
            queues ??= new SortedDictionary<string, HoldEffect>(StringComparer.Ordinal);
            queues[hold.Queue] = queues.TryGetValue(hold.Queue, out var other) ? Join(hold, other) : hold;
        }
        return queues is null ? [] : queues.Values.ToValueList();
    }

    /// <summary>The decision without the holds that are met: the rules have fired all the same, and stop nothing any more.</summary>
    public static Decision Met(Decision decision, Func<string, bool> isMet)
    {
        var left = decision.Holds.Where(hold => !isMet(hold.Queue)).ToValueList();
        if (left.Count == decision.Holds.Count)
            return decision;
        return decision with
        {
            Holds = left,
            Outcome = decision.Outcome > Outcome.Hold || left.Count > 0 ? decision.Outcome : decision.Fired
                .SelectMany(rule => rule.Effects).Where(effect => effect is not HoldEffect)
                .Select(effect => effect.Outcome).DefaultIfEmpty(Outcome.Allow).Max(),
        };
    }

    private static HoldEffect Join(HoldEffect left, HoldEffect right) =>
        new(left.Queue, Shorter(left.Ticks, right.Ticks), left.OtherwiseHalt || right.OtherwiseHalt);

    private static long? Shorter(long? left, long? right) => left is null || right < left ? right : left;
}
