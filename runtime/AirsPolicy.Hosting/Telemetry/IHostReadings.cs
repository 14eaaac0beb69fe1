using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// What can be read of a host at any time. The names are those of the bundle that decides; nothing is read before the first.
/// </summary>
internal interface IHostReadings
{
    /// <summary>The name of the policy, or null.</summary>
    string? Policy { get; }

    /// <summary>The host's clock, in UTC ticks.</summary>
    long Now { get; }

    /// <summary>The last bundle was refused.</summary>
    bool IsRefused { get; }

    /// <summary>How the charts stand; null without charts.</summary>
    PaceState? Pace { get; }

    /// <summary>Some breaker is open; cheaper than <see cref="Breakers"/>.</summary>
    bool HasOpenBreakers { get; }

    /// <summary>How the store stands; null where the host has none.</summary>
    StoreHealth? Store { get; }

    IEnumerable<Reading> Queues();

    IEnumerable<Reading> Breakers();

    IEnumerable<Reading> Halts();

    IEnumerable<Reading> Stores();

    IEnumerable<Reading> SilentJudges();
}
