namespace AirsPolicy.Hosting.Storing;

/// <summary>How a store stands.</summary>
/// <param name="Taken">The number that was given last.</param>
/// <param name="Kept">The number up to which everything is kept for good.</param>
/// <param name="Fault">Why it keeps nothing at this moment, in a sentence with what to do; null where it does.</param>
/// <param name="FaultSince">Since when, in UTC ticks; null where it keeps.</param>
/// <param name="Latest">How long it took last from the first change of a group until the group was kept.</param>
public sealed record StoreHealth(long Taken, long Kept, string? Fault, long? FaultSince, TimeSpan Latest)
{
    /// <summary>How many wait to be kept.</summary>
    public long Waiting => Taken - Kept;
}
