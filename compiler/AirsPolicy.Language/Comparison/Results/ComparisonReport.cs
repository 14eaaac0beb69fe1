using AirsPolicy.Collections;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>How two versions of a policy differ, as far as a search found.</summary>
/// <param name="Verdict">What the differences come to.</param>
/// <param name="Groups">The differing decisions, grouped by what changed.</param>
/// <param name="Declarations">Points, facts, tools and queues that the versions declare differently, ordered by kind and name.</param>
/// <param name="NotDecided">
/// What means something else, or stands in one version only, and that no difference found shows; rules first.
/// </param>
/// <param name="Asked">How many requests both versions were asked.</param>
/// <param name="Bounded">Some rule would have had more requests than <see cref="ComparisonBounds"/> lets be asked.</param>
internal sealed record ComparisonReport(
    ComparisonVerdict Verdict,
    ValueList<DifferenceGroup> Groups,
    ValueList<DeclarationDifference> Declarations,
    ValueList<UndecidedChange> NotDecided,
    int Asked,
    bool Bounded)
{
    /// <summary>Something differs: a decision, or what a request may hold.</summary>
    public bool Differs => Groups.Count > 0 || Declarations.Count > 0;

    /// <summary>
    /// Something differs, or may: somebody has to look. Where nothing does, both versions decide every request in the same way.
    /// </summary>
    public bool HasChanges => Differs || NotDecided.Count > 0;
}
