namespace AirsPolicy.Runtime.State;

/// <summary>One order and one latest time for all that is written to some state; goes over to its successor with what is kept.</summary>
internal sealed class StateClock
{
    /// <summary>Held while the state is read or written.</summary>
    public Lock Order { get; } = new();

    /// <summary>The latest time there was; only under the lock.</summary>
    public long Latest { get; private set; }

    /// <summary>Takes a time; one that is earlier than the latest counts as that.</summary>
    public void Advance(long now) => Latest = Math.Max(Latest, now);
}
