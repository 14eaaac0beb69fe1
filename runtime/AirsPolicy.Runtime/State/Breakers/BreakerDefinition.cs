using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>A breaker: what it is of, and how it closes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The fact that is its key, a text; empty for the system as a whole.</param>
/// <param name="OpenFor">How long it stays open before it lets decisions through to try, in ticks of 100 ns; not less than one.</param>
/// <param name="Probes">How many decisions have to go on before it closes; 0 where it never closes by itself.</param>
/// <param name="CloseBy">The roles of which a person has one who closes it; empty where nobody does.</param>
public sealed record BreakerDefinition(string Name, ValueList<string> Path, long OpenFor, int Probes, ValueList<string> CloseBy)
{
    /// <summary>
    /// Whether a decision may be of none of those that the breaker is of. Not every host has agents and runs: a decision that has no such
    /// record is of no agent or run, and the breaker is closed for it.
    /// </summary>
    public bool MayBeOfNone => Path is ["agent" or "run", ..];
}
