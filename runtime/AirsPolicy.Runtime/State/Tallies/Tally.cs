using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>What is counted for one key. Marks never fall. Reading and adding take constant time, averaged over the events.</summary>
internal abstract class Tally(TimeWindow window)
{
    /// <summary>Room for more than this is given back when a tally is used for another key.</summary>
    protected const int KeptRoom = 16;

    // Almost no tally ever fails, and there are many.
    private FailedMark? _failed;

    protected TimeWindow Window { get; } = window;

    /// <summary>Notes an event of which it cannot be said what it adds: nothing can be read while it would count.</summary>
    /// <param name="noRoom">It is one for which there was no room, or null.</param>
    public void Fail(long mark, FailureKind failure, NoRoom? noRoom = null) => _failed = new FailedMark(mark, failure, noRoom);

    /// <summary>What counts at a mark.</summary>
    public TallyReading Read(long mark) =>
        _failed is { } failed && Window.Holds(failed.Mark, mark)
            ? TallyReading.Failed(failed.Kind, failed.NoRoom)
            : Total(mark);

    /// <summary>Adds an event.</summary>
    public abstract void Add(in Occurrence occurrence);

    /// <summary>Begins anew, for another key.</summary>
    public virtual void Clear() => _failed = null;

    /// <summary>Writes all that it holds.</summary>
    public virtual void Write(ChangeWriter writer)
    {
        writer.Add(_failed is not null);
        if (_failed is { } failed)
            writer.Add(failed.Mark).Add((long)failed.Kind).Add(failed.NoRoom);
    }

    /// <summary>Takes over what another has written, in place of its own.</summary>
    public virtual void Read(ref ChangeReader reader)
    {
        Clear();
        if (reader.Flag())
            _failed = new FailedMark(reader.Long(), reader.Word<FailureKind>(), reader.NoRoom());
    }

    /// <summary>What counts at a mark, where nothing has failed.</summary>
    protected abstract TallyReading Total(long mark);

    private sealed record FailedMark(long Mark, FailureKind Kind, NoRoom? NoRoom);
}
