using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>The facts that rules read.</summary>
internal static class ReadPaths
{
    /// <summary>Every fact in a condition or effect of the rules, as often as it is named.</summary>
    public static IEnumerable<PathExpression> Of(IEnumerable<RuleModel> rules) =>
        rules.SelectMany(rule => Roots(rule).SelectMany(ExpressionTree.DescendantsAndSelf)).OfType<PathExpression>();

    private static IEnumerable<Expression> Roots(RuleModel rule)
    {
        if (rule.Condition is not null)
            yield return rule.Condition;
        foreach (var root in rule.Effects.SelectMany(Roots))
            yield return root;
    }

    private static IEnumerable<Expression> Roots(EffectModel effect) => effect switch
    {
        HoldEffectModel hold => [hold.Within],
        HaltEffectModel halt => [halt.For],
        CutEffectModel cut => [cut.Text],
        DropEffectModel drop => [drop.List, drop.Where],
        RedactEffectModel { Except: { } except } redact => [redact.Target, except],
        RedactEffectModel redact => [redact.Target],
        _ => [],
    };
}
