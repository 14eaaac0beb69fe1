namespace AirsPolicy.Runtime.Facts.Shapes;

/// <summary>
/// What a value may be: the types of the policy language that a fact can have. The same description types expressions,
/// lays out frames, reads JSON and is published as the JSON Schema of facts.
/// </summary>
/// <remarks>
/// In a frame every value is one 64-bit slot: numbers and enums themselves, texts and lists as handles.
/// Decimals and money lie in an array of their own and the slot holds their index.
/// </remarks>
public abstract record Shape
{
    /// <summary>The JSON Schema that the value has to fit, beside the shape; null where the shape says all.</summary>
    public SchemaConstraint? Constraint { get; init; }
}

/// <summary>True or false; 1 or 0 in a slot.</summary>
public sealed record BoolShape : Shape
{
    public static readonly BoolShape Instance = new();
}

/// <summary>A 64-bit signed integer with checked arithmetic.</summary>
/// <param name="Minimum">The least value that fits, inclusive.</param>
/// <param name="Maximum">The greatest value that fits, inclusive.</param>
public sealed record IntShape(long Minimum = long.MinValue, long Maximum = long.MaxValue) : Shape
{
    public static readonly IntShape Instance = new();
}

/// <summary>A decimal number of at most 28 significant digits, read from the JSON text and never through a double.</summary>
/// <param name="Minimum">The least value that fits, or null.</param>
/// <param name="Maximum">The greatest value that fits, or null.</param>
/// <param name="MinimumExcluded">The minimum itself does not fit.</param>
/// <param name="MaximumExcluded">The maximum itself does not fit.</param>
public sealed record DecimalShape(
    decimal? Minimum = null,
    decimal? Maximum = null,
    bool MinimumExcluded = false,
    bool MaximumExcluded = false
) : Shape
{
    public static readonly DecimalShape Instance = new();
}

/// <summary>A part of a whole, 0 to 1 in millionths: 85% is 850,000 in a slot. In JSON a number from 0 to 1.</summary>
public sealed record ShareShape : Shape
{
    public static readonly ShareShape Instance = new();
}

/// <summary>
/// An amount in one currency. In JSON a number, a decimal string, or <c>{"amount": …, "currency": "GBP"}</c>; another currency does not
/// fit.
/// </summary>
/// <param name="Currency">The ISO 4217 code, three capitals.</param>
public sealed record MoneyShape(string Currency) : Shape;

/// <summary>A length of time in ticks of 100 ns. In JSON a literal of the language (<c>"1h30m"</c>) or a number of seconds.</summary>
public sealed record DurationShape : Shape
{
    public static readonly DurationShape Instance = new();
}

/// <summary>A point in time: UTC ticks of 100 ns since 0001-01-01. In JSON an RFC 3339 date-time with offset.</summary>
public sealed record InstantShape : Shape
{
    public static readonly InstantShape Instance = new();
}

/// <summary>A calendar day: days since 0001-01-01. In JSON an RFC 3339 full-date.</summary>
public sealed record DateShape : Shape
{
    public static readonly DateShape Instance = new();
}

/// <summary>A number of bytes, not negative. In JSON a number of bytes or a literal of the language (<c>"64KiB"</c>).</summary>
public sealed record SizeShape : Shape
{
    public static readonly SizeShape Instance = new();
}

/// <summary>Unicode text without lone surrogates.</summary>
/// <param name="MinLength">The least number of Unicode scalars.</param>
/// <param name="MaxLength">The greatest number of Unicode scalars, or null for the frame's own bound.</param>
/// <param name="Pattern">A pattern that must match somewhere in the text (JSON Schema <c>pattern</c>), or null.</param>
public sealed record TextShape(int MinLength = 0, int? MaxLength = null, string? Pattern = null) : Shape
{
    public static readonly TextShape Instance = new();
}
