using System.Runtime.CompilerServices;

namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// A range packed into one slot: the start in the upper 32 bits, the length in the lower. Texts are ranges of a frame's
/// characters (UTF-16 units), lists are ranges of its slots (the length counts items, not slots).
/// </summary>
public static class Handle
{
    /// <summary>The empty text and the empty list.</summary>
    public const long Empty = 0;

    /// <summary>Packs a range; both parts are not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(int start, int length) => ((long)start << 32) | (uint)length;

    /// <summary>Where the range begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Start(long handle) => (int)(handle >> 32);

    /// <summary>How long the range is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(long handle) => (int)handle;
}
