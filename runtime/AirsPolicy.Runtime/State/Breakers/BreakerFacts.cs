using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>Where the facts of a point have what breakers are of, and where they say whether one is open.</summary>
public sealed class BreakerFacts
{
    private const string Root = "breaker";

    private readonly int _root;
    private readonly Places[] _breakers;
    // What is there, and what lies in it, where every breaker is closed; null where the key of one can never be told.
    private readonly PresenceMask? _keys;
    private readonly Places[] _mayBeOfNone;
    private readonly PresenceMask _closed;
    private readonly (int Slot, long Value)[] _closedValues;

    /// <summary>Finds the places at a point.</summary>
    /// <param name="layout">The facts of the point.</param>
    /// <param name="breakers">The breakers, by number.</param>
    public BreakerFacts(PointLayout layout, ValueList<BreakerDefinition> breakers)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _root = SlotOf(layout, [Root]);
        _breakers =
        [
            .. breakers.Select(breaker => new Places(
                SlotOf(layout, [Root, breaker.Name]),
                SlotOf(layout, [Root, breaker.Name, "open"]),
                breaker.Path.Count == 0 ? -1 : SlotOf(layout, breaker.Path.AsSpan()),
                breaker.MayBeOfNone ? SlotOf(layout, [breaker.Path[0]]) : -1,
                breaker.Path.Count == 0)),
        ];
        _mayBeOfNone = Array.FindAll(_breakers, breaker => breaker.Owner >= 0 && breaker.Key >= 0);
        _keys = Array.TrueForAll(_breakers, breaker => breaker.IsOfSystem || breaker.Key >= 0)
            ? new PresenceMask(
                _breakers.Where(breaker => !breaker.IsOfSystem && breaker.Owner < 0).Select(breaker => breaker.Key).Distinct())
            : null;
        _closedValues =
        [
            .. _breakers.Where(IsPut).SelectMany(breaker => new[] { (_root, 1L), (breaker.Root, 1L), (breaker.Open, 0L) }).Distinct(),
        ];
        _closed = new PresenceMask(_closedValues.Select(value => value.Slot));
    }

    /// <summary>The key of a breaker; null where the facts do not tell it.</summary>
    public StateKey? KeyOf(int breaker, FactFrame facts, StateKeyWriter keys)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(keys);
        ref readonly var known = ref _breakers[breaker];
        if (known.IsOfSystem)
            return keys.Begin().ToKey();
        var slot = known.Key;
        return slot >= 0 && facts.Has(slot) ? keys.Begin().Add(facts.Chars(facts.Long(slot))).ToKey() : null;
    }

    /// <summary>Whether the facts tell the key of a breaker.</summary>
    public bool Knows(int breaker, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ref readonly var known = ref _breakers[breaker];
        return known.IsOfSystem || (known.Key >= 0 && facts.Has(known.Key));
    }

    /// <summary>
    /// Says of a breaker whether it is open for the decision; null where its key is not told. It is closed then where the decision is of
    /// none that it is of, and rules which ask fail where that cannot be told.
    /// </summary>
    public void Put(int breaker, FactFrame facts, bool? open)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!IsPut(_breakers[breaker]))
            return;
        ref readonly var places = ref _breakers[breaker];
        facts.Set(_root, 1);
        facts.Set(places.Root, 1);
        if (open is not null || IsOfNone(places, facts))
            facts.Set(places.Open, open == true ? 1 : 0);
        else
            facts.Clear(places.Open);
    }

    /// <summary>Says of every breaker at once that it is closed, where the facts tell all keys; else says nothing.</summary>
    /// <returns>Whether they do.</returns>
    internal bool TryPutClosed(FactFrame facts)
    {
        if (_keys is null || !_keys.Covers(facts))
            return false;
        foreach (ref readonly var breaker in _mayBeOfNone.AsSpan())
        {
            if (!facts.Has(breaker.Key) && !IsOfNone(breaker, facts))
                return false;
        }
        foreach (var (slot, value) in _closedValues)
            facts.SetUnmarked(slot, value);
        _closed.Mark(facts);
        return true;
    }

    private static bool IsOfNone(in Places breaker, FactFrame facts) => breaker.Owner >= 0 && !facts.Has(breaker.Owner);

    private bool IsPut(Places breaker) => _root >= 0 && breaker.Root >= 0 && breaker.Open >= 0;

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;

    // The record of the breaker among the facts, whether it is open, its key, the record that has the key where a decision may be of none,
    // and whether it is of the system.
    private readonly record struct Places(int Root, int Open, int Key, int Owner, bool IsOfSystem);
}
