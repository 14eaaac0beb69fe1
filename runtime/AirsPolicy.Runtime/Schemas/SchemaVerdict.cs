namespace AirsPolicy.Runtime.Schemas;

/// <summary>What validating a value gave.</summary>
/// <param name="Kind">Whether it fits; everything but <see cref="SchemaVerdictKind.Fits"/> is a refusal.</param>
/// <param name="ValuePath">The JSON pointer of the value that does not fit; empty for the whole.</param>
/// <param name="Keyword">
/// The place of the keyword that refuses it: <c>#</c> and a JSON pointer, before it the document where that is another one.
/// </param>
/// <param name="Problem">
/// What is wrong and what would fit, as the rest of a sentence about the value; without the value itself, which may be private. Empty where
/// all fits.
/// </param>
public sealed record SchemaVerdict(SchemaVerdictKind Kind, string ValuePath, string Keyword, string Problem)
{
    /// <summary>What is wrong and where, in one sentence; empty where all fits.</summary>
    public string Detail => Kind == SchemaVerdictKind.Fits ? "" : $"{(ValuePath.Length == 0 ? "The value" : $"'{ValuePath}'")} {Problem}.";

    internal static readonly SchemaVerdict Fitting = new(SchemaVerdictKind.Fits, "", "", "");
}

/// <summary>The outcomes of a validation.</summary>
public enum SchemaVerdictKind
{
    /// <summary>The value fits the schema.</summary>
    Fits,

    /// <summary>It does not.</summary>
    Misfit,

    /// <summary>The value is not JSON (RFC 8259), or a name stands twice in a record.</summary>
    Unreadable,

    /// <summary>The value, or the work of validating it, is over one of <see cref="SchemaLimits"/>.</summary>
    OverLimit,
}
