namespace AirsPolicy.Runtime.Audits;

/// <summary>For how long records of a kind are kept.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Least">The least time, in ticks of 100 ns; more than nothing.</param>
/// <param name="Most">
/// The time after which they are deleted, in ticks of 100 ns and never below <paramref name="Least"/>; null where nothing is said.
/// </param>
public sealed record Retention(RecordKind Kind, long Least, long? Most);
