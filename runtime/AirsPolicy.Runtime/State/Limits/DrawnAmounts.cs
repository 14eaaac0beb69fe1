using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>
/// What was drawn from a limit, and what is set aside for those who wait, whatever the limit allows. Limits of all policies that draw the
/// same share it, so that another bound keeps what was drawn. Only under the lock of the ledger.
/// </summary>
/// <param name="clock">That of the ledger.</param>
internal sealed class DrawnAmounts(StateClock clock)
{
    private KeyedTallies? _exact;
    private KeyedTallies? _sliced;

    /// <summary>What waits, only of keys for which something does.</summary>
    public Dictionary<StateKey, Int128> SetAside { get; } = [];

    /// <summary>Where draws of a limit are written down.</summary>
    public KeyedTallies Of(LimitDefinition limit) =>
        limit.IsExact ? _exact ??= limit.NewTallies(clock) : _sliced ??= limit.NewTallies(clock);

    /// <summary>Where draws were written down while the limit was of the other kind; null where it never was.</summary>
    public KeyedTallies? OtherOf(LimitDefinition limit) => limit.IsExact ? _sliced : _exact;

    /// <summary>Forgets what was drawn for a session or run that has ended; what is set aside stays.</summary>
    public void Forget(in StateKey ended)
    {
        _exact?.Remove(ended);
        _sliced?.Remove(ended);
    }

    /// <summary>Writes again what was drawn.</summary>
    /// <param name="begin">Begins a change: of what is remembered draw by draw, or of the other.</param>
    public void Write(Action<ChangeWriter, bool> begin)
    {
        _exact?.Write(clock.Journal!, journal => begin(journal, true));
        _sliced?.Write(clock.Journal!, journal => begin(journal, false));
    }

    /// <summary>Gives back the room of keys where none counts any more.</summary>
    public void Trim(long now)
    {
        _exact?.Trim(now);
        _sliced?.Trim(now);
    }
}
