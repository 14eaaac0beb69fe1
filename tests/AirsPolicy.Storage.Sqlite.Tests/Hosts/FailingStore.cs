using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>A store that throws where a test says so.</summary>
internal sealed class FailingStore(IPolicyStore store) : IPolicyStore
{
    public bool AddFails { get; set; }

    public bool WaitFails { get; set; }

    public ReadOnlyMemory<byte> Secret => store.Secret;

    public StoreHealth Health => store.Health;

    public IEvidenceLog Evidence => store.Evidence;

    public void Restore(Action<ReadOnlySpan<byte>> apply) => store.Restore(apply);

    public void Begin(Action rewrite) => store.Begin(rewrite);

    public long AddState(ReadOnlySpan<byte> change, ChangeRole role) =>
        AddFails ? throw new IOException("out of order") : store.AddState(change, role);

    public long AddLeaf(long index, ReadOnlySpan<byte> leaf, StoredContent? content) => store.AddLeaf(index, leaf, content);

    public long AddHash(int level, long index, ReadOnlySpan<byte> hash) => store.AddHash(level, index, hash);

    public long DeleteContent(IReadOnlyCollection<long> leaves) => store.DeleteContent(leaves);

    public long Put(string name, ReadOnlySpan<byte> value) => store.Put(name, value);

    public long Remove(string name) => store.Remove(name);

    public IReadOnlyList<KeyValuePair<string, byte[]>> Named(string prefix) => store.Named(prefix);

    public string? Wait(long number, TimeSpan atMost) => WaitFails ? throw new IOException("out of order") : store.Wait(number, atMost);

    public void Dispose() => store.Dispose();
}
