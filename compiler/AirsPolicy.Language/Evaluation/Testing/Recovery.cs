using System.Text.Json.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>The requests of a person who lifts what stands.</summary>
internal static class Recovery
{
    /// <summary>One request for each thing that a decision halted, or was halted by.</summary>
    public static List<GivenStep> Requests(RecoverStep recover, GivenDecision halted) =>
        [
            .. halted
                .Decision.Fired.SelectMany(rule => rule.Effects)
                .Select(ScopeOf)
                .OfType<HaltScope>()
                .Distinct()
                .Order()
                .Select(scope => new GivenStep(
                    PointNames.Recovery,
                    null,
                    Facts(recover.Facts, scope.ToString().ToLowerInvariant(), halted.Facts),
                    recover.Place)),
        ];

    private static HaltScope? ScopeOf(Effect effect) => effect switch
    {
        HaltEffect halt => halt.Scope,
        HaltedEffect stands => stands.Scope,
        _ => null,
    };

    // The facts were decided on, so that they are JSON.
    private static string Facts(string template, string scope, string halted)
    {
        var facts = JsonNode.Parse(template)!.AsObject();
        var recovery = facts["recovery"]!.AsObject();
        recovery["action"] = "lift";
        recovery["scope"] = scope;
        if (JsonNode.Parse(halted) is JsonObject given && given[scope] is JsonObject owner && owner["id"] is { } id)
            recovery["id"] = id.DeepClone();
        return facts.ToJsonString();
    }
}
