using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Concepts;

/// <summary>
/// How long the stems are that begin alike, as bits, so that a word is looked up only at lengths that a stem has: by the first unit those
/// of one and two units, by the first three longer ones, and whether a phrase begins so.
/// </summary>
internal static class StemLengths
{
    /// <summary>The units that stems of more than two are kept by.</summary>
    public const int Beginning = 3;

    /// <summary>The bit of stems of so many units and more.</summary>
    public const int Most = 15;

    /// <summary>The bit that says that a phrase begins so.</summary>
    public const uint Phrase = 1;

    /// <summary>The bits of stems that are shorter than a beginning.</summary>
    public const uint OfFew = 1u << 1 | 1u << 2;

    /// <summary>How many places there are.</summary>
    public const int Places = 1 << PlaceBits;

    private const int PlaceBits = 15;

    /// <summary>Where the lengths are kept that belong to a beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlaceOf(ulong hash) => (int)(hash * 0x9E3779B97F4A7C15 >> 64 - PlaceBits);

    /// <summary>The bit of stems of a length.</summary>
    public static uint BitOf(int length) => 1u << Math.Min(length, Most);
}
