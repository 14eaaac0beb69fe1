using static AirsPolicy.Text.Unicode.WordBreakClass;

namespace AirsPolicy.Text.Unicode;

/// <summary>What the word boundary rules of UAX #29 need to know of the text before a position.</summary>
internal struct WordBreakState
{
    private const int ClassBits = 0x7F, Pictographic = 0x80;

    // The last character, the last one that rule WB4 does not skip, and the one before that.
    private WordBreakClass _last;
    private WordBreakClass _previous;
    private WordBreakClass _beforePrevious;
    private bool _oddRegionalIndicators;

    /// <summary>
    /// All that decides about boundaries still to come, as one number; states with one number never part again. What stands before the last
    /// two characters matters only behind punctuation that may join letters or digits.
    /// </summary>
    public int Context
    {
        readonly get =>
            (int)_last
            | (int)_previous << 5
            | (JoinsAcross(_previous) ? (int)_beforePrevious : (int)Other) << 10
            | (_oddRegionalIndicators && _previous == RegionalIndicator ? 1 << 15 : 0);
        set
        {
            _last = (WordBreakClass)(value & 31);
            _previous = (WordBreakClass)(value >> 5 & 31);
            _beforePrevious = (WordBreakClass)(value >> 10 & 31);
            _oddRegionalIndicators = value >> 15 != 0;
        }
    }

    public static WordBreakState AtStart => new() { _last = Edge, _previous = Edge, _beforePrevious = Edge };

    public static WordBreakClass ClassOf(int codePoint) => (WordBreakClass)(Entry(codePoint) & ClassBits);

    public static bool IsSkipped(WordBreakClass wordBreak) => wordBreak is Extend or Format or ZeroWidthJoiner;

    /// <summary>Whether what stands behind a character of the class has a say in whether it joins what stands before it.</summary>
    public static bool LooksAhead(WordBreakClass wordBreak) => JoinsAcross(wordBreak);

    /// <summary>What tells the code point from others in the rules.</summary>
    public static int EntryOf(int codePoint) => Entry(codePoint);

    public static bool IsNewline(WordBreakClass wordBreak) => wordBreak is CarriageReturn or LineFeed or Newline;

    /// <summary>Whether there is a boundary before <paramref name="codePoint"/>, after which <paramref name="rest"/> stands.</summary>
    public readonly bool BreaksBefore(int codePoint, ReadOnlySpan<char> rest)
    {
        var current = ClassOf(codePoint);
        if (_last == Edge) return true; // WB1
        if (_last == CarriageReturn && current == LineFeed) return false; // WB3
        if (IsNewline(_last) || IsNewline(current)) return true; // WB3a, WB3b
        if (_last == ZeroWidthJoiner && (Entry(codePoint) & Pictographic) != 0) return false; // WB3c
        if (_last == Space && current == Space) return false; // WB3d
        if (IsSkipped(current)) return false; // WB4
        return !Joins(current, rest);
    }

    public void Take(int codePoint)
    {
        var current = ClassOf(codePoint);
        // WB4: skipped, unless there is nothing before it that it could belong to.
        if (!IsSkipped(current) || _last == Edge || IsNewline(_last))
        {
            _oddRegionalIndicators = current == RegionalIndicator && !(_previous == RegionalIndicator && _oddRegionalIndicators);
            _beforePrevious = _previous;
            _previous = current;
        }
        _last = current;
    }

    // WB5 to WB16.
    private readonly bool Joins(WordBreakClass current, ReadOnlySpan<char> rest) =>
        current switch
        {
            Letter or HebrewLetter => IsLetter(_previous)
                || _previous is Numeric or ExtendNumberLetter
                || (_previous is MidLetter or MidNumberLetter or SingleQuote && IsLetter(_beforePrevious))
                || (current == HebrewLetter && _previous == DoubleQuote && _beforePrevious == HebrewLetter),
            MidLetter => IsLetter(_previous) && IsLetter(Next(rest)),
            MidNumberLetter => IsLetter(_previous) ? IsLetter(Next(rest)) : _previous == Numeric && Next(rest) == Numeric,
            SingleQuote => _previous == HebrewLetter
                || (IsLetter(_previous) ? IsLetter(Next(rest)) : _previous == Numeric && Next(rest) == Numeric),
            DoubleQuote => _previous == HebrewLetter && Next(rest) == HebrewLetter,
            MidNumber => _previous == Numeric && Next(rest) == Numeric,
            Numeric => _previous is Numeric or ExtendNumberLetter
                || IsLetter(_previous)
                || (_previous is MidNumber or MidNumberLetter or SingleQuote && _beforePrevious == Numeric),
            Katakana => _previous is Katakana or ExtendNumberLetter,
            ExtendNumberLetter => IsLetter(_previous) || _previous is Numeric or Katakana or ExtendNumberLetter,
            RegionalIndicator => _previous == RegionalIndicator && _oddRegionalIndicators,
            _ => false,
        };

    private static bool JoinsAcross(WordBreakClass wordBreak) =>
        wordBreak is MidLetter or MidNumberLetter or MidNumber or SingleQuote or DoubleQuote;

    private static bool IsLetter(WordBreakClass wordBreak) => wordBreak is Letter or HebrewLetter;

    private static WordBreakClass Next(ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty)
        {
            var wordBreak = ClassOf(Scalars.First(rest, out var length));
            if (!IsSkipped(wordBreak)) return wordBreak;
            rest = rest[length..];
        }
        return Edge;
    }

    private static int Entry(int codePoint) =>
        WordBreakTable.ClassValues[WordBreakTable.ClassBlocks[codePoint >> 7] << 7 | codePoint & 0x7F];
}
