namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// The code points in classes that a program never tells apart, each with a number, its symbol. The end of the text is a symbol too, the
/// last.
/// </summary>
internal sealed class SymbolMap
{
    private const int FirstSurrogate = 0xD800, EndOfSurrogates = 0xE000;

    private readonly byte[] _ascii;
    private readonly int[] _firsts;
    private readonly ushort[] _symbols;
    private readonly int[] _members;

    /// <param name="ascii">The symbol of each character of ASCII.</param>
    /// <param name="firsts">Where ranges of one symbol begin, ascending: the first at 128, the last up to the last code point.</param>
    /// <param name="symbols">The symbol of each of these ranges.</param>
    /// <param name="members">A code point of each symbol.</param>
    public SymbolMap(byte[] ascii, int[] firsts, ushort[] symbols, int[] members)
    {
        this._ascii = ascii;
        this._firsts = firsts;
        this._symbols = symbols;
        this._members = [.. members, ThreadStep.NoCharacter];
    }

    /// <summary>How many symbols there are.</summary>
    public int Count => _members.Length;

    /// <summary>The symbol behind the last character.</summary>
    public int End => _members.Length - 1;

    /// <summary>The symbol of each character of ASCII.</summary>
    public ReadOnlySpan<byte> Ascii => _ascii;

    /// <summary>A code point that stands for all of a symbol; <see cref="ThreadStep.NoCharacter"/> for the end.</summary>
    public int MemberOf(int symbol) => _members[symbol];

    /// <summary>The symbol of a code point beyond ASCII.</summary>
    public int SymbolOf(int codePoint) => _symbols[IndexOf(codePoint)];

    /// <summary>
    /// The code points beyond ASCII around one that have its symbol, none of them a surrogate: a text stays in one script for long. Empty
    /// for a surrogate.
    /// </summary>
    public SymbolRange RangeOf(int codePoint)
    {
        if (codePoint is >= FirstSurrogate and < EndOfSurrogates) return default;
        var index = IndexOf(codePoint);
        var end = index + 1 < _firsts.Length ? _firsts[index + 1] : CodePointSet.LastCodePoint + 1;
        return codePoint < FirstSurrogate
            ? new SymbolRange(_firsts[index], Math.Min(end, FirstSurrogate), _symbols[index])
            : new SymbolRange(Math.Max(_firsts[index], EndOfSurrogates), end, _symbols[index]);
    }

    private int IndexOf(int codePoint)
    {
        var index = Array.BinarySearch(_firsts, codePoint);
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
