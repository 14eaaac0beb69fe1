using AirsPolicy.Collections;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>What a decision at a point costs at most, for the dearest of its tools.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">
/// The dearest tool, by its name in the language; null where the point knows none, or none of them has rules of its own.
/// </param>
/// <param name="Cost">All its rules, and what is written down of the decision.</param>
/// <param name="Recording">What is written down of it, for what counts over time; part of <paramref name="Cost"/>.</param>
/// <param name="Rules">The rules, the dearest first.</param>
/// <param name="Outside">Who is asked for it, in the order in which that happens.</param>
internal sealed record PointCost(
    string Point,
    string? Tool,
    Cost Cost,
    Cost Recording,
    ValueList<RuleCost> Rules,
    ValueList<OutsideQuestion> Outside)
{
    /// <summary>
    /// How long others may keep the decision waiting, in ticks of 100 ns; null where one of them has no time. Those of a kind are asked at
    /// once, but judges may ask one another.
    /// </summary>
    public long? Waits =>
        Outside
            .Where(asked => asked.Kind != OutsideKind.LaterJudge)
            .GroupBy(asked => asked.Kind)
            .Select(kind =>
                kind.Any(asked => asked.Within is null) ? null
                : kind.Key == OutsideKind.Judge ? kind.Sum(asked => asked.Within)
                : kind.Max(asked => asked.Within))
            .Aggregate((long?)0, (sum, kind) => sum + kind);
}
