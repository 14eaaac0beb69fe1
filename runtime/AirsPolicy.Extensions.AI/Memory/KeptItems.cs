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

    /// <summary>Keeps something soon.</summary>
    /// <returns>Its number, for <see cref="IsKept"/>.</returns>
    public long Keep(string id, ReadOnlySpan<byte> item) => host.Store?.Put($"{kind}/{id}", item) ?? 0;

    /// <summary>Forgets something soon.</summary>
    /// <inheritdoc cref="Keep" path="/returns"/>
    public long Forget(string id) => host.Store?.Remove($"{kind}/{id}") ?? 0;

    /// <summary>Waits until something is kept, or kept to be forgotten.</summary>
    /// <returns>False where the store cannot keep it.</returns>
    public bool IsKept(long number) => host.Store is not { } store || store.Wait(number, host.StoreTimeout) is null;
}
