using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Pasts;
using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>
/// The requests that a rule gives rise to: its condition true, and each of its conjuncts false in turn, while its effects find what they
/// change.
/// </summary>
internal static class RuleRequests
{
    public static IEnumerable<JsonObject> Of(RuleScope scope, RuleModel rule, JsonObject calm)
    {
        foreach (var facts in Conditions(scope, rule, calm))
        {
            yield return facts;
            foreach (var effect in rule.Effects)
            {
                foreach (var changed in Changed(scope, effect, facts))
                    yield return changed;
            }
        }
    }

    private static IEnumerable<JsonObject> Conditions(RuleScope scope, RuleModel rule, JsonObject calm)
    {
        if (rule.Condition is null)
            return [calm];
        var conjuncts = ConditionSearch.Conjuncts(rule.Condition).ToList();
        var met = ConditionSearch.Of(scope, rule.Condition, true, calm);
        if (conjuncts.Count == 1)
            return met.Concat(ConditionSearch.Of(scope, rule.Condition, false, calm));
        return Alternating.Of(Enumerable.Range(0, conjuncts.Count).Select(failing => AllBut(scope, conjuncts, failing, calm)).Prepend(met));
    }

    // All conjuncts but one are met; the one that fails comes last, on facts that meet the rest.
    private static IEnumerable<JsonObject> AllBut(
        RuleScope scope,
        List<Model.Expressions.Expression> conjuncts,
        int failing,
        JsonObject calm)
    {
        IEnumerable<JsonObject> facts = [calm];
        for (var i = 0; i < conjuncts.Count; i++)
        {
            var conjunct = conjuncts[i];
            if (i != failing)
                facts = facts.SelectMany(met => ConditionSearch.Of(scope, conjunct, true, met).Take(4));
        }
        return facts.SelectMany(met => ConditionSearch.Of(scope, conjuncts[failing], false, met));
    }

    private static IEnumerable<JsonObject> Changed(RuleScope scope, EffectModel effect, JsonObject facts) =>
        effect switch
        {
            RedactEffectModel redact => DetectorSamples
                .Of(redact.Detector, scope.Detectors)
                .SelectMany(text => TextSearch.Holding(scope, redact.Target, text, facts)),
            CutEffectModel { Unit: CutUnit.Characters or CutUnit.Bytes } cut => new[]
            {
                cut.Limit + 1,
                cut.Limit,
                cut.Limit - 1,
            }.SelectMany(length => TextSearch.OfLength(scope, cut.Text, length, facts)),
            DropEffectModel drop => QuantifierSearch.Items(scope, drop.List, drop.Variable, drop.Where, true, 1, facts),
            _ => [],
        };
}
