namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>A kind of credential: a row of a table.</summary>
/// <param name="Name">How policies name it (<c>secret.github_token</c>).</param>
/// <param name="What">What it is, for readers: <c>GitHub personal access tokens</c>.</param>
/// <param name="Source">The issuer's documentation of the form.</param>
/// <param name="Formats">
/// Its forms (<see cref="CredentialFormat"/>); without words each begins with characters that tell it from all else.
/// </param>
internal sealed record CredentialKind(string Name, string What, string Source, params string[] Formats)
{
    /// <summary>
    /// Words that name it, where its form alone is that of many values: one stands in the name that the value is assigned to. Empty where
    /// none is needed.
    /// </summary>
    public string[] Words { get; init; } = [];

    /// <summary>How many characters of its forms name it and are no part of it (<c>AccountKey=</c>).</summary>
    public int Lead { get; init; }

    /// <summary>Whether it is a URL: a scheme before it belongs to it.</summary>
    public bool IsUrl { get; init; }

    /// <summary>Whether zeros stand within it, which base64 writes as rows of A.</summary>
    public bool HasZeros { get; init; }

    /// <summary>What its characters have to fulfil beside the form; null for nothing.</summary>
    public Func<ReadOnlySpan<char>, bool>? IsIssued { get; init; }

    /// <summary>The detector of the kind.</summary>
    public BuiltinDetector ToDetector() =>
        new(Name, $"Finds {What}.", Source, Words.Length == 0 ? new CredentialDetector(this) : new NamedCredentialDetector(this));
}
