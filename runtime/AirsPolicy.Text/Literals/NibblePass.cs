using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AirsPolicy.Text.Literals;

/// <summary>
/// One pass over a text for literals of which few are sought, or which are much alike: every place is looked at, thirty-two in a handful of
/// steps that look nothing up in memory. Where a gram of <see cref="NibbleGroups"/> can stand the literals are compared.
/// </summary>
internal sealed class NibblePass : IPlacePass
{
    /// <summary>The shortest literal.</summary>
    public const int ShortestLiteral = NibbleGroups.Width;

    // Where more places pass looking grams up takes no longer.
    private const double MostShare = 0.01;

    private const int BlockUnits = 32;

    // Of one block units come out of packing in this order, by eights.
    private static ReadOnlySpan<byte> PlacesOfPacked => [0, 16, 8, 24];

    private readonly Vector256<byte>[] _groups;
    private readonly GramTable _table;

    private NibblePass(NibbleGroups groups, GramTable table) => (_groups, _table) = (groups.ToVectors(), table);

    /// <summary>A pass for literals of ASCII; null where there are too many, or the processor has no such steps.</summary>
    public static NibblePass? Of(SoughtLiteral[] literals)
    {
        if (!Avx2.IsSupported || literals.Length == 0) return null;
        var offsets = Array.ConvertAll(literals, literal => Gram.RarestIn(literal.Text, NibbleGroups.Width, 1));
        var groups = new NibbleGroups(literals.Select((literal, index) => literal.Text.Substring(offsets[index], NibbleGroups.Width)));
        return groups.Share > MostShare ? null : new NibblePass(groups, new GramTable(literals, offsets, NibbleGroups.Width, 1));
    }

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<char> text, LiteralHits hits) => Scan(text, 0, text.Length, hits);

    /// <inheritdoc/>
    public void Scan(ReadOnlySpan<char> text, int from, int to, LiteralHits hits)
    {
        var end = Math.Min(to, text.Length - NibbleGroups.Width + 1);
        if (end >= BlockUnits)
        {
            ScanBlocks(text, from, end, hits);
            return;
        }

        for (var place = from; place < end; place++) _table.Compare(text, place, hits);
    }

    private void ScanBlocks(ReadOnlySpan<char> text, int from, int end, LiteralHits hits)
    {
        var groups = _groups;
        var (firstLower, firstUpper, secondLower, secondUpper, thirdLower, thirdUpper) = (
            groups[0],
            groups[1],
            groups[2],
            groups[3],
            groups[4],
            groups[5]);
        ref var units = ref Unsafe.As<char, short>(ref MemoryMarshal.GetReference(text));
        for (var next = from; next < end; next += BlockUnits)
        {
            // The last block lies over the one before it.
            var place = Math.Min(next, end - BlockUnits);
            var found =
                Look(ref units, place, firstLower, firstUpper)
                & Look(ref units, place + 1, secondLower, secondUpper)
                & Look(ref units, place + 2, thirdLower, thirdUpper);
            if (found != Vector256<byte>.Zero)
                Compare(text, place, next, found, hits);
        }
    }

    // In which groups thirty-two units are, in the order in which packing leaves them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(ref short units, int place, Vector256<byte> lower, Vector256<byte> upper)
    {
        // What is not of ASCII becomes a byte that is in no group, or is seen for what it is where literals are compared.
        var packed =
            Avx2.PackUnsignedSaturate(
                Vector256.LoadUnsafe(ref units, (nuint)place),
                Vector256.LoadUnsafe(ref units, (nuint)place + (BlockUnits / 2))
            ) | Vector256.Create((byte)0x20);
        var half = Vector256.Create((byte)0x0F);
        return Avx2.Shuffle(lower, packed & half) & Avx2.Shuffle(upper, (packed.AsUInt16() >>> 4).AsByte() & half);
    }

    private void Compare(ReadOnlySpan<char> text, int block, int from, Vector256<byte> found, LiteralHits hits)
    {
        for (var bits = ~Vector256.Equals(found, Vector256<byte>.Zero).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
        {
            var bit = BitOperations.TrailingZeroCount(bits);
            var place = block + PlacesOfPacked[bit >> 3] + (bit & 7);
            if (place >= from) _table.Compare(text, place, hits);
        }
    }
}
