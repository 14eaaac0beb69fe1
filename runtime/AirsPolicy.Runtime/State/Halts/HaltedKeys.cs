using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Halts;

/// <summary>
/// What is halted of one kind, by key. Halts that find no room share places, so that none is forgotten. Under the lock of its owner, with
/// the time handed in.
/// </summary>
/// <param name="most">How many keys have room of their own.</param>
/// <param name="places">How many places there are for the others; a power of two.</param>
/// <param name="secret">The secret on which those places depend; empty for that of the process.</param>
internal sealed class HaltedKeys(int most, int places, ReadOnlyMemory<byte> secret = default)
{
    private readonly Dictionary<StateKey, List<ActiveHalt>> _halted = [];
    private readonly SharedPlaces<ActiveHalt> _crowded = new(Longer, Stands, secret, places);
    private long? _fullSince;
    private long? _swept;

    public bool IsEmpty => _halted.Count == 0 && _crowded.Taken == 0;

    /// <summary>How full it is.</summary>
    public StoreReading Reading(string store, long now)
    {
        ForgetEnded(now);
        _crowded.Any(now);
        return new StoreReading(store, _halted.Count, most, _crowded.Taken, _fullSince);
    }

    /// <summary>Halts, or halts for longer.</summary>
    /// <returns>Whether the key has room of its own.</returns>
    public bool Add(ActiveHalt halt, in StateKey key, long now)
    {
        if (!_halted.ContainsKey(key))
        {
            if (_halted.Count >= most)
                ForgetEnded(now);
            if (_halted.Count >= most)
            {
                _fullSince ??= now;
                _crowded.Add(key, halt, now);
                return false;
            }
            _fullSince = null;
        }
        Restore(halt, key, now);
        return true;
    }

    /// <summary>Halts a key in room of its own, whether there is too much of that or not: there was, when it was halted.</summary>
    public void Restore(ActiveHalt halt, in StateKey key, long now)
    {
        if (!_halted.TryGetValue(key, out var halts))
            _halted.Add(key, halts = []);
        DropEnded(halts, now);
        var same = halts.FindIndex(halt.IsSame);
        if (same < 0)
            halts.Add(halt);
        else
            halts[same] = halts[same].Joined(halt);
    }

    /// <summary>Every halt that has room of its own and stands.</summary>
    public IEnumerable<(StateKey Key, ActiveHalt Halt)> All(long now) =>
        _halted.SelectMany(halted => halted.Value.Where(halt => Stands(halt, now)).Select(halt => (halted.Key, halt)));

    /// <summary>Writes the halts that share places.</summary>
    public void WriteCrowded(ChangeWriter journal) => _crowded.Write(journal, (writer, halt) => writer.Add(halt));

    /// <summary>Writes the place that a key shares.</summary>
    public void WriteCrowded(ChangeWriter journal, in StateKey key) => _crowded.Write(journal, key, (writer, halt) => writer.Add(halt));

    /// <summary>Takes over a place that another has written.</summary>
    public void RestoreCrowded(int number, bool isShared, in StateKey only, ActiveHalt halt) =>
        _crowded.Restore(number, isShared, only, halt);

    /// <summary>Forgets every halt.</summary>
    public void Clear()
    {
        _halted.Clear();
        _crowded.Clear();
    }

    /// <summary>The halts that stand for a key, as rules that match.</summary>
    public IReadOnlyList<MatchedRule> Of(in StateKey key, long now)
    {
        List<MatchedRule>? rules = null;
        if (_halted.TryGetValue(key, out var halts))
        {
            DropEnded(halts, now);
            if (halts.Count == 0)
                Remove(key);
            else
                rules = [.. halts.Select(halt => halt.Rule)];
        }
        if (_crowded.TryFind(key, now, out var crowded, out var isShared))
            (rules ??= []).Add((isShared ? crowded!.OfCrowd(most) : crowded!).Rule);
        return rules ?? (IReadOnlyList<MatchedRule>)[];
    }

    /// <summary>Whether anything is halted. Each halt that has ended is looked at once.</summary>
    public bool Any(long now)
    {
        foreach (var (key, halts) in _halted)
        {
            DropEnded(halts, now);
            if (halts.Count > 0)
                return true;
            Remove(key);
        }
        return _crowded.Any(now);
    }

    /// <summary>Lifts the halts of a key. One that shares its place stays: nobody can tell whose it is.</summary>
    public void Lift(in StateKey key)
    {
        Remove(key);
        _crowded.Remove(key);
    }

    /// <summary>Lifts every halt that has no room of its own.</summary>
    public void LiftCrowded() => _crowded.Clear();

    // Looked for once a second at most, since that goes through all of them.
    private void ForgetEnded(long now)
    {
        if (_swept is { } swept && now - swept < TimeSpan.TicksPerSecond)
            return;
        _swept = now;
        foreach (var (key, halts) in _halted)
        {
            DropEnded(halts, now);
            if (halts.Count == 0)
                Remove(key);
        }
    }

    // By hand: a lambda would be allocated at every decision while somebody else is halted.
    private static void DropEnded(List<ActiveHalt> halts, long now)
    {
        for (var i = halts.Count - 1; i >= 0; i--)
        {
            if (!Stands(halts[i], now))
                halts.RemoveAt(i);
        }
    }

    private void Remove(in StateKey key)
    {
        if (_halted.Remove(key))
            _fullSince = null;
    }

    // One rule stands for both, from the first until the later ends.
    private static ActiveHalt Longer(ActiveHalt one, ActiveHalt other) => one.Joined(other);

    private static bool Stands(ActiveHalt halt, long now) => halt.Until is not { } until || until > now;
}
