using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// The facts that no rule standing at a point, for one tool where it knows tools, has to do without, in the form that is asked.
/// </summary>
internal readonly struct PointRules
{
    // Most points have all their facts in two words of presence bits; those are held against their masks at once.
    private readonly int _firstWord;
    private readonly int _secondWord;
    private readonly ulong _firstMask;
    private readonly ulong _secondMask;
    // Not 0 where more is asked for than the two words.
    private readonly ulong _more;
    private readonly PresenceMask _required;

    /// <param name="entry">Where the code of what stands begins.</param>
    /// <param name="required">The facts that the rules read.</param>
    /// <param name="toolSlot">The slot of the tool, which has to be there too, or -1.</param>
    public PointRules(int entry, IEnumerable<RequiredFact> required, int toolSlot = -1)
    {
        Entry = entry;
        var slots = required.SelectMany(fact => fact.Slots);
        _required = new PresenceMask(toolSlot < 0 ? slots : slots.Append(toolSlot));
        (_firstWord, _firstMask) = _required.Word(0);
        (_secondWord, _secondMask) = _required.Word(1);
        _more = _required.Words > 2 ? 1UL : 0;
    }

    private PointRules(ulong more)
    {
        _required = new PresenceMask([]);
        _more = more;
        Entry = -1;
    }

    /// <summary>Where the code of what stands begins.</summary>
    public int Entry { get; }

    /// <summary>What stands where no tool is known at a point that knows tools: nothing is plain.</summary>
    public static PointRules NoTool => new(more: 1);

    /// <summary>Whether the first look shows that every fact is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Covered(FactFrame facts) =>
        (_firstMask & ~facts.Presence(_firstWord) | _more) == 0 && (_secondMask == 0 || (_secondMask & ~facts.Presence(_secondWord)) == 0);

    /// <summary>Whether every fact is there.</summary>
    public bool AllCovered(FactFrame facts) => _required.Covers(facts);
}
