using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// A stretch of a folded text as features see it: its letters, where words begin and end, and the hash of each word. A word may have begun
/// in the chunk before.
/// </summary>
internal ref struct LetterChunk
{
    /// <summary>The units of a chunk; the last one of a text may have fewer.</summary>
    public const int Length = 4 * FeatureBlock.Length;

    /// <summary>The units that one number of <see cref="StartsAt"/> tells of.</summary>
    public const int UnitsOfBits = 64;

    /// <summary>How many cells the letters, the joins and the hashes of a chunk take each, and how many its bits.</summary>
    public const int Cells = Before + Length + WordHashes.FurthestAhead, BitCells = 2 * (Length / UnitsOfBits) + 1;

    // The letters before the chunk that its first runs begin with.
    private const int Before = TextFeatures.RunLength - 1;
    private const ushort RunMask = (1 << TextFeatures.RunBits) - 1;

    // What each unit counts as in a run.
    private readonly Span<ushort> _letters;
    // What each unit adds to the hash of a word, with what a hash begins with where it goes on with none.
    private readonly Span<ulong> _mixed;
    // All bits set where a unit may go on with a word of the one before, else none.
    private readonly Span<ulong> _joins;
    private readonly Span<ulong> _hashes;
    // A bit for each unit of a word, and for each that goes on with one; of these there is one more, for the unit behind the chunk.
    private readonly Span<ulong> _words;
    private readonly Span<ulong> _joining;

    /// <param name="letters">Room, as all that follow, of <see cref="Cells"/>.</param>
    /// <param name="bits">Room of <see cref="BitCells"/>.</param>
    public LetterChunk(Span<ushort> letters, Span<ulong> mixed, Span<ulong> joins, Span<ulong> hashes, Span<ulong> bits)
    {
        _letters = letters;
        _mixed = mixed;
        _joins = joins;
        _hashes = hashes;
        _words = bits[..(Length / UnitsOfBits)];
        _joining = bits[(Length / UnitsOfBits)..];
    }

    /// <summary>How many units it has.</summary>
    public int Count { get; private set; }

    /// <summary>Reads on in a text.</summary>
    public void Read(ReadOnlySpan<char> text, int start)
    {
        var before = Count == 0 ? WordHashes.Start : _hashes[Count - 1];
        _letters.Slice(Count, Before).CopyTo(_letters);
        var goesOn = _joins[0] = _joins[Count];
        Count = Math.Min(Length, text.Length - start);
        _words.Clear();
        _joining.Clear();
        var units = text.Slice(start, Count);
        var at = 0;
        for (; at + Vector256<ushort>.Count <= units.Length; at += Vector256<ushort>.Count)
        {
            if (!TryReadAscii(units, at)) ReadEach(units, at, at + Vector256<ushort>.Count);
        }

        ReadEach(units, at, units.Length);
        Begin();
        Join(goesOn != 0, start + Count < text.Length && LetterUnits.IsLinked(text[start + Count]));
        WordHashes.Write(_mixed, _joins, _hashes, before, WordHashes.PartsOf(this));
    }

    /// <summary>The letters of the runs that end with a unit and those behind it.</summary>
    public readonly ReadOnlySpan<ushort> RunsEndingFrom(int unit, int count) => _letters.Slice(unit, count + Before);

    /// <summary>The hash of the word that ends with a unit, by units.</summary>
    public readonly ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>With which of the units that a number of bits tells of words begin.</summary>
    public readonly ulong StartsAt(int bits) => _words[bits] & ~_joining[bits];

    /// <summary>With which of them words end.</summary>
    public readonly ulong EndsAt(int bits) => _words[bits] & ~(_joining[bits] >> 1 | _joining[bits + 1] << UnitsOfBits - 1);

    /// <summary>The first unit from one on with which a word begins; <see cref="Count"/> where there is none.</summary>
    public readonly int StartFrom(int unit)
    {
        var rest = StartsAt(unit / UnitsOfBits) & ulong.MaxValue << unit;
        for (var bits = unit / UnitsOfBits; ; rest = StartsAt(bits))
        {
            if (rest != 0) return bits * UnitsOfBits + BitOperations.TrailingZeroCount(rest);
            if (++bits * UnitsOfBits >= Count) return Count;
        }
    }

    // Sixteen units; false where one is not of ASCII.
    private readonly bool TryReadAscii(ReadOnlySpan<char> units, int at)
    {
        var loaded = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(units)), (nuint)at);
        if (Vector256.GreaterThanAny(loaded, Vector256.Create((ushort)0x7F))) return false;
        var small = loaded | Vector256.Create((ushort)0x20);
        var isLetter = Vector256.LessThan(small - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        var isDigit = Vector256.LessThan(loaded - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
        var letters = Vector256.ConditionalSelect(
            isLetter,
            small,
            Vector256.ConditionalSelect(isDigit, Vector256.Create((ushort)'0'), loaded));
        var isWord = isLetter | isDigit;
        letters.CopyTo(_letters[(at + Before)..]);
        Mix(letters.GetLower(), isWord.GetLower(), at);
        Mix(letters.GetUpper(), isWord.GetUpper(), at + Vector128<ushort>.Count);
        var bits = (ulong)isWord.ExtractMostSignificantBits() << at;
        _words[at / UnitsOfBits] |= bits;
        _joining[at / UnitsOfBits] |= bits;
        return true;
    }

    private readonly void Mix(Vector128<ushort> letters, Vector128<ushort> isWord, int at)
    {
        var (mixed, joins) = (
            Vector256.WidenLower(letters.ToVector256Unsafe()),
            Vector256.WidenLower(isWord.AsInt16().ToVector256Unsafe()));
        Vector256.WidenLower(mixed).CopyTo(_mixed[at..]);
        Vector256.WidenUpper(mixed).CopyTo(_mixed[(at + Vector256<ulong>.Count)..]);
        Vector256.WidenLower(joins).AsUInt64().CopyTo(_joins[(at + 1)..]);
        Vector256.WidenUpper(joins).AsUInt64().CopyTo(_joins[(at + 1 + Vector256<ulong>.Count)..]);
    }

    private readonly void ReadEach(ReadOnlySpan<char> units, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            var unit = units[at];
            var letter = LetterUnits.LetterOf(unit, out var isLinked);
            _letters[at + Before] = (ushort)((letter == 0 ? unit : letter) & RunMask);
            _mixed[at] = letter;
            _joins[at + 1] = isLinked ? ulong.MaxValue : 0;
            if (!isLinked) _joins[at] = 0;
            _words[at / UnitsOfBits] |= (letter != 0 ? 1UL : 0) << at;
            _joining[at / UnitsOfBits] |= (isLinked ? 1UL : 0) << at;
        }
    }

    private readonly void Begin()
    {
        ref var mixed = ref MemoryMarshal.GetReference(_mixed);
        ref var joins = ref MemoryMarshal.GetReference(_joins);
        for (var at = 0; at < Count; at += Vector256<ulong>.Count)
        {
            var begun = Vector256.AndNot(Vector256.Create(WordHashes.Start), Vector256.LoadUnsafe(ref joins, (nuint)at));
            (Vector256.LoadUnsafe(ref mixed, (nuint)at) ^ begun).StoreUnsafe(ref mixed, (nuint)at);
        }
    }

    // A unit goes on with a word where both it and the one before can be of one.
    private readonly void Join(bool goesOn, bool nextIsLinked)
    {
        var carried = goesOn ? 1UL : 0;
        for (var bits = 0; bits < _words.Length; bits++)
        {
            var linked = _joining[bits];
            _joining[bits] = linked & (linked << 1 | carried);
            carried = linked >> UnitsOfBits - 1;
        }

        _joining[^1] = nextIsLinked ? carried : 0;
    }
}
