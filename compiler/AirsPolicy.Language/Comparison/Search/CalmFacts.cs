using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>
/// Complete facts on which as little as possible fires. A rule that blocks everything unremarkable (an order whose customer is not
/// verified) would hide what all other rules do.
/// </summary>
internal static class CalmFacts
{
    private const int Rounds = 4;
    private const int MostTries = 12;

    public static JsonObject Of(VersionPair pair, RequestShape request)
    {
        var facts = request.Harmless();
        var noise = Noise(pair, request, facts);
        for (var round = 0; round < Rounds && noise > 0; round++)
        {
            var before = noise;
            foreach (var (scope, rule) in RulesAtPoint.At(pair, request))
            {
                if (rule.Condition is null)
                    continue;
                foreach (var calmer in ConditionSearch.Of(scope, rule.Condition, false, facts).Take(MostTries))
                {
                    if (Noise(pair, request, calmer) is var left && left < noise)
                    {
                        (facts, noise) = (calmer, left);
                        break;
                    }
                }
                if (noise == 0)
                    return facts;
            }
            if (noise == before)
                break;
        }
        return facts;
    }

    // The outcomes weigh most, then how many rules had a part in them.
    private static int Noise(VersionPair pair, RequestShape request, JsonObject facts)
    {
        var (before, after) = pair.Decide(request, facts);
        return Noise(before) + Noise(after);
    }

    private static int Noise(Decision decision) =>
        decision.Failure is { Kind: not FailureKind.Unknown } ? 1_000_000 : (int)decision.Outcome * 1_000 + decision.Fired.Count;
}
