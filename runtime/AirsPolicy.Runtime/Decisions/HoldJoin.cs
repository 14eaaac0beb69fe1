using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>Joins holds: one a queue, with the shortest time; halting on silence once any of them asks for it.</summary>
internal static class HoldJoin
{
    public static ValueList<HoldEffect> Join(IEnumerable<HoldEffect> holds) =>
        holds
            .GroupBy(h => h.Queue, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new HoldEffect(g.Key, g.Min(h => h.Ticks), g.Any(h => h.OtherwiseHalt)))
            .ToValueList();
}
