using System.Diagnostics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>
/// The spans of a host. No text of a request or answer is in them. While nobody listens there are none, and nothing is allocated.
/// </summary>
internal static class HostSpans
{
    private static readonly ActivitySource s_source = new(PolicyHost.TelemetryName);

    /// <summary>Begins a decision.</summary>
    public static Activity? Decision(string point) => s_source.HasListeners() ? s_source.StartActivity($"decide {point}") : null;

    /// <summary>Says what was decided.</summary>
    public static Decision Decided(Activity? span, Decision decision)
    {
        if (span is null)
            return decision;
        span.SetTag("airspolicy.point", decision.Point);
        span.SetTag("airspolicy.outcome", decision.Outcome.ToString());
        span.SetTag("airspolicy.bundle", decision.Bundle);
        span.SetTag(
            "airspolicy.controls",
            decision.Fired.Select(rule => rule.Origin.Control).Distinct(StringComparer.Ordinal).ToArray());
        if (decision.Failure is { } failure)
            Fail(span, failure.Kind.ToString());
        return decision;
    }

    /// <summary>Begins a question to a judge.</summary>
    public static Activity? Judge(JudgeQuestion question)
    {
        var span = s_source.HasListeners() ? s_source.StartActivity($"judge {question.Judge}") : null;
        return span?.SetTag("gen_ai.evaluation.name", question.Judge)
            .SetTag("gen_ai.request.model", question.Model)
            .SetTag("gen_ai.provider.name", question.Provider);
    }

    /// <summary>Says why there is no answer.</summary>
    /// <param name="cause">A word of <see cref="Runtime.Facts.JudgeFact.Causes"/>, or null where there is one.</param>
    public static void Judged(Activity? span, string? cause)
    {
        if (span is not null && cause is not null)
            Fail(span, cause);
    }

    private static void Fail(Activity span, string type) => span.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error);
}
