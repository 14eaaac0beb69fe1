using System.Numerics;

namespace AirsPolicy.Text.Literals;

/// <summary>
/// Literals by the grams that stand for them. Those with one gram mostly differ at their other end: they stand together by how far that is
/// away, so that the text is read there once for all of them.
/// </summary>
internal sealed class GramTable
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    private readonly SoughtLiteral[] _literals;
    private readonly int _width;
    private readonly Slot[] _slots;
    private readonly int _shift;
    private readonly Group[] _groups;
    private readonly Entry[] _entries;

    /// <param name="literals">The literals.</param>
    /// <param name="offsets">Where in each the first of its grams begins; the others follow unit by unit.</param>
    /// <param name="width">How many units a gram has.</param>
    /// <param name="grams">How many grams stand for a literal.</param>
    public GramTable(SoughtLiteral[] literals, int[] offsets, int width, int grams)
    {
        (_literals, _width) = (literals, width);
        _entries = new Entry[literals.Length * grams];
        var keys = new Key[_entries.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var (text, offset) = (literals[i / grams].Text, offsets[i / grams] + i % grams);
            var far = 2 * offset < text.Length ? text.Length - width : 0;
            _entries[i] = new Entry(Gram.At(text, far, width), i / grams, offset);
            keys[i] = new Key(Gram.At(text, offset, width), far - offset);
        }

        Array.Sort(keys, _entries);
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2 + 1)];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        _groups = GroupsOf(keys);
    }

    /// <summary>Reports the literals that stand where one of their grams is.</summary>
    public void Compare(ReadOnlySpan<char> text, int place, LiteralHits hits)
    {
        var gram = Gram.At(text, place, _width);
        var slots = _slots;
        for (var at = SlotOf(gram); slots[at].Groups > 0; at = at + 1 & slots.Length - 1)
        {
            if (slots[at].Gram != gram) continue;
            foreach (ref readonly var group in _groups.AsSpan(slots[at].First, slots[at].Groups)) Compare(text, place, group, hits);
            return;
        }
    }

    private void Compare(ReadOnlySpan<char> text, int place, in Group group, LiteralHits hits)
    {
        var far = place + group.Distance;
        if (far < 0 || far + _width > text.Length) return;
        var gram = Gram.At(text, far, _width);
        foreach (ref readonly var entry in _entries.AsSpan(group.First, group.Entries))
        {
            if (entry.Far != gram) continue;
            ref readonly var literal = ref _literals[entry.Literal];
            if (literal.StandsAt(text, place - entry.Offset)) hits.Add(literal.Owner, place - entry.Offset);
        }
    }

    private Group[] GroupsOf(Key[] keys)
    {
        var groups = new List<Group>();
        for (int first = 0, end; first < keys.Length; first = end)
        {
            var (gram, before) = (keys[first].Gram, groups.Count);
            for (end = first; end < keys.Length && keys[end].Gram == gram;)
            {
                var from = end;
                while (end < keys.Length && keys[end] == keys[from]) end++;
                groups.Add(new Group(keys[from].Distance, from, end - from));
            }

            var slot = SlotOf(gram);
            while (_slots[slot].Groups > 0) slot = slot + 1 & _slots.Length - 1;
            _slots[slot] = new Slot(gram, before, groups.Count - before);
        }

        return [.. groups];
    }

    private int SlotOf(ulong gram) => (int)(gram * Factor >> _shift);

    private readonly record struct Slot(ulong Gram, int First, int Groups);

    // Where from a gram the other end of a literal is, and the literals of which it is there.
    private readonly record struct Group(int Distance, int First, int Entries);

    private readonly record struct Entry(ulong Far, int Literal, int Offset);

    private readonly record struct Key(ulong Gram, int Distance) : IComparable<Key>
    {
        public int CompareTo(Key other) => Gram == other.Gram ? Distance.CompareTo(other.Distance) : Gram.CompareTo(other.Gram);
    }
}
