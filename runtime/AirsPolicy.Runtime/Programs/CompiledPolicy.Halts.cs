using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Halts, which stand at every later decision in their scope.</summary>
public sealed partial class CompiledPolicy
{
    private readonly HaltSlots[] _haltSlots;

    /// <summary>Whether a decision of the policy can halt something.</summary>
    public bool CanHalt { get; }

    /// <summary>The decision where a halt of before stands, or null. At <c>recovery</c> none does, since it is lifted there.</summary>
    /// <param name="now">The time, or 0 where the facts have none: the latest then counts.</param>
    internal Decision? Halted(int point, FactFrame facts, Evaluation evaluation, PolicyState state, long now)
    {
        if (state.Halts.IsEmpty || _haltSlots[point] is not { IsRecovery: false } slots)
            return null;
        var (keys, standing) = (evaluation.HaltKeys, (List<MatchedRule>?)null);
        Add(state.Halts.OfSystem(now));
        for (var scope = HaltScope.Session; scope < HaltScope.System; scope++)
        {
            if (slots.KeyOf(scope, facts, keys) is { } key)
                Add(state.Halts.Of(scope, key, now));
            else if (HaltedPoint.MustBeKnown(scope) && state.Halts.Any(scope, now))
                return FailedPoint.Decide(Tables.Points[point].Layout.Point, HaltedPoint.Unknown(scope), [], Bundle);
        }

        return standing is null ? null : EffectJoin.Decide(Tables.Points[point].Layout.Point, standing, bundle: Bundle);

        // Most decisions are of nothing that is halted, and make no list.
        void Add(IReadOnlyList<MatchedRule> halts)
        {
            if (halts.Count > 0)
                (standing ??= []).AddRange(halts);
        }
    }

    // A decision that has nothing to do with the past but for halts and holds.
    private Decision DecideUnderHalts(int point, FactFrame facts, Evaluation evaluation, PolicyState state, HeldClaim? claim = null)
    {
        try
        {
            var now = _points[point].Now(facts) ?? 0;
            state.Held.Advance(now);
            _heldFacts[point].Put(facts, claim?.Approvals ?? []);
            return Halted(point, facts, evaluation, state, now) ?? KeepHalts(point, facts, Waiting(point, facts, Decided(point, facts, evaluation, claim), evaluation, state, now, claim), state, now);
        }
        catch (Exception fault)
        {
            return Refuse(point, fault);
        }
    }

    /// <summary>What is halted where nobody answers a held decision, from the time at which that is over.</summary>
    internal KeyedHalt[] HaltsOnSilence(int point, FactFrame facts, Decision decision, long due) =>
        [.. StandingHalt.OfSilence(decision, due).Select(halt => new KeyedHalt(halt, _haltSlots[point].KeyOf(halt.Scope, facts, new StateKeyWriter())))];

    /// <summary>The decision where one could not be kept, so that it must not go on.</summary>
    internal Decision Unkept(int point, Failure failure) => FailedPoint.Decide(Tables.Points[point].Layout.Point, failure, [], Bundle);

    /// <summary>Has the halts of a decision stand from now on, and lifts what it lifts.</summary>
    internal Decision KeepHalts(int point, FactFrame facts, Decision decision, PolicyState state, long now)
    {
        // A point that fails as a whole, as on facts that nobody can read, halts nothing beyond itself.
        if (decision.Failure is not null)
            return decision;
        if (decision.Halts.Count > 0)
        {
            foreach (var halt in StandingHalt.Of(decision, now))
                state.Halts.Halt(halt, _haltSlots[point].KeyOf(halt.Scope, facts, new StateKeyWriter()));
        }
        else if (decision.Outcome < Outcome.Hold && _haltSlots[point].Lifted(facts) is { } lifted)
        {
            if (lifted == HaltScope.System)
                state.Halts.LiftSystem();
            else if (_haltSlots[point].LiftedKey(facts, new StateKeyWriter()) is { } key)
                state.Halts.Lift(lifted, key);
        }

        return decision;
    }

    private static bool Halts(IEnumerable<Effect> effects) => effects.Any(effect => effect is HaltEffect or HoldEffect { OtherwiseHalt: true });
}
