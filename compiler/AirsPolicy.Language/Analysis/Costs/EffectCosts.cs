using System.Collections.Frozen;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>What an effect costs at most, beside the expressions that it is made of.</summary>
internal static class EffectCosts
{
    private static readonly FrozenDictionary<Type, Func<ExpressionCosts, EffectModel, Cost>> s_all = new Dictionary<
        Type,
        Func<ExpressionCosts, EffectModel, Cost>
    >
    {
        [typeof(FixedEffectModel)] = Expressions,
        [typeof(HoldEffectModel)] = Expressions,
        [typeof(HaltEffectModel)] = Expressions,
        [typeof(CutEffectModel)] = static (costs, e) =>
            Expressions(costs, e) + (e is CutEffectModel cut ? Cost.Text(LongestText.Of(cut.Text)) : default),
        [typeof(RedactEffectModel)] = static (costs, e) =>
            Expressions(costs, e) + (e is RedactEffectModel redact ? OfRedact(costs, redact) : default),
        [typeof(DropEffectModel)] = static (costs, e) =>
            e is DropEffectModel drop ? costs.Of(drop.List) + costs.OfItems(drop.List, drop.Variable, drop.Where) : default,
    }.ToFrozenDictionary();

    /// <summary>The kinds of effect of which it is known what they cost.</summary>
    public static IEnumerable<Type> Kinds => s_all.Keys;

    public static Cost Of(ExpressionCosts costs, EffectModel effect) => Cost.Step + s_all[effect.GetType()](costs, effect);

    private static Cost Expressions(ExpressionCosts costs, EffectModel effect) =>
        ExpressionTree.Expressions(effect).Aggregate(Cost.None, (sum, part) => sum + costs.Of(part));

    // What is found is compared with what stays, and what is hidden is written anew.
    private static Cost OfRedact(ExpressionCosts costs, RedactEffectModel redact) =>
        costs.OfDetector(redact.Detector, redact.Target)
        + Cost.Text(LongestText.Of(redact.Target))
        + (redact.Except is null ? Cost.None : Cost.Text(LongestText.Of(redact.Except)));
}
