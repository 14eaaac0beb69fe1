using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>What one event adds to a tally.</summary>
/// <param name="Mark">When.</param>
/// <param name="Amount">How much; 1 where events are counted.</param>
/// <param name="Value">The value where different values are counted.</param>
internal readonly record struct Occurrence(long Mark, Int128 Amount, StateKey Value);
