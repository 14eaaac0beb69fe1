using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
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

    public static JsonObject Of(VersionPair pair, RequestShape request) => Around(pair, request, request.Harmless(), _ => true);

    /// <summary>The same, near given facts, of which something has to stay as it is.</summary>
    public static JsonObject Around(VersionPair pair, RequestShape request, JsonObject facts, Func<JsonObject, bool> keeps)
    {
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
                    if (keeps(calmer) && Noise(pair, request, calmer) is var left && left < noise)
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

    private static int Noise(VersionPair pair, RequestShape request, JsonObject facts)
    {
        var (before, after) = pair.Decide(request, facts);
        return Noise(pair.Before, before) + Noise(pair.After, after);
    }

    /// <summary>
    /// How much fires. The outcomes weigh most, then how many rules had a part in them; what asks the past weighs little, since something
    /// that came before may silence it.
    /// </summary>
    public static int Noise(PolicyVersion version, Decision decision) =>
        decision.Failure is { Kind: not FailureKind.Unknown }
            ? 1_000_000
            : decision.Fired.Count
                + decision
                    .Fired.Select(rule =>
                        (int)rule.Effects.Select(effect => effect.Outcome).DefaultIfEmpty(Outcome.Allow).Max()
                        * (version.AsksPast(rule.Origin) ? 10 : 1_000))
                    .DefaultIfEmpty(0)
                    .Max();
}
