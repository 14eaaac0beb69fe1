using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Hosting;

/// <summary>
/// Decisions that have to do with the past: those of one session one after the other, each with its time taken when its turn has come.
/// </summary>
internal static class PastDecisions
{
    /// <summary>The decision, drawn and written down.</summary>
    /// <param name="unread">
    /// Why the facts could not be read or do not fit, and the frame holds only what of them does; null where they fit.
    /// </param>
    /// <param name="held">
    /// The number under which it has waited for people and is decided again; null for what comes for the first time.
    /// </param>
    public static Decision Decide(
        ActivePolicy active,
        PolicyState state,
        int point,
        FactFrame facts,
        Failure? unread,
        EvaluationScratch scratch,
        PolicyClock clock,
        RequestIds ids,
        long? held = null)
    {
        var own = active.Bundle.HostSlots[point];
        if (own.Session(facts, scratch.Keys) is not { } session)
            return DecideNow();
        using (state.Sessions.Enter(session))
            return DecideNow();

        Decision DecideNow()
        {
            own.Put(facts, clock.Now(), active.Zone, scratch.NextRequestId(), ids);
            if (held is { } number)
                return active.Bundle.Policy.Resume(point, facts, scratch.Evaluation, state, number, unread);
            return unread is null
                ? active.Bundle.Policy.Decide(point, facts, scratch.Evaluation, state)
                : active.Bundle.Policy.Refuse(point, facts, unread, scratch.Evaluation, state);
        }
    }
}
