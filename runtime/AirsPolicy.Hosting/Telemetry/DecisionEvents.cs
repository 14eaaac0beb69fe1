using AirsPolicy.Runtime.Decisions;
using static AirsPolicy.Hosting.Telemetry.TelemetryNames;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>The events of decisions and judges.</summary>
internal static class DecisionEvents
{
    /// <summary>Tells of a decision, where its point is one of those that the framework watches, and of each control that fired.</summary>
    public static void Raise(Decision decision, string? policy, string? tool)
    {
        if (GuardrailAt(decision.Point) is { } guardrail)
        {
            foreach (var rule in FiredOnce(decision))
                PolicyEvents.Raise(OfControl(guardrail, rule, decision, policy));
        }
        if (EventAt(decision.Point) is { } name)
            PolicyEvents.Raise(OfDecision(name, decision, policy, tool));
    }

    /// <summary>Tells of a question to a judge.</summary>
    public static void RaiseJudged(JudgeSpan span, string? cause, string? policy) =>
        PolicyEvents.Raise(
            Event(
                Events.JudgeDecision,
                (Attributes.Policy, policy),
                (Attributes.Judge, span.Judge),
                (Attributes.Model, span.Model),
                (Attributes.Provider, span.Provider),
                (Attributes.Error, cause)));

    /// <summary>An event with those of its attributes that are known.</summary>
    public static PolicyEvent Event(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var known = new List<KeyValuePair<string, object>>(attributes.Length);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                known.Add(new(attribute, value));
        }
        return new PolicyEvent(name, [.. known]);
    }

    /// <summary>The strongest rule of each control that fired, in force or in detect mode.</summary>
    public static IEnumerable<MatchedRule> FiredOnce(Decision decision) =>
        decision.Fired
            .Concat(decision.Detected)
            .GroupBy(rule => (rule.Origin.Control, rule.Detect))
            .Select(rules => rules.MaxBy(rule => rule.Effects.Select(effect => effect.Outcome).DefaultIfEmpty().Max())!);

    /// <summary>The controls in force that fired.</summary>
    public static string[] ControlsOf(Decision decision) =>
        [.. decision.Fired.Select(DecidedWords.Control).Distinct(StringComparer.Ordinal)];

    public static string ModeOf(MatchedRule rule) => rule.Detect ? "detect" : "enforced";

    private static PolicyEvent OfControl(string name, MatchedRule rule, Decision decision, string? policy) =>
        Event(
            name,
            (Attributes.Policy, policy),
            (Attributes.Point, decision.Point),
            (Attributes.Control, DecidedWords.Control(rule)),
            (Attributes.Mode, ModeOf(rule)),
            (Attributes.Verdict, DecidedWords.Verdict(rule)),
            (Attributes.Outcome, DecidedWords.Of(decision.Outcome)),
            (Attributes.Error, rule.Failure?.Kind.ToString()));

    private static PolicyEvent OfDecision(string name, Decision decision, string? policy, string? tool) =>
        Event(
            name,
            (Attributes.Policy, policy),
            (Attributes.Bundle, decision.Bundle),
            (Attributes.Point, decision.Point),
            (Attributes.Tool, tool),
            (Attributes.Verdict, DecidedWords.Verdict(decision)),
            (Attributes.Outcome, DecidedWords.Of(decision.Outcome)),
            (Attributes.Controls, ControlsOf(decision)),
            (Attributes.Error, decision.Failure?.Kind.ToString()));

    private static string? GuardrailAt(string point) => point switch
    {
        PointNames.Input => Events.GuardrailInput,
        PointNames.Output => Events.GuardrailOutput,
        _ => null,
    };

    private static string? EventAt(string point) => point switch
    {
        PointNames.Input => Events.PipelineInput,
        PointNames.Output => Events.PipelineOutput,
        PointNames.ToolCall or PointNames.ToolResult => Events.ToolPolicy,
        PointNames.Delegate => Events.Delegation,
        _ => null,
    };
}
