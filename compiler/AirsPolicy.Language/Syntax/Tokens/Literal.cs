using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>The value of a literal token, decoded once by the lexer.</summary>
internal abstract record Literal;

/// <summary>A whole number.</summary>
internal sealed record IntegerLiteral(long Value) : Literal;

/// <summary>A number with a decimal point; the digits behind it are kept.</summary>
internal sealed record DecimalLiteral(decimal Value) : Literal;

/// <summary>A percentage, in millionths: 85% is 850,000. From 0 to 1,000,000.</summary>
internal sealed record ShareLiteral(int Millionths) : Literal;

/// <summary>A length of time in units of 100 ns; a day has 24 hours, a year 365 days.</summary>
internal sealed record DurationLiteral(long Ticks) : Literal;

/// <summary>A size in bytes.</summary>
internal sealed record SizeLiteral(long Bytes) : Literal;

/// <summary>An amount in major units of a currency.</summary>
/// <param name="Amount">Not negative; its digits are kept.</param>
/// <param name="Currency">Three capitals.</param>
internal sealed record MoneyLiteral(decimal Amount, string Currency) : Literal;

/// <summary>A date of the Gregorian calendar, as <see cref="DateOnly.DayNumber"/>.</summary>
internal sealed record DateLiteral(int DayNumber) : Literal;

/// <summary>A text, escapes resolved and the indentation of a block stripped.</summary>
/// <param name="Value">What the text says; may be empty.</param>
/// <param name="IsBlock">Whether it was written with three quotes.</param>
internal sealed record TextLiteral(string Value, bool IsBlock) : Literal;

/// <summary>A pattern, not yet read.</summary>
/// <param name="Content">What stands between the slashes, so that errors point inside.</param>
/// <param name="IgnoreCase">Whether the flag <c>i</c> follows.</param>
internal sealed record PatternLiteral(TextSpan Content, bool IgnoreCase) : Literal;
