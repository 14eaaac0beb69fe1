using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>What the units of a stretch of a text are, a bit for each. What is behind the end of the text is white space.</summary>
/// <param name="Letters">Letters of ASCII.</param>
/// <param name="Digits">Digits of ASCII.</param>
/// <param name="Spaces">The space and all control characters below it.</param>
/// <param name="Others">What is not of ASCII.</param>
internal readonly record struct UnitBlock(ulong Letters, ulong Digits, ulong Spaces, ulong Others)
{
    /// <summary>The units of a block.</summary>
    public const int Length = 64;

    /// <summary>The block of a text from a place on.</summary>
    public static UnitBlock At(ReadOnlySpan<char> text, int start)
    {
        if (start + Length <= text.Length) return Read(text.Slice(start, Length));
        Span<char> last = stackalloc char[Length];
        last.Clear();
        text[start..].CopyTo(last);
        return Read(last);
    }

    /// <summary>Of the units that are not of ASCII those that are as asked.</summary>
    /// <param name="text">The text of the block.</param>
    /// <param name="start">Where in it the block begins.</param>
    /// <param name="isSuch">Asked of the place in the text of each.</param>
    public ulong OthersThatAre(ReadOnlySpan<char> text, int start, Func<ReadOnlySpan<char>, int, bool> isSuch)
    {
        var such = 0UL;
        for (var others = Others; others != 0; others &= others - 1)
        {
            var place = BitOperations.TrailingZeroCount(others);
            if (isSuch(text, start + place)) such |= 1UL << place;
        }
        return such;
    }

    private static UnitBlock Read(scoped ReadOnlySpan<char> units)
    {
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(units));
        var (letters, digits, spaces, others) = (0UL, 0UL, 0UL, 0UL);
        for (var at = 0; at < Length; at += Vector256<byte>.Count)
        {
            // What is beyond a byte becomes its greatest value, which is neither.
            var bytes = Vector256.NarrowWithSaturation(
                Vector256.LoadUnsafe(ref first, (nuint)at),
                Vector256.LoadUnsafe(ref first, (nuint)(at + Vector256<ushort>.Count)));
            var lower = bytes | Vector256.Create((byte)0x20);
            var isLetter = Vector256.LessThan(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
            var isDigit = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
            var isSpace = Vector256.LessThanOrEqual(bytes, Vector256.Create((byte)' '));
            letters |= (ulong)isLetter.ExtractMostSignificantBits() << at;
            digits |= (ulong)isDigit.ExtractMostSignificantBits() << at;
            spaces |= (ulong)isSpace.ExtractMostSignificantBits() << at;
            others |= (ulong)bytes.ExtractMostSignificantBits() << at;
        }
        return new UnitBlock(letters, digits, spaces, others);
    }
}
