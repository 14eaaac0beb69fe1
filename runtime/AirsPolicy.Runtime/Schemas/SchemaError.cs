namespace AirsPolicy.Runtime.Schemas;

/// <summary>Why a text is no schema that can be used.</summary>
/// <param name="Kind">What kind of mistake.</param>
/// <param name="Place">
/// Where: <c>#</c> and a JSON pointer, before it the address of the document where that is not the schema itself.
/// </param>
/// <param name="Problem">What is wrong and what would be right, as the rest of a sentence about the place.</param>
public sealed record SchemaError(SchemaErrorKind Kind, string Place, string Problem)
{
    /// <summary>What is wrong and where, in one sentence.</summary>
    public string Detail => $"'{Place}' {Problem}.";
}

/// <summary>The mistakes that a schema can have.</summary>
public enum SchemaErrorKind
{
    /// <summary>A document is not JSON (RFC 8259), or a name stands twice in a record.</summary>
    Unreadable,

    /// <summary>A document is over one of <see cref="SchemaLimits"/>.</summary>
    OverLimit,

    /// <summary>A keyword's value is not of the kind that the keyword needs.</summary>
    Keyword,

    /// <summary>A reference leads to nothing among the documents handed in.</summary>
    Reference,

    /// <summary>References go in a circle without going deeper into the value, so that no validation would end.</summary>
    Circular,

    /// <summary>Two schemas have the same address or anchor.</summary>
    Address,

    /// <summary>The meta-schema is not known, or requires a vocabulary that is not.</summary>
    Vocabulary,

    /// <summary>A pattern is not one of ECMAScript, or cannot be matched in time linear in the text.</summary>
    Pattern,
}
