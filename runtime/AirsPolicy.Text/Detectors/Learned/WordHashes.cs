using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The hashes of words. Each unit of a word is taken behind the ones before it, which a processor has to wait for; so four parts of a
/// chunk, each of which begins with a word, are hashed side by side.
/// </summary>
internal static class WordHashes
{
    /// <summary>What the hash of every word begins with.</summary>
    public const ulong Start = 0xCBF29CE484222325;

    /// <summary>How far a part may be read beyond its end, where the same is done again as in the next part.</summary>
    public const int FurthestAhead = 32;

    private const ulong Prime = 0x100000001B3;
    private const int Parts = 4;
    private const int FewUnits = 32;

    /// <summary>Where the parts of a chunk begin, and how many units the longest has; one part where words are too long.</summary>
    public static (int Second, int Third, int Fourth, int Longest) PartsOf(in LetterChunk chunk)
    {
        var (one, all) = (chunk.Count / Parts, chunk.Count);
        if (all < FewUnits) return (0, 0, 0, all);
        var (second, third, fourth) = (chunk.StartFrom(one), chunk.StartFrom(2 * one), chunk.StartFrom(3 * one));
        var longest = Math.Max(Math.Max(second, third - second), Math.Max(fourth - third, all - fourth));
        return fourth + longest <= LetterChunk.Length + FurthestAhead ? (second, third, fourth, longest) : (0, 0, 0, all);
    }

    /// <summary>Writes the hash that a word has come to behind each of its units; behind others stands anything.</summary>
    /// <param name="mixed">
    /// What each unit adds, with <see cref="Start"/> where it goes on with no word; and room behind it, as in the others.
    /// </param>
    /// <param name="joins">All bits set for units that go on with the word of the one before, else none.</param>
    /// <param name="hashes">Takes the hashes.</param>
    /// <param name="before">The hash behind the chunk before.</param>
    /// <param name="parts">What <see cref="PartsOf"/> gives.</param>
    public static void Write(
        ReadOnlySpan<ulong> mixed,
        ReadOnlySpan<ulong> joins,
        Span<ulong> hashes,
        ulong before,
        (int Second, int Third, int Fourth, int Longest) parts)
    {
        var (second, third, fourth, longest) = parts;
        // The last that any part reads.
        _ = mixed[fourth + longest - 1] ^ joins[fourth + longest - 1] ^ hashes[fourth + longest - 1];
        ref var mix = ref MemoryMarshal.GetReference(mixed);
        ref var join = ref MemoryMarshal.GetReference(joins);
        ref var hash = ref MemoryMarshal.GetReference(hashes);
        var (one, two, three, four) = (before, 0UL, 0UL, 0UL);
        if (fourth == 0)
        {
            for (nint at = 0; at < longest; at++) one = Take(one, ref mix, ref join, ref hash, at);
            return;
        }

        var (at1, at2, at3, at4) = ((nint)0, (nint)second, (nint)third, (nint)fourth);
        for (; at1 < longest; at1++, at2++, at3++, at4++)
        {
            one = Take(one, ref mix, ref join, ref hash, at1);
            two = Take(two, ref mix, ref join, ref hash, at2);
            three = Take(three, ref mix, ref join, ref hash, at3);
            four = Take(four, ref mix, ref join, ref hash, at4);
        }
    }

    // Without a branch: words have so few units that the processor would guess wrong at every second one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Take(ulong hash, ref ulong mixed, ref ulong joins, ref ulong hashes, nint at)
    {
        hash = (hash & Unsafe.Add(ref joins, at) ^ Unsafe.Add(ref mixed, at)) * Prime;
        Unsafe.Add(ref hashes, at) = hash;
        return hash;
    }
}
