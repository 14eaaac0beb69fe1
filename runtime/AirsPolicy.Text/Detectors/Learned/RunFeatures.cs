using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>The numbers of runs of characters, worked out for several runs at once.</summary>
internal static class RunFeatures
{
    private const int Before = TextFeatures.RunLength - 1;
    private const int RunBits = TextFeatures.RunBits;
    private const ulong RunMask = (1UL << TextFeatures.RunLength * RunBits) - 1;

    // So many runs have their numbers in one vector.
    private const int Together = 8;

    /// <summary>Hashes every run of a stretch of letters.</summary>
    /// <param name="letters">
    /// The letters, each of <see cref="TextFeatures.RunBits"/>; every run ends with one and has those before it.
    /// </param>
    /// <param name="buckets">As many numbers as there are runs.</param>
    public static void Hash(ReadOnlySpan<ushort> letters, Span<uint> buckets) =>
        HashByUnits(letters, buckets, HashByVectors(letters, buckets));

    /// <summary>Hashes the runs from one on, one after the other.</summary>
    internal static void HashByUnits(ReadOnlySpan<ushort> letters, Span<uint> buckets, int from)
    {
        if (from == buckets.Length) return;
        var run = 0UL;
        foreach (var letter in letters.Slice(from, Before)) run = run << RunBits | letter;
        for (var at = from; at < buckets.Length; at++)
        {
            run = run << RunBits & RunMask | letters[at + Before];
            buckets[at] = TextFeatures.BucketOf(run);
        }
    }

    /// <summary>Hashes runs as long as there are enough of them to fill a vector with their numbers; says where to go on.</summary>
    internal static int HashByVectors(ReadOnlySpan<ushort> letters, Span<uint> buckets)
    {
        var at = 0;
        if (!Vector256.IsHardwareAccelerated
            || buckets.Length is < Together or > FeatureBlock.Length
            || letters.Length < buckets.Length + Before)
            return at;
        Span<uint> pairs = stackalloc uint[Before + FeatureBlock.Length];
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        ref var units = ref MemoryMarshal.GetReference(letters);
        var whole = buckets.Length / Together * Together;
        // Each letter with the one before; the first that is asked for is the third.
        for (var place = 2; place < Before; place++) pairs[place] = letters[place] | (uint)letters[place - 1] << RunBits;
        for (var place = Before; place < whole + Before; place += Vector256<uint>.Count)
            (Widened(ref units, place) | Widened(ref units, place - 1) << RunBits).StoreUnsafe(ref pair, (nuint)place);
        ref var numbers = ref MemoryMarshal.GetReference(buckets);
        for (; at < whole; at += Together)
        {
            Vector256.Narrow(Hashes(ref units, ref pair, at), Hashes(ref units, ref pair, at + Vector256<ulong>.Count))
                .StoreUnsafe(ref numbers, (nuint)at);
        }

        return at;
    }

    // Of four runs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Hashes(ref ushort units, ref uint pairs, int at)
    {
        var last = Vector256.WidenLower(Vector128.LoadUnsafe(ref pairs, (nuint)at + Before).ToVector256Unsafe());
        var middle = Vector256.WidenLower(Vector128.LoadUnsafe(ref pairs, (nuint)at + Before - 2).ToVector256Unsafe());
        var first = Vector256.WidenLower(Vector256.WidenLower(Vector128.LoadUnsafe(ref units, (nuint)at).ToVector256Unsafe()));
        var keys = (last | middle << 2 * RunBits | first << 4 * RunBits) * TextFeatures.Odd;
        return (keys ^ keys >>> 32) * TextFeatures.Odd >>> TextFeatures.BucketShift;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Widened(ref ushort units, int at) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref units, (nuint)at).ToVector256Unsafe());
}
