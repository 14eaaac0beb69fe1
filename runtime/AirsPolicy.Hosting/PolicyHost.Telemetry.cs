using AirsPolicy.Hosting.Storing;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Hosting;

/// <summary>What metrics read of the host.</summary>
public sealed partial class PolicyHost : IHostReadings
{
    private readonly HostTelemetry _telemetry;

    string? IHostReadings.Policy => _active?.Bundle.Manifest.Package;

    long IHostReadings.Now => _clock.Now().UtcTicks;

    bool IHostReadings.IsRefused => _status.Refused is not null;

    PaceState? IHostReadings.Pace => _active?.State?.Pace;

    StoreHealth? IHostReadings.Store => StoreHealth;

    bool IHostReadings.HasOpenBreakers => _active?.State is { Breakers.IsEmpty: false };

    IEnumerable<Reading> IHostReadings.Queues() =>
        _active is not { State: { } state } active
            ? []
            : Counted(
                active.Bundle.Policy.Tables.Queues.Select(queue => queue.Name),
                state.Held.All(_clock.Now().UtcTicks).SelectMany(waiting => waiting.Request.Queues.Select(queue => queue.Name)));

    IEnumerable<Reading> IHostReadings.Breakers() =>
        _active is not { State: { } state } active
            ? []
            : Counted(
                active.Bundle.Policy.Tables.Breakers.Select(breaker => breaker.Definition.Name),
                state.Breakers.Open.Select(open => open.Breaker));

    IEnumerable<Reading> IHostReadings.Halts()
    {
        if (_active?.State?.Halts is not { } halts)
            return [];
        var now = _clock.Now().UtcTicks;
        return halts
            .Stores(now)
            .Select((store, scope) => new Reading(HaltedPoint.NameOf((HaltScope)scope), store.Held + store.Crowded))
            .Append(new Reading(HaltedPoint.NameOf(HaltScope.System), halts.OfSystem(now).Count));
    }

    IEnumerable<Reading> IHostReadings.Stores() => Stores().Select(store => new Reading(store.Store, (double)store.Share));

    IEnumerable<Reading> IHostReadings.SilentJudges() => Judges.Select(judge => new Reading(judge, UnansweredInARow(judge)));

    private string? ToolOf(string point, ReadOnlySpan<byte> facts) =>
        !NamesTool(point) ? null
        : Layout(point) is { } layout ? DecidedTool.Of(layout.Layout, facts)
        : DecidedTool.Undeclared;

    private string? ToolOf(string point, FactFrame facts) =>
        !NamesTool(point) ? null
        : _active is { Bundle: var bundle }
            && bundle.Policy.PointNumber(point) is >= 0 and var number
            && bundle.Layouts[number].HasFilled(facts)
            ? DecidedTool.Of(bundle.Policy.Point(number), facts)
        : DecidedTool.Undeclared;

    private static bool NamesTool(string point) => PolicyEvents.HasListeners && point is PointNames.ToolCall or PointNames.ToolResult;

    // What there is none of is zero, so that a figure goes back to it.
    private static IEnumerable<Reading> Counted(IEnumerable<string> names, IEnumerable<string> found)
    {
        var counts = found.CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return names.Select(name => new Reading(name, counts.GetValueOrDefault(name)));
    }
}
