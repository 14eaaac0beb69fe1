using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Words;

/// <summary>The hash of a word of the letters a to z, one letter at a time; also that of the word without one of its letters.</summary>
internal static class WordHash
{
    /// <summary>The most letters that a word has here.</summary>
    public const int Longest = 20;

    private const uint Base = 0x85EBCA6B, Golden = 0x9E3779B9;

    private static readonly uint[] s_powers = Powers();

    /// <summary>The hash of a word with one letter more; that of no letter is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint With(uint hash, char letter) => hash * Base + (letter - ('a' - 1u));

    /// <summary>The hash of a word.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var letter in word) hash = With(hash, letter);
        return hash;
    }

    /// <summary>The hash of a word without one letter.</summary>
    /// <param name="hash">The hash of the word.</param>
    /// <param name="before">The hash of what stands before the letter.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="behind">How many letters stand behind it; fewer than <see cref="Longest"/>.</param>
    public static uint Without(uint hash, uint before, char letter, int behind) =>
        hash + (before - With(before, letter)) * s_powers[behind];

    /// <summary>What a hash is known by in a table: never 0, with its upper bits as good as its lower ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint KeyOf(uint hash) => (hash ^ hash >> 15) * Golden | 1;

    private static uint[] Powers()
    {
        var powers = new uint[Longest];
        powers[0] = 1;
        for (var at = 1; at < Longest; at++) powers[at] = powers[at - 1] * Base;
        return powers;
    }
}
