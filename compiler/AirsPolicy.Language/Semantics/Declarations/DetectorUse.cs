using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Which detectors controls use directly.</summary>
internal static class DetectorUse
{
    public static HashSet<string> Of(IEnumerable<ControlModel> controls)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var control in controls)
        {
            foreach (var placement in control.Placements)
            {
                foreach (var rule in placement.Rules)
                    Add(used, rule);
            }
        }
        return used;
    }

    private static void Add(HashSet<string> used, RuleModel rule)
    {
        foreach (var expression in ExpressionTree.All(rule))
        {
            if (expression is DetectorExpression detector)
                used.Add(detector.Detector);
        }
        foreach (var effect in rule.Effects)
        {
            if (effect is RedactEffectModel redact)
                used.Add(redact.Detector);
        }
    }
}
