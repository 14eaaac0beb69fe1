using AirsPolicy.Runtime.State.Changes;
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
    private readonly ChangeWriter? _journal;
    // What all carry, since nobody knows which of them does.
    private ulong _ofAll;

    /// <summary>Nothing carries labels.</summary>
    /// <param name="maxCarriers">The most sessions and items that have room of their own.</param>
    public CarriedLabels(int maxCarriers = DefaultCarriers)
        : this(maxCarriers, SharedPlaces<ulong>.Most)
    {
    }

    internal CarriedLabels(int most, int places, StateKeeping? keeping = null) =>
        (_most, _crowded, _journal) = (
            most,
            new SharedPlaces<ulong>((one, other) => one | other, (_, _) => true, keeping?.Secret ?? default, places),
            ChangeWriter.Of(keeping));

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
            // Most of what a session takes in has labels that it carries already.
            if (_labels.TryGetValue(carrier, out var carried) && (labels & ~carried) == 0)
                return;
            Put(carrier, labels);
            _journal?.Begin(ChangeKind.Labelled).Add(carrier).Add(unchecked((long)labels)).End();
        }
    }

    /// <summary>Somebody carries labels, and it cannot be told who: from now on all do.</summary>
    public void AddToAll(ulong labels)
    {
        lock (_lock)
        {
            _ofAll |= labels;
            _journal?.Begin(ChangeKind.AllLabelled).Add(unchecked((long)labels)).End();
        }
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
            _journal?.Begin(ChangeKind.LabelsForgotten).Add(carrier).End();
        }
    }

    /// <summary>Writes everything again.</summary>
    internal void Rewrite()
    {
        lock (_lock)
        {
            _journal!.Begin(ChangeKind.LabelsWhole).Add(unchecked((long)_ofAll)).End(ChangeRole.Whole);
            foreach (var (carrier, labels) in _labels)
                _journal.Begin(ChangeKind.Labelled).Add(carrier).Add(unchecked((long)labels)).End(ChangeRole.Whole);
            // Behind those with room of their own, which would take over what others of their place carry.
            _journal.Begin(ChangeKind.LabelsCrowded);
            _crowded.Write(_journal, (journal, labels) => journal.Add(unchecked((long)labels)));
            _journal.End(ChangeRole.Whole);
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_lock)
        {
            switch (kind)
            {
                case ChangeKind.Labelled:
                    Put(change.Key(), unchecked((ulong)change.Long()));
                    break;
                case ChangeKind.AllLabelled:
                    _ofAll |= unchecked((ulong)change.Long());
                    break;
                case ChangeKind.LabelsForgotten:
                    var carrier = change.Key();
                    _labels.Remove(carrier);
                    _crowded.Remove(carrier);
                    break;
                case ChangeKind.LabelsWhole:
                    _labels.Clear();
                    _crowded.Clear();
                    _ofAll = unchecked((ulong)change.Long());
                    break;
                case ChangeKind.LabelsCrowded:
                    for (var left = change.Count(); left > 0; left--)
                        _crowded.Restore(change.Int(), change.Flag(), change.Key(), unchecked((ulong)change.Long()));
                    break;
            }
        }
    }

    private void Put(in StateKey carrier, ulong labels)
    {
        if (_labels.TryGetValue(carrier, out var carried))
            _labels[carrier] = carried | labels;
        else if (_labels.Count < _most)
            _labels[carrier] = labels | OfPlace(carrier);
        else
            _crowded.Add(carrier, labels, now: 0);
    }

    // Labels have no time.
    private ulong OfPlace(in StateKey carrier) => _crowded.TryFind(carrier, now: 0, out var labels, out _) ? labels : 0;
}
