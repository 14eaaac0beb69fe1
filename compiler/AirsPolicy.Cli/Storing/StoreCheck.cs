using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Storage.Sqlite;

namespace AirsPolicy.Cli.Storing;

/// <summary>Whether a host can begin again on a store.</summary>
/// <param name="Bytes">How many bytes it takes.</param>
/// <param name="Figures">What it keeps; null where that cannot be read.</param>
/// <param name="Faults">What is wrong, a sentence each.</param>
internal sealed record StoreCheck(long Bytes, StoreFigures? Figures, IReadOnlyList<string> Faults)
{
    private const int MostFaults = 20;

    /// <summary>Checks a store that no host uses.</summary>
    /// <exception cref="InvalidDataException">It cannot be opened, though nothing says that it is damaged.</exception>
    public static StoreCheck Of(string path)
    {
        try
        {
            return StoreFile.Use(path, store => Of(path, store));
        }
        catch (InvalidDataException fault) when (StoreFaults.IsDamage(fault.InnerException))
        {
            return new StoreCheck(StoreFile.BytesOf(path), null, [fault.Message]);
        }
    }

    private static StoreCheck Of(string path, SqliteStore store)
    {
        var faults = store.CheckFile().Select(fault => $"The file is damaged: {fault}.").Take(MostFaults).ToList();
        StoreFigures? figures = null;
        Try(() => HostKeeping.Restore(store, new HeldLimits(), new NoJournal()));
        Try(() => figures = store.Figures());
        Try(() => ReadEvidence(store));
        return new StoreCheck(StoreFile.BytesOf(path), figures, faults);

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (InvalidDataException fault)
            {
                faults.Add(fault.Message);
            }
        }
    }

    private static void ReadEvidence(SqliteStore store)
    {
        var index = 0L;
        foreach (var bytes in store.Evidence.Leaves(0, store.Evidence.Count))
        {
            if (!EvidenceLeaf.TryRead(bytes.Span, out var leaf, out var reason))
                throw new InvalidDataException($"Leaf {index} is not written as leaves are: {reason}.");
            if (leaf.Seq != index)
                throw new InvalidDataException($"Leaf {index} says that it is record {leaf.Seq}.");
            store.Evidence.Content(index++);
        }
    }

    // What is read back is not taken down again.
    private sealed class NoJournal : IStateJournal
    {
        public void Add(ReadOnlySpan<byte> change, ChangeRole role)
        {
        }
    }
}
