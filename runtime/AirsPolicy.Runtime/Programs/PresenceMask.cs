using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Slots that have to be present, as masks over the words of a frame's presence bits; only words that ask for something are looked at.</summary>
internal sealed class PresenceMask
{
    private readonly int[] _words;
    private readonly ulong[] _masks;

    public PresenceMask(IEnumerable<RequiredFact> facts)
    {
        var words = facts.SelectMany(fact => fact.Slots).GroupBy(slot => slot >> 6).OrderBy(word => word.Key).ToList();
        _words = [.. words.Select(word => word.Key)];
        _masks = [.. words.Select(word => word.Aggregate(0UL, (mask, slot) => mask | 1UL << (slot & 63)))];
    }

    public bool Covers(ReadOnlySpan<ulong> presence)
    {
        var words = _words;
        var masks = _masks;
        for (var i = 0; i < words.Length && i < masks.Length; i++)
        {
            if ((masks[i] & ~presence[words[i]]) != 0)
                return false;
        }
        return true;
    }
}
