using System.Diagnostics;
using AirsPolicy.Runtime.Decisions;
using static AirsPolicy.Hosting.Telemetry.TelemetryNames;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// The spans, metrics and events of a host. No text of a request or answer is in them. While nobody listens there are none, and nothing is
/// allocated.
/// </summary>
internal sealed class HostTelemetry
{
    private readonly IHostReadings _host;
    private readonly StateChanges _changes;

    public HostTelemetry(IHostReadings host)
    {
        _host = host;
        _changes = new StateChanges(host);
        HostGauges.Watch(host);
    }

    /// <summary>Begins a decision.</summary>
    public static DecisionSpan Decision(string point) => new(
        HostInstruments.Source.HasListeners() ? HostInstruments.Source.StartActivity($"decide {DecidedWords.Point(point)}") : null,
        HostInstruments.DecisionDuration.Enabled ? Stopwatch.GetTimestamp() : 0);

    /// <summary>Says what was decided.</summary>
    /// <param name="tool">The tool, where the decision is on one and somebody listens; else null.</param>
    public Decision Decided(DecisionSpan span, Decision decision, string? tool = null)
    {
        if (span.Activity is { } activity)
            Describe(activity, decision);
        if (span.Seconds is { } seconds)
            HostInstruments.DecisionDuration.Record(
                seconds,
                new(Attributes.Point, DecidedWords.Point(decision.Point)),
                new(Attributes.Outcome, DecidedWords.Of(decision.Outcome)));
        if (HostInstruments.Decisions.Enabled)
            HostInstruments.Decisions.Add(
                1,
                new TagList(
                [
                    new(Attributes.Policy, _host.Policy ?? ""),
                    new(Attributes.Point, DecidedWords.Point(decision.Point)),
                    new(Attributes.Verdict, DecidedWords.Verdict(decision)),
                    new(Attributes.Outcome, DecidedWords.Of(decision.Outcome)),
                ]));
        if (HostInstruments.ControlsFired.Enabled)
            Count(decision);
        if (PolicyEvents.HasListeners)
        {
            DecisionEvents.Raise(decision, _host.Policy, tool);
            _changes.Raise();
        }
        return decision;
    }

    /// <summary>Begins a question to a judge.</summary>
    /// <param name="judge">The judge, by its qualified name.</param>
    /// <param name="model">The model, as the policy names it.</param>
    /// <param name="provider">Who provides it, or null.</param>
    public static JudgeSpan Judge(string judge, string model, string? provider)
    {
        var activity = HostInstruments.Source.HasListeners() ? HostInstruments.Source.StartActivity($"judge {judge}") : null;
        activity?.SetTag(Attributes.Judge, judge).SetTag(Attributes.Model, model).SetTag(Attributes.Provider, provider);
        return new JudgeSpan(activity, HostInstruments.JudgeDuration.Enabled ? Stopwatch.GetTimestamp() : 0, judge, model, provider);
    }

    /// <summary>Says what came of a question.</summary>
    /// <param name="cause">Why there is no answer, a word of <see cref="Runtime.Facts.JudgeFact.Causes"/>; null where there is one.</param>
    public void Judged(JudgeSpan span, string? cause)
    {
        if (span.Activity is { } activity && cause is not null)
            Fail(activity, cause);
        if (span.Seconds is { } seconds)
        {
            var tags = new TagList([new(Attributes.Judge, span.Judge), new(Attributes.Model, span.Model)]);
            if (cause is not null)
                tags.Add(Attributes.Error, cause);
            HostInstruments.JudgeDuration.Record(seconds, tags);
        }
        if (PolicyEvents.HasListeners)
            DecisionEvents.RaiseJudged(span, cause, _host.Policy);
    }

    private static void Describe(Activity activity, Decision decision)
    {
        activity.SetTag(Attributes.Point, DecidedWords.Point(decision.Point));
        activity.SetTag(Attributes.Verdict, DecidedWords.Verdict(decision));
        activity.SetTag(Attributes.Outcome, DecidedWords.Of(decision.Outcome));
        activity.SetTag(Attributes.Bundle, decision.Bundle);
        activity.SetTag(Attributes.Controls, DecisionEvents.ControlsOf(decision));
        if (decision.Failure is { } failure)
            Fail(activity, failure.Kind.ToString());
    }

    // A control with several rules is counted once, by the first of the strongest.
    private static void Count(Decision decision)
    {
        foreach (var rule in DecisionEvents.FiredOnce(decision))
            HostInstruments.ControlsFired.Add(
                1,
                new(Attributes.Control, DecidedWords.Control(rule)),
                new(Attributes.Mode, DecisionEvents.ModeOf(rule)),
                new(Attributes.Verdict, DecidedWords.Verdict(rule)));
    }

    private static void Fail(Activity activity, string type) => activity.SetTag(Attributes.Error, type).SetStatus(ActivityStatusCode.Error);
}
