using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>More roles that may decide on a request, once it has waited for a time.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="After">How long it has waited by then, in ticks of 100 ns; more than 0.</param>
public sealed record HandOn(ValueList<string> Roles, long After);
