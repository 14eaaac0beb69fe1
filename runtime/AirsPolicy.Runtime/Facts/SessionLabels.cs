using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// Puts the labels that a session carries among the facts of a decision (<c>session.labels</c>), beside those that the host gives itself.
/// </summary>
public sealed class SessionLabels
{
    private readonly int _labels;
    private readonly int _session;

    /// <summary>Finds the place of the labels at a point.</summary>
    public SessionLabels(PointLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _labels = SlotLayout.Find(layout.Facts, ["session", "labels"]) is { Shape: ListShape { Element: TextShape } } labels
            ? labels.Offset
            : -1;
        _session = SlotLayout.Find(layout.Facts, ["session", "id"]) is { } session ? session.Offset : -1;
    }

    /// <summary>Whether the facts say of which session the decision is, and have room for what it carries.</summary>
    public bool CanTake(FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _labels >= 0 && _session >= 0 && facts.Has(_session);
    }

    /// <summary>The session.</summary>
    internal ReadOnlySpan<char> SessionOf(FactFrame facts) => facts.Chars(facts.Long(_session));

    /// <summary>Adds what the session carries to what the facts say of it; they have a list from then on, if an empty one.</summary>
    /// <param name="facts">Facts that can take it.</param>
    /// <param name="carried">The names of the labels.</param>
    public void Put(FactFrame facts, IReadOnlyList<string> carried)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(carried);
        var given = facts.Has(_labels) ? facts.Long(_labels) : Handle.Empty;
        if (facts.Has(_labels) && HoldsAll(facts, given, carried))
            return;
        var (first, count) = (facts.AddValueSlots(Handle.Length(given) + carried.Count), Handle.Length(given));
        for (var i = 0; i < count; i++)
            facts.Set(first + i, facts.Long(Handle.Start(given) + i));
        for (var i = 0; i < carried.Count; i++)
        {
            if (!Holds(facts, given, carried[i]))
                facts.Set(first + count++, facts.AddValue(carried[i]));
        }
        facts.Set(_labels, Handle.Of(first, count));
    }

    private static bool HoldsAll(FactFrame facts, long list, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!Holds(facts, list, names[i]))
                return false;
        }
        return true;
    }

    private static bool Holds(FactFrame facts, long list, string name)
    {
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (facts.Chars(facts.Long(Handle.Start(list) + i)).SequenceEqual(name))
                return true;
        }
        return false;
    }
}
