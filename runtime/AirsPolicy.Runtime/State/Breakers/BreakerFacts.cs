using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>Where the facts of a point have what breakers are of, and where they say whether one is open.</summary>
public sealed class BreakerFacts
{
    private const string Root = "breaker";

    private readonly int _root;
    private readonly (int Root, int Open, int Key, bool IsOfSystem)[] _breakers;

    /// <summary>Finds the places at a point.</summary>
    /// <param name="layout">The facts of the point.</param>
    /// <param name="breakers">The breakers, by number.</param>
    public BreakerFacts(PointLayout layout, ValueList<BreakerDefinition> breakers)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _root = SlotOf(layout, [Root]);
        _breakers = [.. breakers.Select(breaker => (
            SlotOf(layout, [Root, breaker.Name]), SlotOf(layout, [Root, breaker.Name, "open"]), breaker.Path.Count == 0 ? -1 : SlotOf(layout, breaker.Path.AsSpan()), breaker.Path.Count == 0))];
    }

    /// <summary>The key of a breaker; null where the facts do not tell it.</summary>
    public StateKey? KeyOf(int breaker, FactFrame facts, StateKeyWriter keys)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(keys);
        var (_, _, slot, isOfSystem) = _breakers[breaker];
        if (isOfSystem)
            return keys.Begin().ToKey();
        return slot >= 0 && facts.Has(slot) ? keys.Begin().Add(facts.Chars(facts.Long(slot))).ToKey() : null;
    }

    /// <summary>Whether the facts tell the key of a breaker.</summary>
    public bool Knows(int breaker, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ref readonly var known = ref _breakers[breaker];
        return known.IsOfSystem || (known.Key >= 0 && facts.Has(known.Key));
    }

    /// <summary>Says of a breaker whether it is open for the decision; null where that cannot be told, so that rules which ask fail.</summary>
    public void Put(int breaker, FactFrame facts, bool? open)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (own, slot, _, _) = _breakers[breaker];
        if (_root < 0 || own < 0 || slot < 0)
            return;
        facts.Set(_root, 1);
        facts.Set(own, 1);
        if (open is { } truth)
            facts.Set(slot, truth ? 1 : 0);
        else
            facts.Clear(slot);
    }

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
