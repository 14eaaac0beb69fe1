using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>Whether a judge is asked for more than a second look at what is flagged: by a sample of its own, or by a rule.</summary>
internal static class AskedJudge
{
    public static bool IsAsked(PolicyModel model, JudgeModel judge, RuleReach reach)
    {
        var ask = new EventEffect(EventAction.Ask, judge.Name);
        return model.Controls.AsEnumerable().SelectMany(control => control.Placements).SelectMany(placement => placement.Rules)
            .Any(rule => rule.Effects.OfType<FixedEffectModel>().Any(effect => effect.Effect == ask)
                && !IsOfFlagged(rule.Condition) && reach.CanFire(rule));
    }

    private static bool IsOfFlagged(Expression? condition) => condition switch
    {
        PathExpression path => path.Path is ["flagged"],
        LogicalExpression { Operator: LogicalOperator.Or } either => IsOfFlagged(either.Left) && IsOfFlagged(either.Right),
        LogicalExpression { Operator: LogicalOperator.And } both => IsOfFlagged(both.Left) || IsOfFlagged(both.Right),
        _ => false,
    };
}
