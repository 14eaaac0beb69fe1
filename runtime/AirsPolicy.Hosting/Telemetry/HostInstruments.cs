using System.Diagnostics;
using System.Diagnostics.Metrics;
using static AirsPolicy.Hosting.Telemetry.TelemetryNames;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>The source and the instruments that all hosts of the process share.</summary>
internal static class HostInstruments
{
    // A decision takes microseconds, a judge seconds.
    private static readonly InstrumentAdvice<double> s_decisions =
        new() { HistogramBucketBoundaries = [0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1] };

    private static readonly InstrumentAdvice<double> s_judges =
        new() { HistogramBucketBoundaries = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60] };

    public static ActivitySource Source { get; } = new(Sources.Hosting, TelemetryNames.Version);

    public static Meter Meter { get; } = new(Sources.Hosting, TelemetryNames.Version);

    public static Counter<long> Decisions { get; } =
        Meter.CreateCounter<long>(Metrics.Decisions, "{decision}", "Decisions, by point, verdict and outcome.");

    public static Histogram<double> DecisionDuration { get; } =
        Meter.CreateHistogram(Metrics.DecisionDuration, "s", "How long decisions take.", tags: null, s_decisions);

    public static Counter<long> ControlsFired { get; } =
        Meter.CreateCounter<long>(Metrics.ControlsFired, "{control}", "Controls that fired, once a decision.");

    public static Histogram<double> JudgeDuration { get; } =
        Meter.CreateHistogram(Metrics.JudgeDuration, "s", "How long judges take.", tags: null, s_judges);
}
