using AirsPolicy.Collections;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>How two versions decide recorded requests.</summary>
/// <param name="Verdict">What the differences come to.</param>
/// <param name="Groups">The differing decisions, grouped by what changed; all of them are kept.</param>
/// <param name="Asked">How many requests were recorded.</param>
/// <param name="Differing">On how many the decisions differ.</param>
internal sealed record TrafficReport(ComparisonVerdict Verdict, ValueList<DifferenceGroup> Groups, int Asked, int Differing);
