namespace AirsPolicy.Language.Syntax;

/// <summary>What a token is to the lexer. Words that mean something only in their place are names; see <see cref="Keyword"/>.</summary>
internal enum TokenKind : byte
{
    EndOfFile,

    /// <summary>Characters that are no token; the lexer has reported them.</summary>
    Bad,

    /// <summary>A name or contextual keyword.</summary>
    Name,

    /// <summary>A word that is never a declared name, but may follow a dot.</summary>
    Reserved,

    /// <summary>A word that begins with a capital: a catalogue id or a currency.</summary>
    CatalogueId,

    Text,
    Pattern,
    Integer,
    Decimal,
    Share,
    Duration,
    Size,
    Money,
    Date,

    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,
    Dot,
    Colon,
    Equal,
    EqualEqual,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    QuestionQuestion,
    Question,
    Arrow,
    Bar,

    /// <summary>Operators of other languages, kept apart so that each gets one diagnostic with the right spelling.</summary>
    ForeignOperator,
}
