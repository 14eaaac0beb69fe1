using System.Collections.Frozen;
using System.Collections.Immutable;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>What telemetry says of decisions, in words of which there are few whatever is asked.</summary>
internal static class DecidedWords
{
    private static readonly ImmutableArray<string> s_outcomes = [.. Enum.GetNames<Outcome>().Select(name => name.ToLowerInvariant())];

    private static readonly FrozenSet<string> s_points = FrozenSet.Create(
        StringComparer.Ordinal,
        PointNames.Session, PointNames.Input, PointNames.Ingest, PointNames.Retrieve, PointNames.Prompt, PointNames.Plan, PointNames.Commit,
        PointNames.Output, PointNames.ToolCall, PointNames.ToolResult, PointNames.Delegate, PointNames.Message, PointNames.Remember,
        PointNames.Recall, PointNames.Signal, PointNames.Approval, PointNames.Recovery);

    /// <summary>The word of an outcome.</summary>
    public static string Of(Outcome outcome) => s_outcomes[(int)outcome];

    /// <summary>A decision point; any other name came from outside.</summary>
    public static string Point(string point) => s_points.Contains(point) ? point : "unknown";

    /// <summary>The control of a rule. Where a point failed as a whole it is the point, which may have come from outside.</summary>
    public static string Control(MatchedRule rule) =>
        rule.Origin.Ordinal == FailedPoint.Ordinal && rule.Origin.File.Length == 0 ? Point(rule.Origin.Control) : rule.Origin.Control;

    /// <summary>What the rules said that matched, in detect mode too.</summary>
    public static string Verdict(Decision decision)
    {
        var strongest = Outcome.Allow;
        foreach (var rule in decision.Fired)
            strongest = Stronger(strongest, rule);
        foreach (var rule in decision.Detected)
            strongest = Stronger(strongest, rule);
        return Of(strongest);
    }

    /// <summary>What one rule said; <c>allow</c> where it failed, because it said nothing.</summary>
    public static string Verdict(MatchedRule rule) => Of(Stronger(Outcome.Allow, rule));

    private static Outcome Stronger(Outcome outcome, MatchedRule rule)
    {
        if (rule.Failure is not null)
            return outcome;
        foreach (var effect in rule.Effects)
            outcome = effect.Outcome > outcome ? effect.Outcome : outcome;
        return outcome;
    }
}
