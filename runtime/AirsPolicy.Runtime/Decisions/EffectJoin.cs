using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// The lattice: makes one decision of all matched rules. Commutative, associative and idempotent, so that the order of
/// declarations, files, rules and imports never changes a decision. Both engines end here.
/// </summary>
public static class EffectJoin
{
    /// <summary>The decision that follows from the rules that matched or failed at a point.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="matched">The rules in any order; a rule given twice counts once.</param>
    /// <param name="failure">Why the point as a whole failed, with its posture among <paramref name="matched"/>, or null.</param>
    /// <param name="bundle">The digest of the bundle asked, or null.</param>
    public static Decision Decide(string point, IEnumerable<MatchedRule> matched, Failure? failure = null, string? bundle = null)
    {
        var ordered = matched.Distinct().Order(RuleOrder.Instance).ToList();
        var inForce = ordered.Where(m => !m.Detect).ToList();
        var effects = inForce.SelectMany(m => m.Effects.Select(effect => (m.Origin.Control, Effect: effect))).ToList();
        var all = effects.Select(e => e.Effect).ToList();

        return new Decision
        {
            Point = point,
            Outcome = all.Select(e => e.Outcome).DefaultIfEmpty(Outcome.Allow).Max(),
            Message = MessageOf(effects),
            Fired = inForce.ToValueList(),
            Would = ordered.Where(m => m.Detect).ToValueList(),
            Content = ContentJoin.Join(effects),
            Holds = HoldJoin.Join(all.OfType<HoldEffect>()),
            Halts = all.OfType<HaltEffect>().Distinct()
                .OrderBy(h => h.Scope).ThenBy(h => h.Ticks ?? long.MaxValue).ThenBy(h => h.Message, StringComparer.Ordinal).ToValueList(),
            Events = all.OfType<EventEffect>().Distinct()
                .OrderBy(e => e.Action).ThenBy(e => e.Target, StringComparer.Ordinal).ToValueList(),
            Duties = all.OfType<RequireEffect>().Select(r => r.Duty).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).ToValueList(),
            Failure = failure,
            Bundle = bundle,
        };
    }

    private static string? MessageOf(List<(string Control, Effect Effect)> effects) =>
        effects
            .Select(e => (e.Effect.Outcome, e.Control, Text: TextOf(e.Effect)))
            .Where(e => e.Text is not null)
            .OrderByDescending(e => e.Outcome)
            .ThenBy(e => e.Control, StringComparer.Ordinal)
            .ThenBy(e => e.Text, StringComparer.Ordinal)
            .Select(e => e.Text)
            .FirstOrDefault();

    // A flag's text is a note for reviewers and never reaches the user.
    private static string? TextOf(Effect effect) => effect switch
    {
        BlockEffect block => block.Message,
        HaltEffect halt => halt.Message,
        _ => null,
    };
}
