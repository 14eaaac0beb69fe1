using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// Pasts after which a request is decided by as few other rules as possible: the steps before it are taken, what it uses has been said.
/// </summary>
internal sealed class OpenedWays(VersionPair pair, ConditionPasts pasts)
{
    private const int Rounds = 2;
    private const int MostTries = 24;

    private static readonly IReadOnlyList<long> s_justNow = [TimeSpan.TicksPerSecond];

    public (MadeUpPast Past, JsonObject Facts) To(RuleScope scope, RuleModel rule, JsonObject facts)
    {
        var (past, noise) = (MadeUpPast.Empty, Noise(MadeUpPast.Empty, scope, facts));
        for (var round = 0; round < Rounds && noise > 0; round++)
        {
            foreach (
                var (other, standing) in RulesAtPoint
                    .At(pair, scope.Request)
                    .Where(found => !ReferenceEquals(found.Rule, rule) && found.Rule.Condition is { } asked && PastLeaves.AsksPast(asked)))
            {
                foreach (var tried in pasts.Of(other, [standing.Condition!], facts, s_justNow).Take(MostTries).Select(past.And))
                {
                    if (Noise(tried, scope, facts) is var left && left < noise)
                        (past, noise) = (tried, left);
                }
                if (noise == 0)
                    return (past, facts);
            }
        }
        return (past, facts);
    }

    // What differs on the way is a difference of its own, and no way.
    private int Noise(MadeUpPast past, RuleScope scope, JsonObject facts)
    {
        var (before, after) = pair.DecideAfter(past, scope.Request, facts);
        return CalmFacts.Noise(pair.Before, before) + CalmFacts.Noise(pair.After, after);
    }
}
