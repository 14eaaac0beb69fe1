using AirsPolicy.Text.Patterns.Facts;

namespace AirsPolicy.Text.Patterns;

/// <summary>What holds of every match of a pattern, whatever the text. All of it is conservative where it is not exact.</summary>
/// <param name="MinLength">No match is shorter, in UTF-16 units.</param>
/// <param name="MaxLength">No match is longer, in UTF-16 units; null where no bound is known.</param>
/// <param name="AnchoredStart">Every match starts where the text starts.</param>
/// <param name="AnchoredEnd">Every match ends where the text ends.</param>
/// <param name="First">Every match that is not empty begins with one of these characters.</param>
/// <param name="RequiredLiterals">Every match contains at least one of these; empty where nothing is required.</param>
public sealed record PatternFacts(
    int MinLength,
    int? MaxLength,
    bool AnchoredStart,
    bool AnchoredEnd,
    CodePointSet First,
    PatternList<PatternLiteral> RequiredLiterals)
{
    /// <summary>The shortest literal that is looked for as one, in UTF-16 units.</summary>
    internal const int ShortestLiteral = 2;

    /// <summary>
    /// A required literal begins at most so many UTF-16 units behind the start of the match; null where none is required or no bound is
    /// known.
    /// </summary>
    internal int? LiteralWithin { get; init; }

    /// <summary>
    /// Of a pattern that is a sequence: before which of its items a required literal stands in every match; null where that is not known.
    /// </summary>
    internal int? LiteralItem { get; init; }

    /// <summary>Characters of which every match contains one, for patterns that require no literal; null where nothing is known.</summary>
    internal RequiredSet? RequiredSet { get; init; }

    /// <summary>
    /// Every match holds a code point that is at least so great: nothing of a pattern in Cyrillic stands in a text of ASCII.
    /// </summary>
    internal int Highest { get; init; }

    /// <summary>
    /// Some match may take no character, as of <c>a*</c>, <c>a|</c> or <c>\b</c>. Such a pattern is seldom meant: it is found in nearly
    /// every text.
    /// </summary>
    public bool CanBeEmpty => MinLength == 0;

    /// <summary>
    /// Nothing is required of a match that could be looked for first: neither a literal of two characters or more, nor a character that is
    /// rare in ordinary text, nor the start of the text. Every text is then read from end to end, at about two nanoseconds a character.
    /// </summary>
    public bool ReadsWholeText =>
        !AnchoredStart
        && (RequiredLiterals.Count == 0 || RequiredLiterals.Any(literal => literal.Text.Length < ShortestLiteral))
        && RequiredSet is not { Weight: <= CharacterWeights.Rare };

    public static PatternFacts Of(PatternTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Of(tree, new NodeSets());
    }

    internal static PatternFacts Of(PatternTree tree, NodeSets sets) => new FactsBuilder(sets).Of(tree.Root, tree.IgnoreCase).ToFacts();
}
