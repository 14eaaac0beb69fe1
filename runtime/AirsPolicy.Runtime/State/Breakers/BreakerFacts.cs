using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>Where the facts of a point have what breakers are of, and where they say whether one is open.</summary>
public sealed class BreakerFacts
{
    private const string Root = "breaker";

    private readonly int _root;
    private readonly (int Root, int Open, int Key, bool IsOfSystem)[] _breakers;
    // What is there, and what lies in it, where every breaker is closed; null where the key of one can never be told.
    private readonly PresenceMask? _keys;
    private readonly PresenceMask _closed;
    private readonly (int Slot, long Value)[] _closedValues;

    /// <summary>Finds the places at a point.</summary>
    /// <param name="layout">The facts of the point.</param>
    /// <param name="breakers">The breakers, by number.</param>
    public BreakerFacts(PointLayout layout, ValueList<BreakerDefinition> breakers)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _root = SlotOf(layout, [Root]);
        _breakers = [.. breakers.Select(breaker => (
            SlotOf(layout, [Root, breaker.Name]), SlotOf(layout, [Root, breaker.Name, "open"]), breaker.Path.Count == 0 ? -1 : SlotOf(layout, breaker.Path.AsSpan()), breaker.Path.Count == 0))];
        _keys = Array.TrueForAll(_breakers, breaker => breaker.IsOfSystem || breaker.Key >= 0)
            ? new PresenceMask(_breakers.Where(breaker => !breaker.IsOfSystem).Select(breaker => breaker.Key).Distinct())
            : null;
        _closedValues = [.. _breakers.Where(IsPut).SelectMany(breaker => new[] { (_root, 1L), (breaker.Root, 1L), (breaker.Open, 0L) }).Distinct()];
        _closed = new PresenceMask(_closedValues.Select(value => value.Slot));
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
        if (!IsPut(_breakers[breaker]))
            return;
        var (own, slot, _, _) = _breakers[breaker];
        facts.Set(_root, 1);
        facts.Set(own, 1);
        if (open is { } truth)
            facts.Set(slot, truth ? 1 : 0);
        else
            facts.Clear(slot);
    }

    /// <summary>Says of every breaker at once that it is closed, where the facts tell all keys; else says nothing.</summary>
    /// <returns>Whether they do.</returns>
    internal bool TryPutClosed(FactFrame facts)
    {
        if (_keys is null || !_keys.Covers(facts))
            return false;
        foreach (var (slot, value) in _closedValues)
            facts.SetUnmarked(slot, value);
        _closed.Mark(facts);
        return true;
    }

    private bool IsPut((int Root, int Open, int Key, bool IsOfSystem) breaker) => _root >= 0 && breaker.Root >= 0 && breaker.Open >= 0;

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
