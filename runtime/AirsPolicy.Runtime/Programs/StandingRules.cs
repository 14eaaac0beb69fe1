using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>The facts that everything standing at a point, for one tool where it knows tools, cannot do without, in the form that is asked.</summary>
internal sealed class StandingRules
{
    private readonly PresenceMask _always;
    private readonly RequiredFact[] _later;

    public StandingRules(IEnumerable<StandingTable> tables)
    {
        var required = tables.SelectMany(table => table.Required).ToList();
        _always = new PresenceMask(required.Where(fact => fact.After is null));
        _later = [.. required.Where(fact => fact.After is not null)];
    }

    /// <summary>Whether every fact is there that has to be on the day of the decision.</summary>
    public bool Covered(FactFrame facts, StandingPoint point) =>
        _always.Covers(facts.Presence) && (_later.Length == 0 || LaterCovered(facts, point.Today(facts)));

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
