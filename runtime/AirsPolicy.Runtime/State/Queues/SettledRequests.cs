namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What became of the latest requests that waited, so that whoever comes too late is told; under the lock of its owner.</summary>
internal sealed class SettledRequests
{
    /// <summary>How many are remembered.</summary>
    public const int Most = 10_000;

    private readonly Dictionary<long, ReviewResult> _settled = [];
    private readonly Queue<long> _order = [];

    public void Add(long held, ReviewResult how)
    {
        if (_settled.TryAdd(held, how))
            _order.Enqueue(held);
        if (_order.Count > Most)
            _settled.Remove(_order.Dequeue());
    }

    /// <summary>All that are remembered, the earliest first.</summary>
    public IEnumerable<(long Held, ReviewResult How)> All => _order.Select(held => (held, _settled[held]));

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        _settled.Clear();
        _order.Clear();
    }

    public ReviewResult? Find(long held) => _settled.GetValueOrDefault(held);
}
