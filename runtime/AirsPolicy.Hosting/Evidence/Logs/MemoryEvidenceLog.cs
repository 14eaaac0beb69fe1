using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>
/// Keeps evidence in memory, until the process ends: for tests, and for hosts without a store. For any number of threads.
/// </summary>
public sealed class MemoryEvidenceLog : IEvidenceLog
{
    private readonly string _origin;
    private readonly Lock _lock = new();
    private readonly List<byte[]> _leaves = [];
    private readonly Dictionary<long, StoredContent> _contents = [];
    private readonly List<byte[]> _checkpoints = [];
    private readonly MemoryTiles _tiles = new();
    private readonly MerkleTree _tree;

    /// <summary>An empty log.</summary>
    /// <param name="origin">The name of the log; see <see cref="Checkpoint.Origin"/>.</param>
    public MemoryEvidenceLog(string origin)
    {
        _origin = origin;
        _tree = new MerkleTree(_tiles);
    }

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (_lock)
                return _leaves.Count;
        }
    }

    /// <summary>Appends a record and gives its index.</summary>
    /// <exception cref="ArgumentException">The record cannot be written; see <see cref="EvidenceLeaf.Write"/>.</exception>
    public long Append(EvidenceRecord record)
    {
        var content = StoredContent.Of(record);
        lock (_lock)
        {
            var leaf = EvidenceLeaf.Write(_leaves.Count, record, content);
            Span<byte> hash = stackalloc byte[MerkleHash.Size];
            MerkleHash.OfLeaf(leaf, hash);
            _tree.Append(hash);
            if (content is not null)
                _contents.Add(_leaves.Count, content);
            _leaves.Add(leaf);
            return _leaves.Count - 1;
        }
    }

    /// <summary>Signs the tree as it is now, and keeps the checkpoint.</summary>
    public Checkpoint Sign(CheckpointSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        lock (_lock)
        {
            Span<byte> root = stackalloc byte[MerkleHash.Size];
            _tree.WriteRoot(root);
            var checkpoint = signer.Sign(_origin, _tree.Size, root);
            _checkpoints.Add(checkpoint.Write());
            return checkpoint;
        }
    }

    /// <summary>Deletes the content of a leaf and its salt. The leaf stays, and so does every proof.</summary>
    public void DeleteContent(long index)
    {
        lock (_lock)
            _contents.Remove(index);
    }

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to)
    {
        for (var index = from; index < to; index++)
            yield return Leaf((int)index);
    }

    /// <inheritdoc/>
    public StoredContent? Content(long index)
    {
        lock (_lock)
            return _contents.GetValueOrDefault(index);
    }

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<byte>> Checkpoints()
    {
        lock (_lock)
            return [.. _checkpoints.Select(note => (ReadOnlyMemory<byte>)note)];
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Tile(TileAddress address)
    {
        lock (_lock)
            return _tiles.Tile(address);
    }

    private byte[] Leaf(int index)
    {
        lock (_lock)
            return _leaves[index];
    }
}
