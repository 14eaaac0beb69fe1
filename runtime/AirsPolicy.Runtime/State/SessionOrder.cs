using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State;

/// <summary>
/// Has the decisions of one session made one after the other, each with the events of those before it on the record. Decisions of
/// different sessions do not wait for one another, but for the few that share one of the locks by chance.
/// </summary>
public sealed class SessionOrder
{
    // A power of two.
    private const int Locks = 256;

    private readonly Lock[] _locks = [.. Enumerable.Range(0, Locks).Select(_ => new Lock())];

    /// <summary>Waits for the decisions of the session that are under way; the next one waits until the scope is disposed.</summary>
    public Lock.Scope Enter(in StateKey session) => _locks[session.GetHashCode() & (Locks - 1)].EnterScope();
}
