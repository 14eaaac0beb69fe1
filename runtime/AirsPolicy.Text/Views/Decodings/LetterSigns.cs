using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Cheap signs of a text that is spelled out or written in digits, looked for in blocks of 64 units: nearly all texts show none.
/// </summary>
/// <param name="AreSpacedOut">Many letters stand alone somewhere.</param>
/// <param name="AreMixed">Many digits touch letters somewhere.</param>
/// <param name="AreJoined">More letters are followed by signs than by spaces somewhere.</param>
internal readonly record struct LetterSigns(bool AreSpacedOut, bool AreMixed, bool AreJoined)
{
    private const int Block = 64;
    private const int FewestAlone = 6, FewestMixed = 4, FewestJoined = 4;

    /// <summary>The signs of a text.</summary>
    public static LetterSigns Of(ReadOnlySpan<char> text)
    {
        var (alone, mixed, joined) = (false, false, false);
        foreach (var (letters, digits, spaces) in new Blocks(text))
        {
            alone |= BitOperations.PopCount(letters & ~(letters << 1) & ~(letters >> 1)) >= FewestAlone;
            mixed |= BitOperations.PopCount(digits & (letters << 1 | letters >> 1)) >= FewestMixed;
            var behind = letters << 1 & ~letters;
            // A sign between spaces, as in `this | that`, counts too.
            var between = BitOperations.PopCount(spaces << 1 & ~(letters | digits | spaces) & spaces >> 1);
            var signs = BitOperations.PopCount(behind & ~(digits | spaces)) + between;
            joined |= signs >= FewestJoined && signs > BitOperations.PopCount(behind & spaces) - between;
        }
        return new LetterSigns(alone, mixed, joined);
    }

    /// <summary>Where the letters, the digits and the white space of ASCII in each block stand.</summary>
    private ref struct Blocks(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public (ulong Letters, ulong Digits, ulong Spaces) Current { get; private set; }

        public readonly Blocks GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.IsEmpty) return false;
            if (_rest.Length >= Block)
            {
                Current = Of(_rest);
                _rest = _rest[Block..];
                return true;
            }
            Span<char> last = stackalloc char[Block];
            last.Clear();
            _rest.CopyTo(last);
            Current = Of(last);
            _rest = default;
            return true;
        }

        private static (ulong Letters, ulong Digits, ulong Spaces) Of(ReadOnlySpan<char> block)
        {
            ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(block));
            var (letters, digits, spaces) = (0UL, 0UL, 0UL);
            for (var at = 0; at < Block; at += Vector256<byte>.Count)
            {
                // What is beyond a byte becomes its greatest value, which is neither.
                var bytes = Vector256.NarrowWithSaturation(
                    Vector256.LoadUnsafe(ref units, (nuint)at),
                    Vector256.LoadUnsafe(ref units, (nuint)(at + Vector256<ushort>.Count)));
                var lower = bytes | Vector256.Create((byte)0x20);
                var isLetter = Vector256.LessThan(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
                var isDigit = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
                letters |= (ulong)isLetter.ExtractMostSignificantBits() << at;
                var isSpace = Vector256.LessThanOrEqual(bytes, Vector256.Create((byte)' '));
                spaces |= (ulong)isSpace.ExtractMostSignificantBits() << at;
                digits |= (ulong)isDigit.ExtractMostSignificantBits() << at;
            }
            return (letters, digits, spaces);
        }
    }
}
