using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AirsPolicy.Text.Literals;

/// <summary>
/// One pass over a text for any number of literals: of every place, or of every second or fourth, the few units there are looked up in a
/// bitmap of 128 kbit. Where the bit is set the literals with such units are compared.
/// </summary>
/// <remarks>
/// Every second place is enough for a literal that two neighbouring grams of its own stand for: one of the two begins at an even place.
/// With four it is every fourth. Lookups come to 16 KiB, which stay in the nearest cache; what is looked up is worked out for eight places
/// at once. Both ways of doing it find the same.
/// </remarks>
internal sealed class GramPass : IPlacePass
{
    private const int BlockUnits = 16;

    // Shuffling works within the halves of a vector, which mixes up the order.
    private static ReadOnlySpan<byte> PlacesOfShuffled => [0, 4, 16, 20, 8, 12, 24, 28];

    private readonly int _width;
    private readonly int _stride;
    private readonly uint[] _bitmap = new uint[Gram.Hashes / 32];
    private readonly GramTable _table;

    /// <param name="literals">The literals; each holds as many grams as <paramref name="stride"/> says.</param>
    /// <param name="width">How many units are looked up, 2 to <see cref="Gram.MaxWidth"/>.</param>
    /// <param name="stride">Of how many places one is looked at: 1, 2 or 4, and with 4 the width is the greatest.</param>
    public GramPass(SoughtLiteral[] literals, int width, int stride)
    {
        (_width, _stride) = (width, stride);
        var offsets = Array.ConvertAll(literals, literal => Gram.RarestIn(literal.Text, width, stride));
        for (var literal = 0; literal < literals.Length; literal++)
        {
            for (var step = 0; step < stride; step++)
            {
                var hash = Gram.Hash(Gram.At(literals[literal].Text, offsets[literal] + step, width));
                _bitmap[hash >> 5] |= 1u << (int)(hash & 31);
            }
        }

        _table = new GramTable(literals, offsets, width, stride);
    }

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<char> text, LiteralHits hits) => Scan(text, 0, text.Length, hits);

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<char> text, int from, int to, LiteralHits hits) =>
        ScanByUnits(text, ScanByVectors(text, from, to, hits), to, hits);

    /// <summary>Looks at places one at a time.</summary>
    internal void ScanByUnits(ReadOnlySpan<char> text, int from, int to, LiteralHits hits)
    {
        for (var place = from; place < to && place + _width <= text.Length; place += _stride)
        {
            var hash = Gram.Hash(Gram.At(text, place, _width));
            if ((_bitmap[hash >> 5] >> (int)(hash & 31) & 1) != 0) _table.Compare(text, place, hits);
        }
    }

    /// <summary>Looks at the places of the blocks that end four units before the text does; says where to go on.</summary>
    internal int ScanByVectors(ReadOnlySpan<char> text, int from, int to, LiteralHits hits)
    {
        if (!Avx2.IsSupported) return from;
        if (_stride == 4) return ScanByWideVectors(text, from, to, hits);
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var upperMask = Vector256.Create(Gram.UpperMask(_width));
        // The last vector of a block begins three units after it does.
        var end = Math.Min(to, text.Length - 3);
        var place = from;
        for (; place + BlockUnits <= end; place += BlockUnits)
        {
            var even = Look(ref units, place, upperMask);
            var odd = _stride == 1 ? Look(ref units, place + 1, upperMask) : 0;
            if ((even | odd) != 0) CompareAll(text, place, even, odd, hits);
        }

        return place;
    }

    // Of every fourth place the gram is one number of a vector as it is loaded: its halves are brought together from two vectors.
    private int ScanByWideVectors(ReadOnlySpan<char> text, int from, int to, LiteralHits hits)
    {
        const byte evenNumbers = 0b10_00_10_00, oddNumbers = 0b11_01_11_01;
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var place = from;
        for (; place + 2 * BlockUnits <= to; place += 2 * BlockUnits)
        {
            var first = Vector256.LoadUnsafe(ref units, (nuint)place).AsSingle();
            var second = Vector256.LoadUnsafe(ref units, (nuint)place + BlockUnits).AsSingle();
            var found = Look(
                Avx.Shuffle(first, second, evenNumbers).AsUInt32(),
                Avx.Shuffle(first, second, oddNumbers).AsUInt32(),
                Vector256<uint>.AllBitsSet);
            for (; found != 0; found &= found - 1)
                _table.Compare(text, place + PlacesOfShuffled[BitOperations.TrailingZeroCount(found)], hits);
        }

        return place;
    }

    // Whether the bits of eight grams are set that begin at every second unit from a place on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Look(ref ushort units, int place, Vector256<uint> upperMask) =>
        Look(
            Vector256.LoadUnsafe(ref units, (nuint)place).AsUInt32(),
            Vector256.LoadUnsafe(ref units, (nuint)place + 2).AsUInt32(),
            upperMask);

    // Whether the bits of eight grams are set, given by their halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Look(Vector256<uint> lower, Vector256<uint> upper, Vector256<uint> upperMask)
    {
        lower |= Vector256.Create(Gram.CaseBits);
        upper = (upper | Vector256.Create(Gram.CaseBits)) & upperMask;
        var hashes = lower * Vector256.Create(Gram.FirstFactor) + upper * Vector256.Create(Gram.SecondFactor) >>> Gram.HashShift;
        var cells = (hashes >>> 5).AsUInt64();
        var (first, second, third, fourth) = (cells.GetElement(0), cells.GetElement(1), cells.GetElement(2), cells.GetElement(3));
        // A hash has as many bits as number the bits of the bitmap: no cell lies beyond it.
        ref var bitmap = ref MemoryMarshal.GetArrayDataReference(_bitmap);
        var words = Vector256.Create(
            Unsafe.Add(ref bitmap, (uint)first),
            Unsafe.Add(ref bitmap, (uint)(first >> 32)),
            Unsafe.Add(ref bitmap, (uint)second),
            Unsafe.Add(ref bitmap, (uint)(second >> 32)),
            Unsafe.Add(ref bitmap, (uint)third),
            Unsafe.Add(ref bitmap, (uint)(third >> 32)),
            Unsafe.Add(ref bitmap, (uint)fourth),
            Unsafe.Add(ref bitmap, (uint)(fourth >> 32)));
        // Each bit is brought to the front of its word, from where one instruction takes all eight.
        var distance = Vector256.Create(31u) - (hashes & Vector256.Create(31u));
        return Avx2.ShiftLeftLogicalVariable(words, distance).ExtractMostSignificantBits();
    }

    private void CompareAll(ReadOnlySpan<char> text, int place, uint even, uint odd, LiteralHits hits)
    {
        for (; even != 0; even &= even - 1) _table.Compare(text, place + 2 * BitOperations.TrailingZeroCount(even), hits);
        for (; odd != 0; odd &= odd - 1) _table.Compare(text, place + 1 + 2 * BitOperations.TrailingZeroCount(odd), hits);
    }
}
