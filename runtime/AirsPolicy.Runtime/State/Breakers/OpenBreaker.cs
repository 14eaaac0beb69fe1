using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>A breaker that is not closed for a key.</summary>
/// <param name="Breaker">The name of the breaker.</param>
/// <param name="Key">The key; that of nothing for the system as a whole.</param>
/// <param name="Since">Since when it is open, in UTC ticks.</param>
/// <param name="Passed">How many decisions have gone on since it lets some through.</param>
public sealed record OpenBreaker(string Breaker, StateKey Key, long Since, int Passed);
