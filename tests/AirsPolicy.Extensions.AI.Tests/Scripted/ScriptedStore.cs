using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>A store in memory, for one host after another. It keeps nothing while a test says so.</summary>
internal sealed class ScriptedStore : IPolicyStore
{
    private readonly List<byte[]> _state = [];
    private long _taken;

    /// <summary>What is kept by name.</summary>
    public SortedDictionary<string, byte[]> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing is kept any more; what was kept is there again at the next start.</summary>
    public bool Fails { get; set; }

    public ReadOnlyMemory<byte> Secret { get; } = new byte[32];

    public StoreHealth Health => new(_taken, _taken, null, null, TimeSpan.Zero);

    public IEvidenceLog Evidence => throw new NotSupportedException();

    public void Restore(Action<ReadOnlySpan<byte>> apply) => _state.ToList().ForEach(change => apply(change));

    public void Begin(Action rewrite)
    {
    }

    public long AddState(ReadOnlySpan<byte> change, ChangeRole role)
    {
        _state.Add(change.ToArray());
        return ++_taken;
    }

    public long AddLeaf(long index, ReadOnlySpan<byte> leaf, StoredContent? content) => throw new NotSupportedException();

    public long AddHash(int level, long index, ReadOnlySpan<byte> hash) => throw new NotSupportedException();

    public long DeleteContent(IReadOnlyCollection<long> leaves) => throw new NotSupportedException();

    public long Put(string name, ReadOnlySpan<byte> value)
    {
        if (!Fails)
            Items[name] = value.ToArray();
        return ++_taken;
    }

    public long Remove(string name)
    {
        if (!Fails)
            Items.Remove(name);
        return ++_taken;
    }

    public IReadOnlyList<KeyValuePair<string, byte[]>> Named(string prefix) =>
        [.. Items.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal))];

    public string? Wait(long number, TimeSpan atMost) => Fails ? "It is out of order." : null;

    public void Dispose()
    {
    }
}
