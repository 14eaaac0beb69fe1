using AirsPolicy.Hosting;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>What the store of the host keeps of one kind, by id; nothing where the host has no store.</summary>
/// <param name="host">The host.</param>
/// <param name="kind">What its names begin with.</param>
internal sealed class KeptItems(PolicyHost host, string kind)
{
    /// <summary>What there was when the application began.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Restored { get; } =
    [
        .. (host.Store?.Named($"{kind}/") ?? []).Select(item => KeyValuePair.Create(item.Key[(kind.Length + 1)..], item.Value)),
    ];

    /// <summary>Keeps something, and waits until it is kept.</summary>
    /// <returns>False where the store cannot keep it.</returns>
    public bool Keep(string id, ReadOnlySpan<byte> item) =>
        host.Store is not { } store || store.Wait(store.Put($"{kind}/{id}", item), host.StoreTimeout) is null;

    /// <summary>Keeps something soon.</summary>
    public void KeepSoon(string id, ReadOnlySpan<byte> item) => host.Store?.Put($"{kind}/{id}", item);

    /// <summary>Forgets something, and waits until that is kept.</summary>
    /// <returns>False where the store cannot keep that.</returns>
    public bool Forget(string id) => host.Store is not { } store || store.Wait(store.Remove($"{kind}/{id}"), host.StoreTimeout) is null;

    /// <summary>Forgets something soon.</summary>
    public void ForgetSoon(string id) => host.Store?.Remove($"{kind}/{id}");
}
