using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Which detectors a control uses directly.</summary>
internal static class DetectorUse
{
    public static IEnumerable<string> Of(ControlModel control) =>
        control.Placements.SelectMany(placement => placement.Rules).SelectMany(Of);

    private static IEnumerable<string> Of(RuleModel rule) =>
        ExpressionTree.All(rule).OfType<DetectorExpression>().Select(detector => detector.Detector)
            .Concat(rule.Effects.OfType<RedactEffectModel>().Select(redact => redact.Detector));
}
