using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Halts, which stand at every later decision in their scope.</summary>
internal sealed class PolicyHalts(CompiledPolicy policy)
{
    private readonly HaltSlots[] _slots = [.. policy.Tables.Points.Select(point => new HaltSlots(point.Layout))];

    /// <summary>Whether a decision of the policy can halt something.</summary>
    public bool CanHalt { get; } = policy.Tables.HasEffect(effect => effect is HaltEffect or HoldEffect { OtherwiseHalt: true });

    /// <summary>
    /// The decision where a halt of before stands, or null. At <c>recovery</c> none does, since it is lifted there. Where the facts have no
    /// time, the latest counts.
    /// </summary>
    public Decision? Active(in Turn turn)
    {
        var halts = turn.State.Halts;
        if (halts.IsEmpty || _slots[turn.Point] is not { IsRecovery: false } slots)
            return null;
        // Most decisions are of nothing that is halted, and make no list.
        List<MatchedRule>? standing = null;
        Add(ref standing, halts.OfSystem(turn.Now));
        for (var scope = HaltScope.Session; scope < HaltScope.System; scope++)
        {
            if (slots.KeyOf(scope, turn.Facts, turn.Evaluation.HaltKeys) is { } key)
                Add(ref standing, halts.Of(scope, key, turn.Now));
            else if (HaltedPoint.MustBeKnown(scope) && halts.Any(scope, turn.Now))
                return FailedPoint.Decide(policy.NameOf(turn.Point), HaltedPoint.Unknown(scope), [], policy.Bundle);
        }
        return standing is null ? null : EffectJoin.Decide(policy.NameOf(turn.Point), standing, bundle: policy.Bundle);
    }

    /// <summary>Has the halts of a decision stand from now on, and lifts what it lifts.</summary>
    public Decision Keep(in Turn turn, Decision decision)
    {
        // A point that fails as a whole, as on facts that nobody can read, halts nothing beyond itself.
        if (decision.Failure is not null)
            return decision;
        var (halts, slots) = (turn.State.Halts, _slots[turn.Point]);
        if (decision.Halts.Count > 0)
        {
            foreach (var halt in ActiveHalt.Of(decision, turn.Now))
                halts.Halt(halt, slots.KeyOf(halt.Scope, turn.Facts, new StateKeyWriter()));
        }
        else if (decision.Outcome < Outcome.Hold && slots.Lifted(turn.Facts) is { } lifted)
        {
            if (lifted == HaltScope.System)
                halts.LiftSystem();
            else if (slots.LiftedKey(turn.Facts, new StateKeyWriter()) is { } key)
                halts.Lift(lifted, key);
        }
        return decision;
    }

    /// <summary>What is halted where nobody answers a held decision, from the time at which that is over.</summary>
    public KeyedHalt[] OnSilence(in Turn turn, Decision decision, long due)
    {
        var (slots, facts) = (_slots[turn.Point], turn.Facts);
        return
        [
            .. ActiveHalt
                .OfSilence(decision, due)
                .Select(halt => new KeyedHalt(halt, slots.KeyOf(halt.Scope, facts, new StateKeyWriter()))),
        ];
    }

    private static void Add(ref List<MatchedRule>? standing, IReadOnlyList<MatchedRule> halts)
    {
        if (halts.Count > 0)
            (standing ??= []).AddRange(halts);
    }
}
