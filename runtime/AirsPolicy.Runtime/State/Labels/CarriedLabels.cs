using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Labels;

/// <summary>
/// Which labels a session, or an item that outlives it such as one of memory, carries. Labels only grow, until what carries them is
/// forgotten. For any number of threads.
/// </summary>
public sealed class CarriedLabels
{
    /// <summary>The most sessions and items, unless less is asked for.</summary>
    public const int DefaultCarriers = 100_000;

    private readonly int _most;
    private readonly Lock _lock = new();
    private readonly Dictionary<StateKey, ulong> _labels = [];
    // What carriers carry that found no room: others that fall in the same place carry it too.
    private readonly SharedPlaces<ulong> _crowded;
    // What all carry, since nobody knows which of them does.
    private ulong _ofAll;

    /// <summary>Nothing carries labels.</summary>
    /// <param name="maxCarriers">The most sessions and items that have room of their own.</param>
    public CarriedLabels(int maxCarriers = DefaultCarriers)
        : this(maxCarriers, SharedPlaces<ulong>.Most)
    {
    }

    internal CarriedLabels(int most, int places) =>
        (_most, _crowded) = (most, new SharedPlaces<ulong>((one, other) => one | other, (_, _) => true, places));

    /// <summary>How much room is taken.</summary>
    public StoreReading Store
    {
        get
        {
            lock (_lock)
                return new StoreReading("labelled sessions and memory", _labels.Count, _most, _crowded.Taken, FullSince: null);
        }
    }

    /// <summary>Adds labels to what a session or item carries.</summary>
    /// <param name="carrier">The session or item.</param>
    /// <param name="labels">The labels, a bit each.</param>
    public void Add(in StateKey carrier, ulong labels)
    {
        if (labels == 0)
            return;
        lock (_lock)
        {
            if (_labels.TryGetValue(carrier, out var carried))
                _labels[carrier] = carried | labels;
            else if (_labels.Count < _most)
                _labels[carrier] = labels | OfPlace(carrier);
            else
                _crowded.Add(carrier, labels, now: 0);
        }
    }

    /// <summary>Somebody carries labels, and it cannot be told who: from now on all do.</summary>
    public void AddToAll(ulong labels)
    {
        lock (_lock)
            _ofAll |= labels;
    }

    /// <summary>The labels that a session or item carries; one that found no room carries what others of its place do.</summary>
    public ulong Read(in StateKey carrier)
    {
        lock (_lock)
            return (_labels.TryGetValue(carrier, out var carried) ? carried : OfPlace(carrier)) | _ofAll;
    }

    /// <summary>
    /// Gives one all that another carries: memory what the session carries that writes it, a session what the memory does that it reads.
    /// </summary>
    public void Carry(in StateKey from, in StateKey to)
    {
        lock (_lock)
            Add(to, Read(from));
    }

    /// <summary>Forgets a session or item that is no more.</summary>
    public void Forget(in StateKey carrier)
    {
        lock (_lock)
        {
            _labels.Remove(carrier);
            _crowded.Remove(carrier);
        }
    }

    // Labels have no time.
    private ulong OfPlace(in StateKey carrier) => _crowded.TryFind(carrier, now: 0, out var labels, out _) ? labels : 0;
}
