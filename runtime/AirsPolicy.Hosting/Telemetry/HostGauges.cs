using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using static AirsPolicy.Hosting.Telemetry.TelemetryNames;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// What is read of all hosts of the process whenever somebody collects metrics. A host that nobody uses is no longer read.
/// </summary>
internal static class HostGauges
{
    private static readonly ConditionalWeakTable<IHostReadings, object?> s_hosts = [];

    static HostGauges()
    {
        Gauge(Metrics.HoldsWaiting, "{request}", "Requests that wait for people.", Attributes.Queue, host => host.Queues());
        Gauge(Metrics.BreakersOpen, "{key}", "For how many keys breakers are open.", Attributes.Breaker, host => host.Breakers());
        Gauge(Metrics.Halts, "{halt}", "What is halted.", Attributes.HaltScope, host => host.Halts());
        Gauge(Metrics.StoresFilling, "1", "Which share of a store is taken.", Attributes.Store, host => host.Stores());
        Gauge(Metrics.JudgeSilent, "{question}", "Questions in a row without an answer.", Attributes.Judge, host => host.SilentJudges());
        Gauge(Metrics.PaceState, "", "How bad charts are, 0 for primary to 3 for emergency.", Attributes.Chart, Charts);
        Gauge(Metrics.BundleRefused, "", "Whether the last bundle was refused.", host => host.IsRefused ? 1 : 0);
        Gauge(Metrics.StoreLatency, "s", "How long the store took last to keep a group.", host => host.Store?.Latest.TotalSeconds);
        Gauge(Metrics.StoreWaiting, "{record}", "What waits to be kept.", host => host.Store?.Waiting);
        Gauge(
            Metrics.StoreFailing,
            "",
            "Whether the store keeps nothing.",
            host => host.Store is { } store ? store.Fault is null ? 0 : 1 : null);
    }

    /// <summary>Reads a host from now on.</summary>
    public static void Watch(IHostReadings host) => s_hosts.AddOrUpdate(host, null);

    private static void Gauge(string name, string unit, string description, string of, Func<IHostReadings, IEnumerable<Reading>> read) =>
        HostInstruments.Meter.CreateObservableGauge(
            name,
            () => Loaded().SelectMany(host => read(host).Select(reading =>
                new Measurement<double>(reading.Value, new(Attributes.Policy, host.Policy), new(of, reading.Name)))),
            unit,
            description);

    private static void Gauge(string name, string unit, string description, Func<IHostReadings, double?> read) =>
        HostInstruments.Meter.CreateObservableGauge(
            name,
            () => s_hosts.Select(host => (host.Key.Policy, Value: read(host.Key))).Where(host => host.Value is not null).Select(host =>
                new Measurement<double>(host.Value!.Value, new KeyValuePair<string, object?>(Attributes.Policy, host.Policy ?? ""))),
            unit,
            description);

    private static IEnumerable<Reading> Charts(IHostReadings host) =>
        host.Pace is { } pace ? pace.Names.Zip(pace.Reading.Charts, (name, chart) => new Reading(name, (int)chart.Level)) : [];

    private static IEnumerable<IHostReadings> Loaded() => s_hosts.Select(host => host.Key).Where(host => host.Policy is not null);
}
