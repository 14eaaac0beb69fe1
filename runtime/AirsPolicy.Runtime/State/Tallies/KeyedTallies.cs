using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// A tally for each key, of at most so many keys. A key whose events no longer count makes room for another. An event for which there is no
/// room is lost, and nothing is said about keys it may have had until it would no longer count.
/// </summary>
/// <param name="ofNone">What is read of a key of which nothing counts.</param>
/// <param name="keepsOwners">Keys are forgotten with what owns them; else they go by themselves when their events no longer count.</param>
/// <param name="clock">Says since when there is no room.</param>
internal sealed class KeyedTallies(
    TimeWindow window,
    int maxKeys,
    Func<Tally> make,
    TallyReading ofNone,
    bool keepsOwners,
    StateClock clock)
{
    // Bounds the work of one event; each adds at most one key, so that they go faster than they come.
    private const int ForgottenAtOnce = 4;

    private readonly RecencyTable _keys = new();
    private Tally?[] _tallies = [];
    private readonly OwnedKeys? _owned = keepsOwners ? new OwnedKeys() : null;
    private readonly GreatestTotal _greatest = new(window);
    private Mishap _lost;
    private long? _fullSince;
    private Mishap _failed;

    public TimeWindow Window => window;

    /// <summary>How many keys are held.</summary>
    public int Count => _keys.Count;

    /// <summary>How full it is. Keys whose events no longer count are let go on the way.</summary>
    public StoreReading Reading(string store)
    {
        var mark = window.Mark(clock.Latest);
        while (_keys.Count > 0 && !Counts(_keys.Oldest, mark))
            Remove(_keys.Oldest);
        return new StoreReading(store, _keys.Count, maxKeys, 0, _fullSince);
    }

    /// <summary>For how many keys there is room, and since when for none besides.</summary>
    public NoRoom NoRoom => new(maxKeys, _fullSince ?? clock.Latest);

    /// <summary>Gives back the room of keys where none counts any more.</summary>
    public void Trim(long now)
    {
        if (_keys.Count > 0 && Counts(_keys.Newest, window.Mark(now)))
            return;
        // Keys that an end takes with it never go by themselves: of those there are none.
        _keys.Clear(most: 0);
        _fullSince = null;
        _tallies = [];
    }

    /// <summary>Whether every key comes to less, by any thread and without waiting. Where something cannot be told it is not.</summary>
    public bool IsBelow(long least, long now) => _greatest.IsBelow(least) || _greatest.At(window.Mark(now)) < least;

    /// <summary>What counts for a key.</summary>
    public TallyReading Read(in StateKey key, long mark)
    {
        if (_failed.Holds(window, mark))
            return TallyReading.Failed(_failed.Failure);
        if (_keys.Find(key) is >= 0 and var entry && Counts(entry, mark))
            return _tallies[entry]!.Read(mark);
        return _lost.Holds(window, mark) ? TallyReading.Failed(_lost.Failure, _lost.NoRoom) : ofNone;
    }

    /// <summary>Whether an event of the key would find room.</summary>
    public bool HasRoom(in StateKey key, long mark)
    {
        if (_keys.Count < maxKeys || _keys.Find(key) >= 0 || !Counts(_keys.Oldest, mark))
            return true;
        _fullSince ??= clock.Latest;
        return false;
    }

    /// <summary>Adds an event.</summary>
    public void Add(in EventKey key, in Occurrence occurrence)
    {
        if (ForWriting(key, occurrence.Mark) is not { } tally)
            return;
        tally.Add(occurrence);
        Note(tally, occurrence.Mark);
    }

    /// <summary>Notes an event of one key of which it cannot be said what it adds.</summary>
    public void Fail(in EventKey key, long mark, FailureKind failure)
    {
        _greatest.Note(GreatestTotal.Unknown, mark);
        ForWriting(key, mark)?.Fail(mark, failure);
    }

    /// <summary>Notes an event of which it cannot be said which key it has, or whether it counts.</summary>
    public void Fail(long mark, FailureKind failure)
    {
        _greatest.Note(GreatestTotal.Unknown, mark);
        _failed = new Mishap(mark, failure, null);
    }

    /// <summary>Forgets every key, and what could not be told of any.</summary>
    public void Clear()
    {
        while (_keys.Count > 0)
            Remove(_keys.Oldest);
        (_lost, _failed) = (default, default);
    }

    /// <summary>Forgets a key and those it owns: what it stood for has ended.</summary>
    public void Remove(in StateKey ended)
    {
        if (_keys.Find(ended) is >= 0 and var entry)
            Remove(entry);
        while (_owned is not null && _owned.Newest(ended) is >= 0 and var owned)
            Remove(owned);
    }

    /// <summary>Writes every key with what counts for it, in as many changes as it takes.</summary>
    /// <param name="writer">Writes them.</param>
    /// <param name="begin">Begins each of them.</param>
    public void Write(ChangeWriter writer, Action<ChangeWriter> begin)
    {
        begin(writer);
        writer.Add(true);
        foreach (var mishap in new[] { _lost, _failed })
            writer.Add(mishap.Mark).Add((long)mishap.Failure).Add(mishap.NoRoom);
        for (var entry = _keys.Oldest; entry != RecencyTable.None; entry = _keys.NewerOf(entry))
        {
            if (writer.IsLong)
            {
                writer.End(ChangeRole.Whole);
                begin(writer);
                writer.Add(false);
            }
            writer.Add(new EventKey(_keys.KeyOf(entry), _owned?.OwnerOf(entry) ?? default)).Add(_keys.MarkOf(entry));
            _tallies[entry]!.Write(writer);
        }
        writer.End(ChangeRole.Whole);
    }

    /// <summary>Takes over what another has written; the first of its changes takes the place of all there was.</summary>
    public void Read(ref ChangeReader reader)
    {
        if (reader.Flag())
        {
            Clear();
            _lost = new Mishap(reader.Long(), reader.Word<FailureKind>(), reader.NoRoom());
            _failed = new Mishap(reader.Long(), reader.Word<FailureKind>(), reader.NoRoom());
            foreach (var mishap in new[] { _lost, _failed })
            {
                if (mishap.Failure != FailureKind.None)
                    _greatest.Note(GreatestTotal.Unknown, mishap.Mark);
            }
        }
        while (!reader.IsAtEnd)
        {
            var (key, mark) = (reader.EventKey(), reader.Long());
            var tally = Make(key, mark);
            tally.Read(ref reader);
            Note(tally, mark);
        }
    }

    private void Note(Tally tally, long mark)
    {
        var total = tally.Read(mark);
        _greatest.Note(
            total.Failure == FailureKind.None && total.Amount < GreatestTotal.Unknown ? (long)total.Amount : GreatestTotal.Unknown,
            mark);
    }

    private Tally Make(in EventKey key, long mark)
    {
        var entry = _keys.Add(key.Key, mark);
        if (key.Owned)
            _owned?.Add(key.Owner, entry);
        if (entry >= _tallies.Length)
            Array.Resize(ref _tallies, Math.Max(4, 2 * _tallies.Length));
        if (_tallies[entry] is { } used)
            used.Clear();
        else
            _tallies[entry] = make();
        return _tallies[entry]!;
    }

    private void Remove(int entry)
    {
        _owned?.Remove(entry);
        _keys.Remove(entry);
        _fullSince = null;
    }

    private Tally? ForWriting(in EventKey key, long mark)
    {
        if (_keys.Find(key.Key) is >= 0 and var known)
        {
            if (Counts(known, mark))
            {
                _keys.Touch(known, mark);
                return _tallies[known];
            }
            // Whether it was already forgotten must make no difference.
            Remove(known);
        }
        ForgetOldest(mark);
        if (_keys.Count >= maxKeys)
        {
            _greatest.Note(GreatestTotal.Unknown, mark);
            _fullSince ??= clock.Latest;
            _lost = new Mishap(mark, FailureKind.OverLimit, NoRoom);
            return null;
        }
        var tally = Make(key, mark);
        // The event that was lost may have been one of this key.
        if (_lost.Holds(window, mark))
            tally.Fail(_lost.Mark, _lost.Failure, _lost.NoRoom);
        return tally;
    }

    // Some event of the key counts still, or did not say what it adds.
    private bool Counts(int entry, long mark) => window.Holds(_keys.MarkOf(entry), mark);

    private void ForgetOldest(long now)
    {
        for (var i = 0; i < ForgottenAtOnce && _keys.Count > 0 && !Counts(_keys.Oldest, now); i++)
            Remove(_keys.Oldest);
    }

    private readonly record struct Mishap(long Mark, FailureKind Failure, NoRoom? NoRoom)
    {
        public bool Holds(TimeWindow window, long mark) => Failure != FailureKind.None && window.Holds(Mark, mark);
    }
}
