namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// The code points in classes that a program never tells apart, each with a number, its symbol. The end of the text is a symbol too, the
/// last.
/// </summary>
internal sealed class SymbolMap
{
    private const int FirstSurrogate = 0xD800, EndOfSurrogates = 0xE000;

    private readonly byte[] ascii;
    private readonly int[] firsts;
    private readonly ushort[] symbols;
    private readonly int[] members;

    /// <param name="ascii">The symbol of each character of ASCII.</param>
    /// <param name="firsts">Where ranges of one symbol begin, ascending: the first at 128, the last up to the last code point.</param>
    /// <param name="symbols">The symbol of each of these ranges.</param>
    /// <param name="members">A code point of each symbol.</param>
    public SymbolMap(byte[] ascii, int[] firsts, ushort[] symbols, int[] members)
    {
        this.ascii = ascii;
        this.firsts = firsts;
        this.symbols = symbols;
        this.members = [.. members, ThreadStep.NoCharacter];
    }

    /// <summary>How many symbols there are.</summary>
    public int Count => members.Length;

    /// <summary>The symbol behind the last character.</summary>
    public int End => members.Length - 1;

    /// <summary>The symbol of each character of ASCII.</summary>
    public ReadOnlySpan<byte> Ascii => ascii;

    /// <summary>A code point that stands for all of a symbol; <see cref="ThreadStep.NoCharacter"/> for the end.</summary>
    public int MemberOf(int symbol) => members[symbol];

    /// <summary>The symbol of a code point beyond ASCII.</summary>
    public int SymbolOf(int codePoint) => symbols[IndexOf(codePoint)];

    /// <summary>
    /// The code points beyond ASCII around one that have its symbol, none of them a surrogate: a text stays in one script for long. Empty
    /// for a surrogate.
    /// </summary>
    public SymbolRange RangeOf(int codePoint)
    {
        if (codePoint is >= FirstSurrogate and < EndOfSurrogates) return default;
        var index = IndexOf(codePoint);
        var end = index + 1 < firsts.Length ? firsts[index + 1] : CodePointSet.LastCodePoint + 1;
        return codePoint < FirstSurrogate
            ? new SymbolRange(firsts[index], Math.Min(end, FirstSurrogate), symbols[index])
            : new SymbolRange(Math.Max(firsts[index], EndOfSurrogates), end, symbols[index]);
    }

    private int IndexOf(int codePoint)
    {
        var index = Array.BinarySearch(firsts, codePoint);
        return index < 0 ? ~index - 1 : index;
    }
}

/// <summary>Code points that follow one another and have one symbol.</summary>
/// <param name="First">The first of them.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Symbol">Their symbol.</param>
internal readonly record struct SymbolRange(int First, int End, int Symbol)
{
    public bool Contains(int codePoint) => codePoint >= First && codePoint < End;
}
