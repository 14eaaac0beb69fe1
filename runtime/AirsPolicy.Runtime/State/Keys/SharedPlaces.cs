using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Keys;

/// <summary>
/// What is known of keys that found no room of their own. Each key falls in one of a fixed number of places, and keys in one place share
/// what any of them has. So nothing is forgotten, the room is bounded, and only a few others are taken for one of these keys. Nobody can
/// choose a key for its place: that depends on a secret. Under the lock of its owner.
/// </summary>
/// <param name="join">What two keys of one place have together; never less than either.</param>
/// <param name="stands">Whether a value says anything any more at a time.</param>
/// <param name="secret">
/// The secret on which places depend, of <see cref="StateKey.Size"/> bytes, for what outlives the process; empty for that of the process.
/// </param>
/// <param name="places">How many places there are; a power of two.</param>
internal sealed class SharedPlaces<T>(
    Func<T, T, T> join,
    Func<T, long, bool> stands,
    ReadOnlyMemory<byte> secret = default,
    int places = SharedPlaces<T>.Most)
{
    /// <summary>One key more makes one in so many others be taken for it.</summary>
    public const int Most = 1 << 16;

    private Place[] _places = [];

    /// <summary>How many places hold something; what ended may be among them.</summary>
    public int Taken { get; private set; }

    /// <summary>Adds to what is known of a key.</summary>
    public void Add(in StateKey key, T value, long now)
    {
        if (_places.Length == 0)
            _places = new Place[places];
        ref var place = ref _places[NumberOf(key)];
        if (!place.IsTaken)
            Taken++;
        place = place.IsTaken && stands(place.Value, now)
            ? new Place(true, place.IsShared || place.Only != key, place.Only, join(place.Value, value))
            : new Place(true, false, key, value);
    }

    /// <summary>What may be known of a key.</summary>
    /// <param name="isShared">It may be of another key.</param>
    public bool TryFind(in StateKey key, long now, out T? value, out bool isShared)
    {
        (value, isShared) = (default, false);
        if (Taken == 0)
            return false;
        ref readonly var place = ref _places[NumberOf(key)];
        if (!place.IsTaken || !stands(place.Value, now))
            return false;
        (value, isShared) = (place.Value, place.IsShared || place.Only != key);
        return true;
    }

    /// <summary>Forgets a key, where it shares its place with no other.</summary>
    /// <returns>Whether something was known of it alone.</returns>
    public bool Remove(in StateKey key)
    {
        if (Taken == 0)
            return false;
        ref var place = ref _places[NumberOf(key)];
        if (!place.IsTaken || place.IsShared || place.Only != key)
            return false;
        place = default;
        Taken--;
        return true;
    }

    /// <summary>Whether anything is known of any key. Goes through all places, and lets go what has ended.</summary>
    public bool Any(long now)
    {
        for (var i = 0; Taken > 0 && i < _places.Length; i++)
        {
            if (!_places[i].IsTaken || stands(_places[i].Value, now))
                continue;
            _places[i] = default;
            Taken--;
        }
        return Taken > 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_places, Taken) = ([], 0);

    /// <summary>Writes each place that holds something.</summary>
    public void Write(ChangeWriter journal, Action<ChangeWriter, T> write)
    {
        journal.Add((long)Taken);
        for (var number = 0; number < _places.Length; number++)
        {
            ref readonly var place = ref _places[number];
            if (!place.IsTaken)
                continue;
            journal.Add((long)number).Add(place.IsShared).Add(place.Only);
            write(journal, place.Value);
        }
    }

    /// <summary>Writes the place of a key.</summary>
    public void Write(ChangeWriter journal, in StateKey key, Action<ChangeWriter, T> write)
    {
        var number = NumberOf(key);
        ref readonly var place = ref _places[number];
        journal.Add((long)number).Add(place.IsShared).Add(place.Only);
        write(journal, place.Value);
    }

    /// <summary>Takes over a place that another has written.</summary>
    /// <param name="number">Its number.</param>
    public void Restore(int number, bool isShared, in StateKey only, T value)
    {
        if (number < 0 || number >= places)
            throw new InvalidDataException($"There is no place {number}.");
        if (_places.Length == 0)
            _places = new Place[places];
        if (!_places[number].IsTaken)
            Taken++;
        _places[number] = new Place(true, isShared, only, value);
    }

    private int NumberOf(in StateKey key) => (secret.IsEmpty ? key.GetHashCode() : key.HashUnder(secret.Span)) & (places - 1);

    private readonly record struct Place(bool IsTaken, bool IsShared, StateKey Only, T Value);
}
