namespace AirsPolicy.Language.Comparison.Results;

/// <summary>A request that was decided before another.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text of one object, with the time.</param>
/// <param name="At">When, in ticks of 100 ns since 0001-01-01 UTC.</param>
/// <param name="IsApproved">It is held, and people approve it at once.</param>
internal sealed record EarlierRequest(string Point, string Facts, long At, bool IsApproved);
