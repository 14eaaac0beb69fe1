namespace AirsPolicy.Language.Syntax;

/// <summary>What an operator between two operands means.</summary>
internal enum BinaryOperator : byte
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Contains,
    Matches,
    StartsWith,
    EndsWith,
    Add,
    Subtract,
    Multiply,

    /// <summary><c>x ?? default</c>.</summary>
    Coalesce,
}
