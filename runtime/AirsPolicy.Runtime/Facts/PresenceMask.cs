namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// Slots that have to be present, as masks over the words of a frame's presence bits; only words that ask for something are looked at.
/// </summary>
internal sealed class PresenceMask
{
    private readonly int[] _words;
    private readonly ulong[] _masks;

    public PresenceMask(IEnumerable<int> slots)
    {
        var words = slots.GroupBy(slot => slot >> 6).OrderBy(word => word.Key).ToList();
        _words = [.. words.Select(word => word.Key)];
        _masks = [.. words.Select(word => word.Aggregate(0UL, (mask, slot) => mask | 1UL << (slot & 63)))];
    }

    /// <summary>How many words it looks at.</summary>
    public int Words => _words.Length;

    /// <summary>The number and the mask of one of its words; a mask that asks for nothing where it has not so many.</summary>
    public (int Word, ulong Mask) Word(int index) => index < _words.Length ? (_words[index], _masks[index]) : (0, 0);

    /// <summary>Whether every slot is present.</summary>
    public bool Covers(FactFrame facts)
    {
        var words = _words;
        var masks = _masks;
        for (var i = 0; i < words.Length && i < masks.Length; i++)
        {
            if ((masks[i] & ~facts.Presence(words[i])) != 0)
                return false;
        }
        return true;
    }

    /// <summary>Marks every slot present.</summary>
    public void Mark(FactFrame facts)
    {
        var words = _words;
        var masks = _masks;
        for (var i = 0; i < words.Length && i < masks.Length; i++)
            facts.MarkPresent(words[i], masks[i]);
    }
}
