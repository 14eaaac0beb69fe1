using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State;

/// <summary>One order and one latest time for all that is written to some state; goes over to its successor with what is kept.</summary>
/// <param name="journal">Writes down what changes under <see cref="Order"/>; null for nobody.</param>
internal sealed class StateClock(ChangeWriter? journal = null)
{
    private long _latest;

    /// <summary>Held while the state is read or written.</summary>
    public Lock Order { get; } = new();

    /// <summary>Writes changes down, only under <see cref="Order"/>; null where nobody keeps them.</summary>
    public ChangeWriter? Journal => journal;

    /// <summary>The latest time there was.</summary>
    public long Latest => Volatile.Read(ref _latest);

    /// <summary>Takes a time, without the lock too; one that is earlier than the latest counts as that.</summary>
    public void Advance(long now)
    {
        var latest = Volatile.Read(ref _latest);
        while (now > latest)
        {
            var known = Interlocked.CompareExchange(ref _latest, now, latest);
            if (known == latest)
                return;
            latest = known;
        }
    }
}
