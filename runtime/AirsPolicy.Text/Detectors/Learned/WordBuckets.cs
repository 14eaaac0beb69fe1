using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>The numbers of words alone, in pairs and in threes, worked out for eight at once.</summary>
internal static class WordBuckets
{
    /// <summary>How many are worked out at once, and how many numbers are written at most behind those asked for.</summary>
    public const int Together = 8;

    // Starts that keep pairs and threes apart from words.
    private const ulong PairStart = 0x8422232584222325, ThreeStart = 0x325CBF29CE484222;

    /// <summary>Writes the numbers of words alone, then of pairs, then of threes.</summary>
    /// <param name="hashes">The hashes of words, some of them before the block; and room.</param>
    /// <param name="words">The words of the block.</param>
    /// <param name="before">How many words stand before them.</param>
    /// <param name="buckets">Takes the numbers; and room.</param>
    public static void Write(ReadOnlySpan<ulong> hashes, BlockWords words, int before, Span<uint> buckets)
    {
        var end = before + words.Count;
        var written = 0;
        for (var length = 1; length <= BlockWords.Longest; length++)
        {
            var first = Math.Max(before, length - 1);
            for (var at = first; at < end; at += Together)
            {
                Vector256.Narrow(Hashes(hashes, at, length), Hashes(hashes, at + Vector256<ulong>.Count, length))
                    .CopyTo(buckets[(written + at - first)..]);
            }

            written += Math.Max(0, end - first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Hashes(ReadOnlySpan<ulong> hashes, int at, int length)
    {
        var keys = Vector256.Create(hashes.Slice(at, Vector256<ulong>.Count));
        if (length == 2) keys ^= Vector256.Create(PairStart) ^ Times31(hashes, at - 1);
        else if (length == 3) keys ^= Vector256.Create(ThreeStart) ^ Times31(hashes, at - 1) ^ Times31(hashes, at - 2) * 31UL;
        keys *= TextFeatures.Odd;
        return (keys ^ keys >>> 32) * TextFeatures.Odd >>> TextFeatures.BucketShift;
    }

    private static Vector256<ulong> Times31(ReadOnlySpan<ulong> hashes, int at)
    {
        var loaded = Vector256.Create(hashes.Slice(at, Vector256<ulong>.Count));
        return (loaded << 5) - loaded;
    }
}
