using System.Runtime.CompilerServices;
using AirsPolicy.Text.Concepts;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The features of a folded text: its words alone, in pairs and in threes, and every run of <see cref="RunLength"/> characters, each as a
/// number that hashing gives it; and the concepts of its words, which are the same in many languages. A word is a run of letters and
/// digits; in scripts that write no spaces, and in Korean, each character is one. Digits count as one digit, so that no number is learned.
/// </summary>
internal static class TextFeatures
{
    /// <summary>How many numbers features can have. Features that share one share its weight.</summary>
    public const int Buckets = 1 << BucketBits;

    /// <summary>The characters of a run.</summary>
    public const int RunLength = 5;

    /// <summary>What of a character counts in a run.</summary>
    public const int RunBits = 12;

    /// <summary>What is multiplied with to hash.</summary>
    public const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>By how many bits a hash is shifted to be the number of a feature.</summary>
    public const int BucketShift = 64 - BucketBits;

    private const int BucketBits = 21;

    /// <summary>Gives all features of a folded text to a sink.</summary>
    public static void Collect<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var letters = new LetterChunk(
            stackalloc ushort[LetterChunk.Cells],
            stackalloc ulong[LetterChunk.Cells],
            stackalloc ulong[LetterChunk.Cells],
            stackalloc ulong[LetterChunk.Cells],
            stackalloc ulong[LetterChunk.BitCells]);
        var words = new WordFeatures(
            stackalloc int[WordFeatures.Cells],
            stackalloc int[WordFeatures.Cells],
            stackalloc ulong[WordFeatures.Cells]);
        var concepts = new ConceptFeatures(
            ConceptMemory.Shipped,
            stackalloc ulong[ConceptReader.Cells],
            stackalloc ConceptToken[ConceptFeatures.Cells]);
        Span<uint> buckets = stackalloc uint[FeatureBlock.MostFeatures + WordBuckets.Together];
        for (var start = 0; start < text.Length; start += LetterChunk.Length)
        {
            letters.Read(text, start);
            for (var block = 0; block < letters.Count; block += FeatureBlock.Length)
            {
                var length = Math.Min(FeatureBlock.Length, letters.Count - block);
                // The first characters of a text end no run.
                var skipped = start + block == 0 ? Math.Min(RunLength - 1, length) : 0;
                var runs = length - skipped;
                RunFeatures.Hash(letters.RunsEndingFrom(block + skipped, runs), buckets[..runs]);
                var read = words.Read(letters, start, block, buckets[runs..]);
                if (runs + read.Features == 0) continue;
                sink.Add(new FeatureBlock(start + block, buckets[..(runs + read.Features)], read, concepts.Read(text, read)));
            }
        }
    }

    /// <summary>The number of a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint BucketOf(ulong key)
    {
        key *= Odd;
        return (uint)((key ^ key >> 32) * Odd >> BucketShift);
    }
}
