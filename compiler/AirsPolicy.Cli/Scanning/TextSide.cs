namespace AirsPolicy.Cli.Scanning;

/// <summary>What a text is.</summary>
internal enum TextSide
{
    /// <summary>What a user types; what a row does not say otherwise of.</summary>
    User,

    /// <summary>What is read for a user (<c>data</c>): a mail, a page, a document, the result of a tool.</summary>
    Data,

    /// <summary>What a model answers (<c>output</c>).</summary>
    Output,
}
