using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AirsPolicy.Text.Patterns.Facts;

namespace AirsPolicy.Text.Literals;

/// <summary>
/// A few units that follow one another, packed into a number, the first lowest. In every unit one bit is set that tells small letters of
/// ASCII from capitals, so that both give the same number; other characters are mixed up by it too, which is sorted out where the literal
/// is compared.
/// </summary>
internal static class Gram
{
    private static readonly Dictionary<ulong, int> s_ofCommonWords = OfCommonWords();

    /// <summary>The longest.</summary>
    public const int MaxWidth = 4;

    /// <summary>How many values <see cref="Hash"/> has.</summary>
    public const int Hashes = 1 << 17;

    /// <summary>By how many bits a product is shifted to be a hash.</summary>
    public const int HashShift = 15;

    /// <summary>What is set in two units.</summary>
    public const uint CaseBits = 0x0020_0020;

    /// <summary>The factors of the lower and the upper half.</summary>
    public const uint FirstFactor = 0x9E37_79B1, SecondFactor = 0x85EB_CA6B;

    /// <summary>What of the upper half belongs to a gram of a width.</summary>
    public static uint UpperMask(int width) => width switch
    {
        4 => uint.MaxValue,
        3 => ushort.MaxValue,
        _ => 0,
    };

    /// <summary>The gram of two to four units at a place; it lies inside the text.</summary>
    public static ulong At(ReadOnlySpan<char> text, int start, int width)
    {
        if (start + MaxWidth <= text.Length)
        {
            var units = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.Slice(start, MaxWidth))));
            if (!BitConverter.IsLittleEndian) units = Reversed(units);
            return (units | (ulong)CaseBits << 32 | CaseBits) & ((ulong)UpperMask(width) << 32 | uint.MaxValue);
        }

        ulong gram = 0;
        for (var unit = 0; unit < width; unit++) gram |= (ulong)text[start + unit] << (16 * unit);
        return (gram | (ulong)CaseBits << 32 | CaseBits) & ((ulong)UpperMask(width) << 32 | uint.MaxValue);
    }

    /// <summary>A number below <see cref="Hashes"/>.</summary>
    public static uint Hash(ulong gram) => unchecked((uint)gram * FirstFactor + (uint)(gram >> 32) * SecondFactor) >> HashShift;

    /// <summary>How often a gram stands in ordinary text, roughly; for comparing one with another.</summary>
    public static long Weight(ReadOnlySpan<char> units)
    {
        var places = CommonWords.PlacesByLetters(units);
        return s_ofCommonWords.TryGetValue(At(units, 0, units.Length), out var more) ? places + more : places;
    }

    /// <summary>Where the grams of a text begin that stand for it: the rarer they are, the less often it is compared for nothing.</summary>
    /// <param name="text">The text; it holds as many grams.</param>
    /// <param name="width">How many units a gram has.</param>
    /// <param name="grams">How many grams there are, one unit after the other.</param>
    public static int RarestIn(string text, int width, int grams)
    {
        var (rarest, least) = (0, long.MaxValue);
        for (var offset = 0; offset + width + grams - 1 <= text.Length; offset++)
        {
            long weight = 0;
            for (var step = 0; step < grams; step++) weight += Weight(text.AsSpan(offset + step, width));
            if (weight < least) (rarest, least) = (offset, weight);
        }

        return rarest;
    }

    private static Dictionary<ulong, int> OfCommonWords()
    {
        var places = new Dictionary<ulong, int>();
        for (var width = 2; width <= MaxWidth; width++)
        {
            for (var at = 0; at + width <= CommonWords.Ordered.Length; at++)
            {
                var gram = At(CommonWords.Ordered, at, width);
                places[gram] = places.GetValueOrDefault(gram) + CommonWords.PlacesAt(at);
            }
        }

        return places;
    }

    private static ulong Reversed(ulong units) => units << 48 | (units & 0xFFFF_0000) << 16 | (units >> 16 & 0xFFFF_0000) | units >> 48;
}
