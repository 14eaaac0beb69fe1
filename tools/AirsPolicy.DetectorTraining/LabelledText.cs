namespace AirsPolicy.DetectorTraining;

/// <summary>A text that a model learns from or is judged by.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Text">The text.</param>
/// <param name="IsAttack">Whether it should be flagged.</param>
internal sealed record LabelledText(TextSource Source, string Text, bool IsAttack)
{
    /// <summary>Whether an assistant reads it on somebody's behalf, or a user types it.</summary>
    public bool IsData { get; init; }

    /// <summary>Whether it is a piece of a document.</summary>
    public bool IsPiece { get; init; }

    /// <summary>What kind of attack or of ordinary text it is; empty where nobody says so.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The row that it stands in; empty where it stands in none.</summary>
    public string Row { get; init; } = "";

    /// <summary>Its language, as <c>pt-BR</c>; empty where nobody says so.</summary>
    public string Language { get; init; } = "";

    /// <summary>The language without its region and without others that are mixed in, as <c>pt</c>.</summary>
    public string MainLanguage => Language.Split('-', '+')[0];
}
