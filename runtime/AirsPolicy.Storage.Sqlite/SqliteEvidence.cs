using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;
using Microsoft.Data.Sqlite;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>The evidence in a file, as it is read back.</summary>
/// <param name="file">The file.</param>
/// <param name="order">Held while the file is used.</param>
internal sealed class SqliteEvidence(SqliteFile file, Lock order) : IEvidenceLog
{
    private const int AtOnce = 512;

    // The contents of some leaves that follow on one another: they are asked for in order. As long as none is deleted.
    private (long From, long To, long Deletions, Dictionary<long, byte[]> Contents) _contents = (0, 0, 0, []);

    public long Count => Use(file.Leaves);

    public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to)
    {
        var next = from;
        while (next < to)
        {
            var some = new List<byte[]>(AtOnce);
            Use(() => file.ReadLeaves(next, Math.Min(AtOnce, to - next), (index, leaf) =>
            {
                // One that is missing leaves a place of nothing, which no check takes for a leaf.
                while (next + some.Count < index)
                    some.Add([]);
                some.Add(leaf);
            }));
            if (some.Count == 0)
                yield break;
            next += some.Count;
            foreach (var leaf in some)
                yield return leaf;
        }
    }

    public StoredContent? Content(long index) => Use(() =>
    {
        if (index < _contents.From || index >= _contents.To || _contents.Deletions != file.Deletions)
        {
            var contents = new Dictionary<long, byte[]>();
            file.ReadContents(index, AtOnce, contents.Add);
            _contents = (index, Math.Min(index + AtOnce, file.Leaves()), file.Deletions, contents);
        }
        return _contents.Contents.TryGetValue(index, out var bytes) ? ContentBytes.Read(bytes) : null;
    });

    public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() =>
        Use(() => file.Named("checkpoint/")).Select(named => (ReadOnlyMemory<byte>)named.Value);

    public ReadOnlyMemory<byte>? Tile(TileAddress address)
    {
        var tile = new byte[address.Width * MerkleHash.Size];
        var (first, count) = (address.Index * TileAddress.Whole, 0);
        void Add(long index, byte[] bytes)
        {
            if (index != first + count)
                return;
            var place = tile.AsSpan(count++ * MerkleHash.Size, MerkleHash.Size);
            if (address.Level == 0)
                MerkleHash.OfLeaf(bytes, place);
            else if (bytes.Length == MerkleHash.Size)
                bytes.CopyTo(place);
            else
                throw new InvalidDataException($"A hash of '{address.Path}' takes {bytes.Length} bytes.");
        }
        Use(() =>
        {
            if (address.Level == 0)
                file.ReadLeaves(first, address.Width, Add);
            else
                file.ReadHashes(address.Level, first, address.Width, Add);
        });
        return count == address.Width ? tile : (ReadOnlyMemory<byte>?)null;
    }

    private void Use(Action read) => Use(() =>
    {
        read();
        return true;
    });

    private T Use<T>(Func<T> read)
    {
        try
        {
            lock (order)
                return read();
        }
        // The file may be closed by now: a host signs by its clock.
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException)
        {
            throw new InvalidDataException($"The evidence cannot be read: {fault.Message}", fault);
        }
    }
}
