using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What stands at a point for one tool, or whatever the tool, in the form that is asked.</summary>
internal sealed class StandingRules
{
    private readonly PresenceMask _always;
    private readonly RequiredFact[] _later;

    public StandingRules(StandingTable table)
    {
        Table = table;
        _always = new PresenceMask(table.Required.Where(fact => fact.After is null));
        _later = [.. table.Required.Where(fact => fact.After is not null)];
    }

    public StandingTable Table { get; }

    /// <summary>Whether every fact is there that has to be on a day.</summary>
    /// <param name="today">The day, or null where it is not known; then every control is in force.</param>
    public bool Covered(FactFrame facts, long? today)
    {
        if (!_always.Covers(facts.Presence))
            return false;
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
