using AirsPolicy.Runtime.State.Pace;
using static AirsPolicy.Hosting.Telemetry.TelemetryNames;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// Tells of charts and breakers that have changed since it was asked last. Charts are looked at each time, because they rarely change;
/// breakers once a second at most, because many can be open.
/// </summary>
internal sealed class StateChanges(IHostReadings host)
{
    private readonly Lock _order = new();
    private readonly Dictionary<string, PaceLevel> _charts = new(StringComparer.Ordinal);
    private HashSet<string> _open = new(StringComparer.Ordinal);
    private PaceReading? _pace;
    private long _looked = long.MinValue / 2;

    public void Raise()
    {
        lock (_order)
        {
            if (host.Pace is { } pace && pace.Reading is var reading && !ReferenceEquals(reading, _pace))
            {
                _pace = reading;
                RaiseCharts(pace.Names.Zip(reading.Charts, (name, chart) => (name, chart.Level)));
            }
            if ((_open.Count > 0 || host.HasOpenBreakers) && host.Now is var now && now - _looked >= TimeSpan.TicksPerSecond)
            {
                _looked = now;
                RaiseBreakers();
            }
        }
    }

    private void RaiseCharts(IEnumerable<(string Name, PaceLevel Level)> charts)
    {
        foreach (var (name, level) in charts)
        {
            var before = _charts.GetValueOrDefault(name);
            _charts[name] = level;
            if (level != before)
                PolicyEvents.Raise(
                    DecisionEvents.Event(
                        Events.PaceTransition,
                        (Attributes.Policy, host.Policy),
                        (Attributes.Chart, name),
                        (Attributes.PaceBefore, PaceLevels.NameOf(before)),
                        (Attributes.PaceState, PaceLevels.NameOf(level))));
        }
    }

    private void RaiseBreakers()
    {
        var open = host.Breakers().Where(breaker => breaker.Value > 0).Select(breaker => breaker.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in open.Except(_open))
            RaiseBreaker(name, "open");
        foreach (var name in _open.Except(open))
            RaiseBreaker(name, "closed");
        _open = open;
    }

    private void RaiseBreaker(string name, string state) =>
        PolicyEvents.Raise(
            DecisionEvents.Event(
                Events.BreakerStateChange,
                (Attributes.Policy, host.Policy),
                (Attributes.Breaker, name),
                (Attributes.BreakerState, state)));
}
