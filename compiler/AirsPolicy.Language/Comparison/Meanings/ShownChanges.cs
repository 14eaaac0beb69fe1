using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>Which changes the differences found have to do with.</summary>
internal static class ShownChanges
{
    /// <summary>Whether what the rule did, exchanged for what it does in the other version, alone makes another decision.</summary>
    public static bool IsShown(RuleChange change, DecisionDifference difference)
    {
        var (before, after) = (Matched(difference.Before), Matched(difference.After));
        var (own, others) = (Of(change.Before, before), Of(change.After, after));
        if (own.Select(Done).ToHashSet().SetEquals(others.Select(Done)))
            return false;
        return Differs(difference.Before, before, [.. before.Except(own), .. others])
            || Differs(difference.After, after, [.. after.Except(others), .. own]);
    }

    private static bool Differs(Decision decision, List<MatchedRule> rules, List<MatchedRule> exchanged) =>
        CarriedOut.Of(EffectJoin.Decide(decision.Point, rules, decision.Failure))
        != CarriedOut.Of(EffectJoin.Decide(decision.Point, exchanged, decision.Failure));

    private static List<MatchedRule> Matched(Decision decision) => [.. decision.Fired, .. decision.Detected];

    private static List<MatchedRule> Of(RuleInForce? rule, List<MatchedRule> matched) =>
        rule is null ? [] : matched.FindAll(one => one.Origin.Control == rule.Control && one.Origin.Ordinal == rule.Ordinal);

    private static object Done(MatchedRule rule) => (rule.Effects, rule.Failure is not null, rule.Detect, rule.Refusal?.Kind);
}
