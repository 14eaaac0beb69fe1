using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Ends of sessions: only an end that is allowed ends one.</summary>
public sealed partial class CompiledPolicy
{
    private readonly SessionEnd[] _sessionEnds;

    /// <summary>Whether the facts ask for the end of a session (<c>session.event</c> is <c>ends</c>).</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">The facts.</param>
    public bool AsksForEnd(int point, FactFrame facts) => _sessionEnds[point].IsAsked(facts);

    /// <summary>The session that a decision has ended; null for none, as where the end is refused or waits for people.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">The facts that were decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>The fact <c>session.id</c>.</returns>
    public string? EndedBy(int point, FactFrame facts, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome < Outcome.Hold ? _sessionEnds[point].Of(facts) : null;
    }

    private Decision Ending(int point, FactFrame facts, Decision decision, PolicyState state)
    {
        if (EndedBy(point, facts, decision) is { } session)
            state.EndSession(new StateKeyWriter().Add(session).ToKey(), _points[point].Now(facts) ?? 0);
        return decision;
    }
}
