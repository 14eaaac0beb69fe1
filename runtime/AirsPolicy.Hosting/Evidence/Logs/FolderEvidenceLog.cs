using System.Buffers.Binary;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>
/// Evidence in a folder, in the layout of C2SP tlog-tiles with what content is kept beside it. It reads strictly and believes nothing:
/// whether the files fit together is asked by <c>EvidenceCheck</c>. For one thread at a time.
/// </summary>
public sealed class FolderEvidenceLog : IEvidenceLog, IDisposable
{
    private readonly string _folder;
    private readonly byte[] _head;
    private readonly FolderContents _contents;

    private FolderEvidenceLog(string folder, byte[] head, long count)
    {
        (_folder, _head, Count) = (folder, head, count);
        _contents = new FolderContents(folder, count);
    }

    /// <summary>How many leaves the latest checkpoint says that there are.</summary>
    public long Count { get; }

    /// <summary>Opens a folder that <see cref="EvidenceExport"/> has written.</summary>
    /// <exception cref="InvalidDataException">It holds no checkpoint that can be read; the message says why.</exception>
    public static FolderEvidenceLog Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var head = EvidenceFiles.Read(folder, EvidenceFiles.Head, Checkpoint.MaxBytes)
            ?? throw new InvalidDataException($"'{EvidenceFiles.Head}' is missing.");
        return Checkpoint.TryRead(head, out var checkpoint, out var reason)
            ? new FolderEvidenceLog(folder, head, checkpoint.Size)
            : throw new InvalidDataException($"'{EvidenceFiles.Head}' is no checkpoint: {reason}.");
    }

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, Count);
        byte[] buffer = [];
        for (var index = from; index < to;)
        {
            var number = index / TileAddress.Whole;
            var first = number * TileAddress.Whole;
            var width = TileAddress.Of(0, number, Count).Width;
            var path = TileAddress.EntriesPath(number, width);
            var bundle = EvidenceFiles.Read(_folder, path, EvidenceFiles.MaxBundle, ref buffer)
                ?? throw new InvalidDataException($"'{path}' is missing.");
            foreach (var leaf in Entries(bundle, width, path))
            {
                if (first++ == index && index < to)
                {
                    index++;
                    yield return leaf;
                }
            }
        }
    }

    /// <inheritdoc/>
    public StoredContent? Content(long index) => _contents.Find(index);

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() => PastCheckpoints.Read(_folder).Append(_head);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Tile(TileAddress address) =>
        EvidenceFiles.Read(_folder, address.Path, TileAddress.Whole * MerkleHash.Size)
        ?? throw new InvalidDataException($"'{address.Path}' is missing.");

    /// <inheritdoc/>
    public void Dispose() => _contents.Dispose();

    // C2SP tlog-tiles: each entry behind its length, in 16 bits with the high byte first.
    private static IEnumerable<ReadOnlyMemory<byte>> Entries(ReadOnlyMemory<byte> rest, int width, string path)
    {
        for (var entry = 0; entry < width; entry++)
        {
            if (rest.Length < sizeof(ushort)
                || BinaryPrimitives.ReadUInt16BigEndian(rest.Span) is var length && rest.Length < sizeof(ushort) + length)
                throw new InvalidDataException($"'{path}' is cut short in its entry {entry} of {width}.");
            yield return rest.Slice(sizeof(ushort), length);
            rest = rest[(sizeof(ushort) + length)..];
        }
        if (!rest.IsEmpty)
            throw new InvalidDataException($"'{path}' goes on behind its {width} entries.");
    }
}
