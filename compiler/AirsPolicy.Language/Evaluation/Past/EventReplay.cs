using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>
/// Decides recorded events one after the other, each with what the policy itself made of those before: what it would have let through is
/// what has happened. A decision that is held goes on or is refused as it was answered, and by silence otherwise. One thread at a time.
/// </summary>
/// <param name="interpreter">The policy.</param>
internal sealed class EventReplay(PolicyInterpreter interpreter)
{
    private readonly EventTrace _past = new(interpreter, withStateMachines: true);
    private readonly List<Waiting> _waiting = [];

    /// <param name="interpreter">The policy.</param>
    /// <param name="withStateMachines">Also drive those of the runtime, and throw where they say anything else.</param>
    internal EventReplay(PolicyInterpreter interpreter, bool withStateMachines)
        : this(interpreter) => _past = new EventTrace(interpreter, withStateMachines);

    /// <summary>The decision on an event, with its reasons.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts as JSON text of one object, the time among them.</param>
    /// <param name="now">When, in ticks of 100 ns since 0001-01-01 UTC; not before the event that came last.</param>
    /// <param name="answer">What people answered, should the decision be held; null where they stayed silent.</param>
    public Explanation Decide(string point, string facts, long now, HeldAnswer? answer)
    {
        SettleUntil(now);
        var explanation = interpreter.Explain(point, facts, _past);
        Record(point, facts, explanation.Decision, now, answer);
        return explanation;
    }

    /// <summary>The same without the reasons.</summary>
    internal Decision DecideAlone(string point, string facts, long now, HeldAnswer? answer)
    {
        SettleUntil(now);
        var decision = interpreter.Decide(point, facts, _past);
        Record(point, facts, decision, now, answer);
        return decision;
    }

    private void Record(string point, string facts, Decision decision, long now, HeldAnswer? answer)
    {
        var number = _past.Record(point, facts, decision, now);
        if (decision.Outcome != Outcome.Hold)
            return;
        var silence = SilenceOf(decision, now);
        // An answer that comes when silence has refused comes too late.
        if (answer is not null && (silence is null || answer.At < silence))
            _waiting.Add(new Waiting(number, answer.At, answer));
        else if (silence is { } end)
            _waiting.Add(new Waiting(number, end, Answer: null));
    }

    private void SettleUntil(long now)
    {
        foreach (var held in _waiting.Where(held => held.End <= now).OrderBy(held => held.End).ThenBy(held => held.Number).ToList())
        {
            if (held.Answer is { } answer)
                _past.Settle(held.Number, answer.Approved, held.End);
            else
                _past.RefuseBySilence(held.Number, held.End);
            _waiting.Remove(held);
        }
    }

    // When nobody will have answered; null for never.
    private static long? SilenceOf(Decision decision, long now) =>
        decision.Holds.Min(hold => hold.Ticks) is { } ticks && ticks <= long.MaxValue - now ? now + ticks : null;

    private sealed record Waiting(int Number, long End, HeldAnswer? Answer);
}

/// <summary>What people answered to a decision that was held.</summary>
/// <param name="Approved">They approved it; else they refused.</param>
/// <param name="At">When, in ticks of 100 ns since 0001-01-01 UTC.</param>
internal sealed record HeldAnswer(bool Approved, long At);
