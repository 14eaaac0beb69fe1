using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>
/// Which of two decisions is the stricter, read off the lattice that joins effects: one is at least as strict as another where joining
/// both gives the one.
/// </summary>
internal static class DecisionOrder
{
    // Names and places of rules must not make two decisions differ that demand the same.
    private static readonly RuleOrigin s_nowhere = new("", null, null, "", 0, "", 0, 0);

    /// <summary>The direction from one decision to the other; null where what is carried out is the same.</summary>
    public static DifferenceDirection? Between(Decision before, Decision after)
    {
        if (CarriedOut.Of(before) == CarriedOut.Of(after))
            return null;
        var stopped = before.Outcome >= Outcome.Block || after.Outcome >= Outcome.Block;
        Effect[] earlier = [.. Demands(before, stopped)];
        Effect[] later = [.. Demands(after, stopped)];
        var (first, second, both) = (Join(before.Point, earlier), Join(before.Point, later), Join(before.Point, [.. earlier, .. later]));
        return (both == first, both == second) switch
        {
            (true, true) => DifferenceDirection.AsStrict,
            (true, false) => DifferenceDirection.Looser,
            (false, true) => DifferenceDirection.Tighter,
            _ => DifferenceDirection.Mixed,
        };
    }

    /// <summary>What the differences come to together.</summary>
    public static ComparisonVerdict Verdict(IReadOnlyCollection<DifferenceDirection> directions)
    {
        if (directions.Count == 0)
            return ComparisonVerdict.NoDifference;
        var tighter = directions.Any(direction => direction is DifferenceDirection.Tighter or DifferenceDirection.Mixed);
        var looser = directions.Any(direction => direction is DifferenceDirection.Looser or DifferenceDirection.Mixed);
        return (tighter, looser) switch
        {
            (true, true) => ComparisonVerdict.Both,
            (true, false) => ComparisonVerdict.OnlyTightens,
            (false, true) => ComparisonVerdict.OnlyLoosens,
            _ => ComparisonVerdict.AsStrict,
        };
    }

    // Where content does not go on, how it would have changed and who would have had to agree says nothing.
    private static IEnumerable<Effect> Demands(Decision decision, bool stopped) => decision.Fired
        .SelectMany(rule => rule.Effects)
        .Where(effect => !stopped || effect is BlockEffect or HaltEffect or EventEffect);

    private static CarriedOut Join(string point, Effect[] effects) =>
        CarriedOut.Of(EffectJoin.Decide(point, effects.Select(effect => new MatchedRule(s_nowhere, [effect])))) with { Message = null };
}
