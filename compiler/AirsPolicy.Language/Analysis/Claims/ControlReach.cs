using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>How far a control can go at some points.</summary>
/// <param name="Stands">It stands at one of them.</param>
/// <param name="Strongest">The highest outcome that one of its rules can have there, whatever the facts; null where none can match.</param>
/// <param name="Written">The same, rules that can never match included.</param>
internal sealed record ControlReach(bool Stands, Outcome? Strongest, Outcome? Written)
{
    /// <param name="control">The control.</param>
    /// <param name="points">The points; empty for all.</param>
    /// <param name="reach">Which rules can fire.</param>
    public static ControlReach Of(ControlModel control, ValueList<string> points, RuleReach reach)
    {
        var placements = control.Placements.Where(placement => points.Count == 0 || points.Contains(placement.Point)).ToList();
        var rules = placements.SelectMany(placement => placement.Rules).ToList();
        return new ControlReach(
            placements.Count > 0,
            Highest(rules.Where(reach.CanFire)),
            Highest(rules));
    }

    private static Outcome? Highest(IEnumerable<RuleModel> rules) => rules.SelectMany(rule => rule.Effects).Select(OutcomeOf).Cast<Outcome?>().Max();

    /// <summary>The outcome that an effect stands for.</summary>
    public static Outcome OutcomeOf(EffectModel effect) => effect switch
    {
        FixedEffectModel known => known.Effect.Outcome,
        HoldEffectModel => Outcome.Hold,
        HaltEffectModel => Outcome.Halt,
        CutEffectModel or RedactEffectModel or DropEffectModel => Outcome.Amend,
        _ => throw new System.Diagnostics.UnreachableException(effect.ToString()),
    };
}
