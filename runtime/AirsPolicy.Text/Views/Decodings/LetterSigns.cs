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
        var blocks = new Blocks(text);
        while (blocks.MoveNext())
        {
            var (letters, digits, spaces) = (blocks.Letters, blocks.Digits, blocks.Spaces);
            alone |= BitOperations.PopCount(letters & ~(letters << 1) & ~(letters >> 1)) >= FewestAlone;
            mixed |= BitOperations.PopCount(digits & (letters << 1 | letters >> 1)) >= FewestMixed;
            // Most letters that look like signs at first are of other alphabets, such as the ü of für.
            if (!joined && AreJoinedIn(letters, digits, spaces))
                joined = blocks.Others == 0 || AreJoinedIn(letters | blocks.OtherLetters(), digits, spaces);
        }
        return new LetterSigns(alone, mixed, joined);
    }

    private static bool AreJoinedIn(ulong letters, ulong digits, ulong spaces)
    {
        var behind = letters << 1 & ~letters;
        // A sign between spaces, as in `this | that`, counts too.
        var between = BitOperations.PopCount(spaces << 1 & ~(letters | digits | spaces) & spaces >> 1);
        var signs = BitOperations.PopCount(behind & ~(digits | spaces)) + between;
        return signs >= FewestJoined && signs > BitOperations.PopCount(behind & spaces) - between;
    }

    /// <summary>Where the letters, the digits and the white space of ASCII in each block stand.</summary>
    private ref struct Blocks(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;
        private ReadOnlySpan<char> _block;

        public ulong Letters { get; private set; }

        public ulong Digits { get; private set; }

        public ulong Spaces { get; private set; }

        /// <summary>Where there is something else than ASCII.</summary>
        public ulong Others { get; private set; }

        /// <summary>Where of that what is of words stands.</summary>
        public readonly ulong OtherLetters()
        {
            var letters = 0UL;
            for (var others = Others; others != 0; others &= others - 1)
            {
                var place = BitOperations.TrailingZeroCount(others);
                if (SignSpaces.IsWord(_block[place])) letters |= 1UL << place;
            }
            return letters;
        }

        public bool MoveNext()
        {
            if (_rest.IsEmpty) return false;
            _block = _rest[..Math.Min(Block, _rest.Length)];
            _rest = _rest[_block.Length..];
            if (_block.Length == Block)
            {
                Read(_block);
                return true;
            }
            Span<char> last = stackalloc char[Block];
            last.Clear();
            _block.CopyTo(last);
            Read(last);
            return true;
        }

        private void Read(scoped ReadOnlySpan<char> block)
        {
            ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(block));
            (Letters, Digits, Spaces, Others) = (0, 0, 0, 0);
            for (var at = 0; at < Block; at += Vector256<byte>.Count)
            {
                // What is beyond a byte becomes its greatest value, which is neither.
                var bytes = Vector256.NarrowWithSaturation(
                    Vector256.LoadUnsafe(ref units, (nuint)at),
                    Vector256.LoadUnsafe(ref units, (nuint)(at + Vector256<ushort>.Count)));
                var lower = bytes | Vector256.Create((byte)0x20);
                var isLetter = Vector256.LessThan(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
                var isDigit = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
                var isSpace = Vector256.LessThanOrEqual(bytes, Vector256.Create((byte)' '));
                Letters |= (ulong)isLetter.ExtractMostSignificantBits() << at;
                Digits |= (ulong)isDigit.ExtractMostSignificantBits() << at;
                Spaces |= (ulong)isSpace.ExtractMostSignificantBits() << at;
                Others |= (ulong)bytes.ExtractMostSignificantBits() << at;
            }
        }
    }
}
