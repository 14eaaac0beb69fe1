namespace AirsPolicy.Text.Unicode;

/// <summary>The values of Word_Break (UAX #29, table 3), in the order of the generated table.</summary>
internal enum WordBreakClass
{
    Other,
    CarriageReturn,
    LineFeed,
    Newline,
    Extend,
    ZeroWidthJoiner,
    Format,
    RegionalIndicator,
    Katakana,
    HebrewLetter,
    Letter,
    SingleQuote,
    DoubleQuote,
    MidNumberLetter,
    MidLetter,
    MidNumber,
    Numeric,
    ExtendNumberLetter,
    Space,

    /// <summary>The edge of the text; no character has it.</summary>
    Edge,
}
