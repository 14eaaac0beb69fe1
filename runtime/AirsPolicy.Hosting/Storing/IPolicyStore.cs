using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Hosting.Storing;

/// <summary>
/// Where a host keeps what has to outlive it: how its state changes, its evidence, and what else it knows by name. All of it is one
/// sequence, which is kept in order: where something is kept, everything before it is. For any number of threads; one host at a time.
/// </summary>
/// <remarks>
/// A store takes at once and keeps soon (<see cref="Wait"/> says when). Where it cannot keep, nothing that it was given is lost to the
/// host that runs, and <see cref="Wait"/> says so without waiting: whoever needs it kept refuses.
/// </remarks>
public interface IPolicyStore : IDisposable
{
    /// <summary>32 random bytes, made with the store and the same as long as it is there. Whoever knows them can foretell draws.</summary>
    ReadOnlyMemory<byte> Secret { get; }

    /// <summary>How it stands, for whoever watches the host.</summary>
    StoreHealth Health { get; }

    /// <summary>Reads how the state has changed, in order. Once, before the first <see cref="Begin"/>.</summary>
    /// <param name="apply">Called with each change, as <see cref="AddState"/> took it.</param>
    /// <exception cref="InvalidDataException">What is stored cannot be read; the message says what to do.</exception>
    void Restore(Action<ReadOnlySpan<byte>> apply);

    /// <summary>Begins to take. Once, when everything has been read.</summary>
    /// <param name="rewrite">
    /// Has the state say everything again (<see cref="Runtime.State.PolicyState.Rewrite"/>), so that what came before can go. The store
    /// calls it when its journal has become long, on a thread of its own.
    /// </param>
    void Begin(Action rewrite);

    /// <summary>Takes a change of the state.</summary>
    /// <returns>Its number, for <see cref="Wait"/>.</returns>
    long AddState(ReadOnlySpan<byte> change, ChangeRole role);

    /// <summary>The evidence as it is kept; what was taken just now is among it once it is.</summary>
    IEvidenceLog Evidence { get; }

    /// <summary>Takes the next leaf of the evidence, with its content.</summary>
    /// <param name="index">Its index: the number of those before it.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="content">What can be deleted of it, with its salt; null for nothing.</param>
    /// <returns>Its number, for <see cref="Wait"/>; negative where it was not taken, since too much waits to be kept.</returns>
    long AddLeaf(long index, ReadOnlySpan<byte> leaf, StoredContent? content);

    /// <summary>Takes the root over a whole tile of the tree of evidence, from which the tiles above are made.</summary>
    /// <param name="level">The level of the tile that it goes into, at least 1.</param>
    /// <param name="index">Its index in the level; those of a level come in their order.</param>
    /// <param name="hash">32 bytes.</param>
    /// <inheritdoc cref="AddState" path="/returns"/>
    long AddHash(int level, long index, ReadOnlySpan<byte> hash);

    /// <summary>Deletes the content of leaves, so that no byte of it stays in any file.</summary>
    /// <inheritdoc cref="AddState" path="/returns"/>
    long DeleteContent(IReadOnlyCollection<long> leaves);

    /// <summary>Keeps something under a name, in place of what was kept under it.</summary>
    /// <inheritdoc cref="AddState" path="/returns"/>
    long Put(string name, ReadOnlySpan<byte> value);

    /// <summary>Forgets what is kept under a name.</summary>
    /// <inheritdoc cref="AddState" path="/returns"/>
    long Remove(string name);

    /// <summary>What is kept under names that begin alike, in their order. What was put just now is among it once it is kept.</summary>
    IReadOnlyList<KeyValuePair<string, byte[]>> Named(string prefix);

    /// <summary>Waits until everything up to a number is kept for good.</summary>
    /// <param name="number">What <see cref="AddState"/> and its like have given.</param>
    /// <param name="atMost">For how long; a store that cannot keep at this moment is not waited for.</param>
    /// <returns>Null where it is kept; else why not, in a sentence with what to do.</returns>
    string? Wait(long number, TimeSpan atMost);
}
