using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of halts, by looking through everything that was ever halted and lifted.</summary>
internal sealed class NaiveHalts
{
    private readonly List<(ActiveHalt? Halt, HaltScope Scope, string? Id)> _happened = [];

    /// <summary>Writes down what a decision halts, or lifts.</summary>
    public void Record(Decision decision, HaltFactsOf facts, long now)
    {
        if (decision.Failure is not null)
            return;
        foreach (var halt in ActiveHalt.Of(decision, now))
            Record(halt, facts);

        if (decision.Halts.Count == 0
            && decision.Outcome < Outcome.Hold
            && facts.Lifted is var (lifted, what)
            && (lifted == HaltScope.System || what is not null))
            _happened.Add((null, lifted, lifted == HaltScope.System ? null : what));
    }

    /// <summary>Writes down a halt of what the facts name; where nobody can tell what is halted, everything is.</summary>
    public void Record(ActiveHalt halt, HaltFactsOf facts)
    {
        var id = facts.Ids[(int)halt.Scope];
        var standing = id is null ? halt.OfEverything() : halt;
        _happened.Add((standing, standing.Scope, standing.Scope == HaltScope.System ? null : id));
    }

    /// <summary>The decision where something that it is of is halted, or null.</summary>
    public Decision? Decide(string point, HaltFactsOf facts, long now)
    {
        var standing = Active(HaltScope.System, null, now);
        for (var scope = HaltScope.Session; scope < HaltScope.System; scope++)
        {
            if (facts.Ids[(int)scope] is { } id)
                standing.AddRange(Active(scope, id, now));
            else if (HaltedPoint.MustBeKnown(scope)
                && _happened.Where(entry => entry.Scope == scope).Any(entry => Active(scope, entry.Id, now).Count > 0))
                return FailedPoint.Decide(point, HaltedPoint.Unknown(scope), []);
        }

        return standing.Count == 0 ? null : EffectJoin.Decide(point, standing.Select(halt => halt.Rule));
    }

    private List<ActiveHalt> Active(HaltScope scope, string? id, long now)
    {
        var standing = new List<ActiveHalt>();
        foreach (var (halt, _, _) in _happened.Where(entry => entry.Scope == scope && entry.Id == id))
        {
            if (halt is null)
            {
                standing.Clear();
                continue;
            }

            standing.RemoveAll(earlier => earlier.Until <= halt.Since);
            var same = standing.FindIndex(halt.IsSame);
            if (same < 0)
                standing.Add(halt);
            else
                standing[same] = standing[same].Joined(halt);
        }

        standing.RemoveAll(halt => halt.Until <= now);
        return standing;
    }
}
