namespace AirsPolicy.Hosting;

/// <summary>What the host knows of a queue.</summary>
/// <param name="Depth">How many requests wait: the reading <c>depth</c>.</param>
/// <param name="Wait">How long the one that waits longest has waited: <c>wait</c>.</param>
/// <param name="CanaryMissed">
/// The share of the last hundred canaries that reviewers did not catch, 0 where there was none: <c>canary_missed</c>.
/// </param>
public sealed record QueueReading(int Depth, TimeSpan Wait, decimal CanaryMissed);
