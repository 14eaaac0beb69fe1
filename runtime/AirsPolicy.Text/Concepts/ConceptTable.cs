using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Concepts;

/// <summary>
/// Which idea words stand for, in many languages: "ignore", "ignoriere" and "無視" are one. Made by <c>tools/AirsPolicy.DetectorTraining</c>
/// from lists that say it. Unchanging, for any number of threads.
/// </summary>
internal sealed class ConceptTable
{
    /// <summary>What is found where no concept is.</summary>
    public const int None = -1;

    /// <summary>What is found where a phrase has begun: a word, and the space behind it.</summary>
    public const int GoesOn = ushort.MaxValue;

    private const string Resource = "AirsPolicy.Text.Concepts.concepts.bin";
    private const int BytesOfHead = 8, BytesOfEntry = 6;
    private const int SlotBits = 18, CellBits = 14, SignBits = 6, KeyBits = 32;
    private const uint Golden = 0x9E3779B9;

    private static readonly Lazy<ConceptTable> s_shipped = new(Load);

    private readonly ushort[] _lengths = new ushort[StemLengths.Places];
    // A key, and above it its concept; 0 where there is none.
    private readonly ulong[] _entries = new ulong[1 << SlotBits];
    // Two bits for each key, both of which few others have: most that is looked for is not there, and this lies in the near caches.
    private readonly ulong[] _signs = new ulong[1 << CellBits];

    private ConceptTable(byte[] bytes)
    {
        Version = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        Count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var at = BytesOfHead;
        for (var place = 0; place < _lengths.Length; place++, at += sizeof(ushort))
            _lengths[place] = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
        for (; at < bytes.Length; at += BytesOfEntry)
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
            _signs[CellOf(key)] |= SignsOf(key);
            var slot = SlotOf(key);
            while (_entries[slot] != 0) slot = slot + 1 & _entries.Length - 1;
            _entries[slot] = key | (ulong)BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + sizeof(uint))) << KeyBits;
        }
    }

    /// <summary>The table that ships.</summary>
    public static ConceptTable Shipped => s_shipped.Value;

    /// <summary>How many concepts there are; their numbers are smaller.</summary>
    public int Count { get; }

    /// <summary>What tells this table from others: weights are of one table.</summary>
    public uint Version { get; }

    /// <summary>
    /// Reads a table: what tells it from others, how many concepts there are, how long stems are, and the keys with their concepts.
    /// </summary>
    public static ConceptTable Read(byte[] bytes) => new(bytes);

    /// <summary>How long the stems can be that begin as a word does.</summary>
    /// <param name="first">The hash of its first unit.</param>
    /// <param name="three">The hash of its first three units, or of all where there are fewer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint LengthsOf(ulong first, ulong three) =>
        _lengths[StemLengths.PlaceOf(first)] & StemLengths.OfFew | _lengths[StemLengths.PlaceOf(three)] & ~StemLengths.OfFew;

    /// <summary>The concept of a key; <see cref="None"/> where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key) => SignsOf(key) is var signs && (_signs[CellOf(key)] & signs) != signs ? None : FindEntry(key);

    private int FindEntry(uint key)
    {
        for (var slot = SlotOf(key); _entries[slot] is not 0 and var entry; slot = slot + 1 & _entries.Length - 1)
        {
            if ((uint)entry == key) return (int)(entry >> KeyBits);
        }
        return None;
    }

    private static int SlotOf(uint key) => (int)(key * Golden >> 32 - SlotBits);

    private static int CellOf(uint key) => (int)(key * Golden >> 32 - CellBits);

    private static ulong SignsOf(uint key) =>
        1UL << (int)(key * Golden >> 32 - CellBits - SignBits) | 1UL << (int)(key * Golden >> 32 - CellBits - 2 * SignBits);

    private static ConceptTable Load()
    {
        using var stream = typeof(ConceptTable).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
