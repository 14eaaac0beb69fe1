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
        var stands = false;
        Outcome? strongest = null, written = null;
        foreach (var placement in control.Placements)
        {
            if (points.Count > 0 && !points.Contains(placement.Point))
                continue;
            stands = true;
            foreach (var rule in placement.Rules)
            {
                if (Highest(rule) is not { } highest)
                    continue;
                written = Higher(written, highest);
                // Whether a rule can fire is asked only where it would go further than those before.
                if (!(strongest >= highest) && reach.CanFire(rule) && reach.HasItsAnswers(rule))
                    strongest = highest;
            }
        }
        return new ControlReach(stands, strongest, written);
    }

    private static Outcome? Highest(RuleModel rule)
    {
        Outcome? highest = null;
        foreach (var effect in rule.Effects)
            highest = Higher(highest, OutcomeOf(effect));
        return highest;
    }

    private static Outcome Higher(Outcome? one, Outcome other) => one > other ? one.Value : other;

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
