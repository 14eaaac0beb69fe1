using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Concepts;

/// <summary>
/// The words that were looked up last, with what was found: people write most words again and again, and to look one up costs ten times as
/// much. Words are compared by all of their units, none of which is 0, so that no answer depends on what was asked before. For one thread.
/// </summary>
/// <param name="table">The table that words are looked up in.</param>
internal sealed class ConceptMemory(ConceptTable table)
{
    /// <summary>The most units of a word that is remembered.</summary>
    public const int LongestWord = 16;

    private const int PlaceBits = 11, ScriptBits = 3;

    [ThreadStatic]
    private static ConceptMemory? s_shipped;

    // A mask: all bits of the first units of a word, none of those behind it. Where it is read from says how long the word is.
    private static readonly ushort[] s_within = Within();

    private readonly Vector256<ushort>[] _words = new Vector256<ushort>[1 << PlaceBits];
    // What was found, and below it the script; 0 where nothing is remembered.
    private readonly int[] _found = new int[1 << PlaceBits];

    /// <summary>That of this thread, over the table that ships.</summary>
    public static ConceptMemory Shipped => s_shipped ??= new ConceptMemory(ConceptTable.Shipped);

    /// <summary>The table that words are looked up in.</summary>
    public ConceptTable Table { get; } = table;

    /// <summary>The units of a word, of at most <see cref="LongestWord"/>, with which a text begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> UnitsOf(ReadOnlySpan<char> text, int word)
    {
        if (text.Length < LongestWord) return UnitsOfShort(text, word);
        var within = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(s_within), (nuint)(LongestWord - word));
        return within & Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)));
    }

    /// <summary>What was found for a word; false where it is not remembered.</summary>
    /// <param name="word">Its units.</param>
    /// <param name="script">Its script.</param>
    /// <param name="found">What was kept.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(Vector256<ushort> word, ConceptScript script, out int found)
    {
        var place = PlaceOf(word);
        found = _found[place] >> ScriptBits;
        return (_found[place] & (1 << ScriptBits) - 1) == MarkOf(script) && _words[place] == word;
    }

    /// <summary>Remembers what was found for a word, in the place of another.</summary>
    /// <param name="word">Its units.</param>
    /// <param name="script">Its script.</param>
    /// <param name="found">What was found, in 28 bits and a sign.</param>
    public void Keep(Vector256<ushort> word, ConceptScript script, int found)
    {
        var place = PlaceOf(word);
        (_words[place], _found[place]) = (word, found << ScriptBits | MarkOf(script));
    }

    // Never 0, which stands where nothing is remembered.
    private static int MarkOf(ConceptScript script) => (int)script + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(Vector256<ushort> word)
    {
        const ulong One = 0x9E3779B97F4A7C15, Two = 0xBF58476D1CE4E5B9, Three = 0x94D049BB133111EB, Four = 0xD6E8FEB86659FD93;
        var parts = word.AsUInt64();
        var mixed = parts[0] * One + (parts[1] * Two ^ parts[2] * Three + parts[3] * Four);
        return (int)((mixed ^ mixed >> 32) * One >> 64 - PlaceBits);
    }

    private static Vector256<ushort> UnitsOfShort(ReadOnlySpan<char> text, int word)
    {
        Span<ushort> units = stackalloc ushort[LongestWord];
        units.Clear();
        MemoryMarshal.Cast<char, ushort>(text[..word]).CopyTo(units);
        return Vector256.Create(units);
    }

    private static ushort[] Within()
    {
        var within = new ushort[2 * LongestWord];
        within.AsSpan(0, LongestWord).Fill(ushort.MaxValue);
        return within;
    }
}
