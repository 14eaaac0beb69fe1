namespace AirsPolicy.Language.Comparison;

/// <summary>How far a search for differences goes.</summary>
/// <param name="RequestsOfOneRule">The most requests made for one rule at one point and tool.</param>
/// <param name="Requests">The most requests made at all.</param>
/// <param name="WitnessesOfOneGroup">The most requests kept to show one change.</param>
/// <param name="RequestsOfOnePast">
/// The most requests decided, those of pasts included, to show one change that no request shows by itself.
/// </param>
/// <param name="RequestsWithPast">The most requests decided in all to show such changes.</param>
/// <param name="Day">The day on which requests are made up; that of policy tests, 2026-01-01, where nothing is said.</param>
internal sealed record ComparisonBounds(
    int RequestsOfOneRule = 400,
    int Requests = 20_000,
    int WitnessesOfOneGroup = 10,
    int RequestsOfOnePast = 6_000,
    int RequestsWithPast = 40_000,
    DateOnly? Day = null)
{
    /// <summary>
    /// 400 requests a rule, 20,000 in all, 10 kept for each change; 6,000 for a change that shows only after something has happened, 40,000
    /// for all of these.
    /// </summary>
    public static ComparisonBounds Default { get; } = new();
}
