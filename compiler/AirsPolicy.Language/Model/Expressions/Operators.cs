namespace AirsPolicy.Language.Model.Expressions;

public enum LogicalOperator { And, Or }

public enum CompareOperator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

public enum TextTest { Contains, StartsWith, EndsWith }

public enum QuantifierKind { Any, All, Count }

/// <summary>What can be asked of a detector.</summary>
public enum DetectorQuestion
{
    /// <summary>Whether it has found something; a bool.</summary>
    Found,

    /// <summary>Its score; a share.</summary>
    Score,

    /// <summary>How many matches; an int.</summary>
    Count,

    /// <summary>The matches; a list of records <c>{ start: int, end: int, text: text, digits: text }</c>.</summary>
    Spans,
}

/// <summary>
/// The closed table of arithmetic. Names read left operand, operation, right operand; commuted forms are brought to these by the binder.
/// </summary>
public enum ArithmeticKind
{
    /// <summary>int + int.</summary>
    IntAdd,

    /// <summary>int − int.</summary>
    IntSubtract,

    /// <summary>int · int.</summary>
    IntMultiply,

    /// <summary>decimal + decimal.</summary>
    DecimalAdd,

    /// <summary>decimal − decimal.</summary>
    DecimalSubtract,

    /// <summary>decimal · decimal.</summary>
    DecimalMultiply,

    /// <summary>money + money of one currency.</summary>
    MoneyAdd,

    /// <summary>money − money of one currency.</summary>
    MoneySubtract,

    /// <summary>money · int.</summary>
    MoneyByInt,

    /// <summary>money · decimal.</summary>
    MoneyByDecimal,

    /// <summary>money · share, exact.</summary>
    MoneyByShare,

    /// <summary>share · int; a decimal, since it may pass the whole.</summary>
    ShareByInt,

    /// <summary>instant + duration.</summary>
    InstantAdd,

    /// <summary>instant − duration.</summary>
    InstantSubtract,

    /// <summary>instant − instant; a duration.</summary>
    InstantDifference,

    /// <summary>date + duration of whole days.</summary>
    DateAdd,

    /// <summary>date − duration of whole days.</summary>
    DateSubtract,

    /// <summary>date − date; a duration.</summary>
    DateDifference,

    /// <summary>duration + duration.</summary>
    DurationAdd,

    /// <summary>duration − duration.</summary>
    DurationSubtract,

    /// <summary>duration · int.</summary>
    DurationByInt,

    /// <summary>size + size.</summary>
    SizeAdd,

    /// <summary>size · int.</summary>
    SizeByInt,
}
