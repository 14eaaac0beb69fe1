using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>
/// The tier that a profile comes to: the scores that count are summed and looked up in the ladder (or an <c>only</c> that counts
/// says the tier), then the highest <c>at least</c>, then all <c>raise</c>, and never above the highest tier. Sum and maximum know no
/// order.
/// </summary>
/// <param name="Least">The tier where every condition that is not known turns out for the better.</param>
/// <param name="Most">The tier where each of them turns out for the worse.</param>
/// <param name="Counted">The rules that are known to count, in the order written.</param>
/// <param name="Unknown">The rules of which it is not known whether they count.</param>
internal sealed record SchemeScore(int Least, int Most, ValueList<SchemeRuleModel> Counted, ValueList<SchemeRuleModel> Unknown)
{
    /// <param name="scheme">The scheme.</param>
    /// <param name="profile">The profile, as JSON of the one fact <c>profile</c>.</param>
    public static SchemeScore Of(SchemeModel scheme, string profile)
    {
        var evaluator = Evaluator(scheme, profile);
        // What reads a field that the profile leaves out cannot be evaluated: it is not known.
        var truths = scheme
            .Rules.Select(rule =>
                (Rule: rule, Truth: PartialTruth.Of(rule.Where, part => evaluator.Evaluate(part) is BoolValue value ? value.Truth : null)))
            .ToList();
        return new SchemeScore(
            Tiers(rule => !Worsens(rule)).Min(),
            Tiers(Worsens).Max(),
            truths.Where(known => known.Truth == true).Select(known => known.Rule).ToValueList(),
            truths.Where(known => known.Truth is null).Select(known => known.Rule).ToValueList());

        // An 'only' that is not known may lead to any tier: with it and without it.
        IEnumerable<int> Tiers(Func<SchemeRuleModel, bool> otherwise)
        {
            var counted = truths
                .Where(known => known.Truth ?? (known.Rule.Kind != SchemeRuleKind.Only && otherwise(known.Rule)))
                .Select(known => known.Rule)
                .ToList();
            return truths
                .Where(known => known.Truth is null && known.Rule.Kind == SchemeRuleKind.Only)
                .Select(known => Tier(scheme, counted.Append(known.Rule)))
                .Prepend(Tier(scheme, counted));
        }
    }

    /// <summary>Whether a condition is known to hold of a profile.</summary>
    public static bool Holds(SchemeModel scheme, string profile, Expression condition) =>
        Evaluator(scheme, profile).Evaluate(condition) is BoolValue { Truth: true };

    private static ExpressionEvaluator Evaluator(SchemeModel scheme, string profile)
    {
        var frame = new FactFrame();
        if (new FactReader().Read(CompiledLayout.Of(scheme.Profile), Encoding.UTF8.GetBytes(profile), frame) is { } failure)
            throw new InvalidOperationException($"A bound profile does not fit: {failure.Detail}");
        var patterns = new PatternLibrary();
        return new ExpressionEvaluator(
            new FactSource(new FactPlaces(scheme.Profile, null), frame),
            new DetectorSearch([], patterns, new DetectorMemory()),
            patterns,
            null);
    }

    private static bool Worsens(SchemeRuleModel rule) =>
        rule.Kind != SchemeRuleKind.Only && rule.Value > 0 || rule.Kind == SchemeRuleKind.AtLeast;

    private static int Tier(SchemeModel scheme, IEnumerable<SchemeRuleModel> counted)
    {
        var rules = counted.ToLookup(rule => rule.Kind);
        var tier = rules[SchemeRuleKind.Only]
            .Select(rule => (int)rule.Value)
            .DefaultIfEmpty(Rung(scheme, Sum(rules[SchemeRuleKind.Score])))
            .Max();
        tier = rules[SchemeRuleKind.AtLeast].Select(rule => (int)rule.Value).Append(tier).Max();
        return (int)Int128.Min(tier + Sum(rules[SchemeRuleKind.Raise]), scheme.Tiers.Count - 1);
    }

    private static int Rung(SchemeModel scheme, Int128 score)
    {
        foreach (var step in scheme.Ladder)
        {
            if (step.UpTo is null || score <= step.UpTo)
                return step.Tier;
        }
        return scheme.Ladder.Count == 0 ? 0 : scheme.Ladder[^1].Tier;
    }

    private static Int128 Sum(IEnumerable<SchemeRuleModel> rules) => rules.Aggregate((Int128)0, (sum, rule) => sum + rule.Value);
}
