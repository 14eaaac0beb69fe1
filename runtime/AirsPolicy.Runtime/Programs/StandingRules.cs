using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>The facts that everything standing at a point, for one tool where it knows tools, cannot do without, in the form that is asked.</summary>
internal readonly struct StandingRules
{
    // Most points have all their facts in two words of presence bits; those are held against their masks at once.
    private readonly int _firstWord;
    private readonly int _secondWord;
    private readonly ulong _firstMask;
    private readonly ulong _secondMask;
    // Not 0 where more is asked for than the two words.
    private readonly ulong _more;
    private readonly PresenceMask _always;
    private readonly RequiredFact[] _later;

    /// <param name="entry">Where the code of what stands begins.</param>
    /// <param name="tables">What stands.</param>
    /// <param name="toolSlot">The slot of the tool, which has to be there too, or -1.</param>
    public StandingRules(int entry, IEnumerable<StandingTable> tables, int toolSlot = -1)
    {
        Entry = entry;
        var required = tables.SelectMany(table => table.Required).ToList();
        var always = required.Where(fact => fact.After is null).SelectMany(fact => fact.Slots);
        _always = new PresenceMask(toolSlot < 0 ? always : always.Append(toolSlot));
        _later = [.. required.Where(fact => fact.After is not null)];
        (_firstWord, _firstMask) = _always.Word(0);
        (_secondWord, _secondMask) = _always.Word(1);
        _more = _later.Length > 0 || _always.Words > 2 ? 1UL : 0;
    }

    private StandingRules(ulong more)
    {
        (_always, _later) = (new PresenceMask([]), []);
        _more = more;
        Entry = -1;
    }

    /// <summary>Where the code of what stands begins.</summary>
    public int Entry { get; }

    /// <summary>What stands where no tool is known at a point that knows tools: nothing is plain.</summary>
    public static StandingRules NoTool => new(more: 1);

    /// <summary>Whether the first look shows that every fact is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Covered(FactFrame facts) =>
        (_firstMask & ~facts.Presence(_firstWord) | _more) == 0 && (_secondMask == 0 || (_secondMask & ~facts.Presence(_secondWord)) == 0);

    /// <summary>Whether every fact is there that has to be on the day of the decision.</summary>
    public bool AllCovered(FactFrame facts, StandingPoint point) =>
        _always.Covers(facts) && (_later.Length == 0 || LaterCovered(facts, point.Today(facts)));

    // Where the day is not known every control is in force.
    private bool LaterCovered(FactFrame facts, long? today)
    {
        foreach (var fact in _later)
        {
            if (IsMissing(fact, facts, today))
                return false;
        }
        return true;
    }

    /// <summary>Whether a fact has to be there on a day and is not.</summary>
    public static bool IsMissing(RequiredFact fact, FactFrame facts, long? today)
    {
        if (fact.After is { } last && today <= last)
            return false;
        foreach (var slot in fact.Slots)
        {
            if (!facts.Has(slot))
                return true;
        }
        return false;
    }
}
