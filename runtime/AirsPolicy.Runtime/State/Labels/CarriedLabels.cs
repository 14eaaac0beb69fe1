using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Labels;

/// <summary>
/// Which labels a session, or an item that outlives it such as one of memory, carries. Labels only grow, until what carries them is forgotten.
/// For any number of threads.
/// </summary>
/// <param name="maxCarriers">The most sessions and items at a time.</param>
public sealed class CarriedLabels(int maxCarriers = CarriedLabels.DefaultCarriers)
{
    /// <summary>The most sessions and items, unless less is asked for.</summary>
    public const int DefaultCarriers = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<StateKey, ulong> _labels = [];
    // What a carrier that found no room would have carried: those that are not held may carry it.
    private ulong _lost;
    // What all carry, since nobody knows which of them does.
    private ulong _ofAll;

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
            else if (_labels.Count < maxCarriers)
                _labels[carrier] = labels | _lost;
            else
                _lost |= labels;
        }
    }

    /// <summary>Somebody carries labels, and it cannot be told who: from now on all do.</summary>
    public void AddToAll(ulong labels)
    {
        lock (_lock)
            _ofAll |= labels;
    }

    /// <summary>The labels that a session or item carries; one that found no room carries whatever any such one would.</summary>
    public ulong Read(in StateKey carrier)
    {
        lock (_lock)
            return (_labels.TryGetValue(carrier, out var carried) ? carried : _lost) | _ofAll;
    }

    /// <summary>Gives one all that another carries: memory what the session carries that writes it, a session what the memory does that it reads.</summary>
    public void Carry(in StateKey from, in StateKey to)
    {
        lock (_lock)
            Add(to, Read(from));
    }

    /// <summary>Forgets a session or item that is no more.</summary>
    public void Forget(in StateKey carrier)
    {
        lock (_lock)
            _labels.Remove(carrier);
    }
}
