using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Concepts;

/// <summary>
/// The units of a word as the table of concepts knows them: one of those that people type for one another, and no vowel signs.
/// </summary>
internal static class ConceptUnits
{
    // What the hash of a word begins with.
    private const ulong Start = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;
    private const char FirstUnified = '\u0591', LastUnified = '\u06D2', Joiner = '\u200C';

    // What of a hash keeps words apart from the stems that they begin with.
    private const ulong WordMark = 0x9E3779B97F4A7C15;

    /// <summary>What the hash of every word of a script begins with.</summary>
    public static ulong StartOf(ConceptScript script) => Start ^ (ulong)script * WordMark;

    /// <summary>The hash of a word with one unit more; the same where the unit says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong With(ulong hash, char unit)
    {
        if (unit >= FirstUnified && (unit <= LastUnified || unit == Joiner)) unit = Unified(unit);
        return unit == 0 ? hash : (hash ^ unit) * Prime;
    }

    /// <summary>The key of a stem, by the hash of its units: never 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint StemKey(ulong hash) => (uint)((hash ^ hash >> 29) * WordMark >> 32) | 1;

    /// <summary>The key of a whole word: never 0.</summary>
    public static uint WordKey(ulong hash) => StemKey(hash ^ WordMark);

    // Hebrew points, Arabic vowel signs and the line that stretches letters say nothing; letters of Arabic are typed for one another.
    // Folding has made some of them one of ASCII: alif is l, and heh is o.
    private static char Unified(char unit) => unit switch
    {
        (>= '\u0591' and <= '\u05C7') or '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670' or Joiner => '\0',
        '\u0629' => 'o',
        '\u0649' or '\u06CC' or '\u06D2' => '\u064A',
        '\u06A9' => '\u0643',
        _ => unit,
    };
}
