namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A reviewer works on something that waits, so that nobody else decides on it meanwhile.</summary>
/// <param name="By">Who.</param>
/// <param name="Until">When the claim lapses, in UTC ticks.</param>
public sealed record ReviewerClaim(string By, long Until);
