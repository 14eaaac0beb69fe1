namespace AirsPolicy.Language.Comparison;

/// <summary>How far a search for differences goes.</summary>
/// <param name="RequestsOfOneRule">The most requests made for one rule at one point and tool.</param>
/// <param name="Requests">The most requests made at all.</param>
/// <param name="WitnessesOfOneGroup">The most requests kept to show one change.</param>
/// <param name="Day">The day on which requests are made up; that of policy tests, 2026-01-01, where nothing is said.</param>
public sealed record ComparisonBounds(int RequestsOfOneRule = 400, int Requests = 20_000, int WitnessesOfOneGroup = 10, DateOnly? Day = null)
{
    /// <summary>400 requests a rule, 20,000 in all, 10 kept for each change.</summary>
    public static ComparisonBounds Default { get; } = new();
}
