using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Slots that have to be present, as masks over the words of a frame's presence bits; only words that ask for something are looked at.</summary>
internal sealed class PresenceMask
{
    private readonly int _firstWord;
    private readonly ulong _firstMask;
    private readonly int[] _words;
    private readonly ulong[] _masks;

    public PresenceMask(IEnumerable<RequiredFact> facts)
    {
        var words = facts.SelectMany(fact => fact.Slots).GroupBy(slot => slot >> 6).OrderBy(word => word.Key).ToList();
        _firstWord = words.Count == 0 ? 0 : words[0].Key;
        _firstMask = words.Count == 0 ? 0 : Mask(words[0]);
        _words = [.. words.Skip(1).Select(word => word.Key)];
        _masks = [.. words.Skip(1).Select(Mask)];
    }

    // Most points have all their facts in one word.
    public bool Covers(ReadOnlySpan<ulong> presence) =>
        (_firstMask & ~presence[_firstWord]) == 0 && (_words.Length == 0 || OthersCovered(presence));

    private static ulong Mask(IEnumerable<int> slots) => slots.Aggregate(0UL, (mask, slot) => mask | 1UL << (slot & 63));

    private bool OthersCovered(ReadOnlySpan<ulong> presence)
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
