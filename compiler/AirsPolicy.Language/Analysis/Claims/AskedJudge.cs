using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>The rules that ask a judge for more than a second look at what is flagged: that of its sample, and others.</summary>
internal static class AskedJudge
{
    public static IEnumerable<RuleModel> AskingRules(PolicyModel model, JudgeModel judge)
    {
        var ask = new EventEffect(EventAction.Ask, judge.Name);
        return model.Controls.AsEnumerable().SelectMany(control => control.Placements).SelectMany(placement => placement.Rules)
            .Where(rule => rule.Effects.OfType<FixedEffectModel>().Any(effect => effect.Effect == ask) && !IsOfFlagged(rule.Condition));
    }

    private static bool IsOfFlagged(Expression? condition) => condition switch
    {
        PathExpression path => path.Path is ["flagged"],
        LogicalExpression { Operator: LogicalOperator.Or } either => IsOfFlagged(either.Left) && IsOfFlagged(either.Right),
        LogicalExpression { Operator: LogicalOperator.And } both => IsOfFlagged(both.Left) || IsOfFlagged(both.Right),
        _ => false,
    };
}
