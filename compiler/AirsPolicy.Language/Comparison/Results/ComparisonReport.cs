using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>How two versions of a policy differ, as far as a search found.</summary>
/// <param name="Verdict">What the differences come to.</param>
/// <param name="Groups">The differing decisions, grouped by what changed.</param>
/// <param name="Declarations">Points, facts, tools and queues that the versions declare differently, ordered by kind and name.</param>
/// <param name="NotShown">Controls, detectors, facts, lets and parameters that are written differently, or in one version only, and that no difference found involves; controls first, then by kind and name.</param>
/// <param name="Asked">How many requests both versions were asked.</param>
/// <param name="Bounded">Some rule would have had more requests than <see cref="ComparisonBounds"/> lets be asked.</param>
public sealed record ComparisonReport(
    ComparisonVerdict Verdict, ValueList<DifferenceGroup> Groups, ValueList<DeclarationDifference> Declarations, ValueList<UnshownChange> NotShown, int Asked, bool Bounded)
{
    /// <summary>Something differs: a decision, or what a request may hold.</summary>
    public bool Differs => Groups.Count > 0 || Declarations.Count > 0;

    /// <summary>Something differs, or is written differently without a request that shows it: somebody has to look.</summary>
    public bool HasChanges => Differs || NotShown.Count > 0;
}
