using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>Whether a decision is the one that <c>expect OUTCOME</c> names.</summary>
internal static class Expectation
{
    /// <summary>Why it is not, or null.</summary>
    public static string? Unmet(ExpectOutcomeStep expected, Decision decision)
    {
        var met = decision.Outcome == expected.Outcome
            && (expected.By is null || decision.Fired.Any(rule => IsBy(rule, expected.By, expected.Outcome)))
            && (expected.Saying is null || (decision.Message ?? "").Contains(expected.Saying, StringComparison.Ordinal));
        return met ? null : $"Expected {Describe(expected)}, but the decision is {DecisionSummary.Of(decision)}.";
    }

    // The control has to be one that the outcome comes from: another rule may have fired beside it with less.
    private static bool IsBy(MatchedRule rule, string control, Outcome outcome) =>
        rule.Origin.Control == control && rule.Effects.Any(effect => effect.Outcome == outcome);

    private static string Describe(ExpectOutcomeStep expected)
    {
        var by = expected.By is { } control ? $" by '{control}'" : "";
        var saying = expected.Saying is { } text ? $" saying \"{text}\"" : "";
        return $"{DecisionSummary.NameOf(expected.Outcome)}{by}{saying}";
    }
}
