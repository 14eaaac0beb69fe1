using System.Buffers;
using System.Buffers.Binary;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>Writes evidence into a folder, up to its latest checkpoint: what no checkpoint covers could not be checked.</summary>
public sealed class EvidenceExport
{
    private readonly IEvidenceLog _log;
    private readonly string _folder;
    private readonly MerkleTree _tree;
    private readonly TileBuffers _tiles;
    private readonly ArrayBufferWriter<byte> _bundle = new();

    private EvidenceExport(IEvidenceLog log, string folder)
    {
        (_log, _folder) = (log, folder);
        _tiles = new TileBuffers(WriteTile);
        _tree = new MerkleTree(_tiles);
    }

    /// <summary>Writes a log into a folder that is new or empty, and gives the number of leaves written.</summary>
    /// <exception cref="InvalidDataException">The log has no checkpoint, or can no longer be read; the message says why.</exception>
    /// <exception cref="IOException">The folder cannot be written, or holds something already.</exception>
    public static long Write(IEvidenceLog log, string folder)
    {
        ArgumentNullException.ThrowIfNull(log);
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"'{folder}' holds something already; evidence is exported into a folder of its own.");
        return new EvidenceExport(log, folder).Write();
    }

    private long Write()
    {
        var head = WritePast();
        if (!Checkpoint.TryRead(head, out var checkpoint, out var reason))
            throw new InvalidDataException($"The latest checkpoint cannot be read: {reason}.");
        if (checkpoint.Size > _log.Count)
            throw new InvalidDataException(
                $"The latest checkpoint is of {checkpoint.Size} leaves, where the log holds {_log.Count} alone.");
        foreach (var leaf in _log.Leaves(0, checkpoint.Size))
            WriteLeaf(leaf.Span);
        if (_tree.Size != checkpoint.Size)
            throw new InvalidDataException($"The log gives {_tree.Size} leaves, where its checkpoint is of {checkpoint.Size}.");
        foreach (var (address, hashes) in _tiles.Partial())
            WriteTile(address, hashes);
        if (_bundle.WrittenCount > 0)
            WriteBundle();
        for (var file = 0L; file * TileAddress.Whole < checkpoint.Size; file++)
            WriteContents(file, Math.Min(checkpoint.Size, (file + 1) * TileAddress.Whole));
        // Last: what was not written whole is no evidence yet.
        File.WriteAllBytes(PathOf(EvidenceFiles.Head), head);
        return checkpoint.Size;
    }

    private byte[] WritePast()
    {
        byte[]? head = null;
        FileStream? past = null;
        try
        {
            foreach (var note in _log.Checkpoints())
            {
                if (head is not null)
                {
                    past ??= File.Create(PathOf(EvidenceFiles.Past));
                    past.Write(head);
                    past.WriteByte((byte)'\n');
                }
                head = note.ToArray();
            }
        }
        finally
        {
            past?.Dispose();
        }
        return head ?? throw new InvalidDataException("The log has no checkpoint yet.");
    }

    private void WriteLeaf(ReadOnlySpan<byte> leaf)
    {
        if (leaf.Length > EvidenceLeaf.MaxBytes)
            throw new InvalidDataException($"Leaf {_tree.Size} takes {leaf.Length} bytes, where one has {EvidenceLeaf.MaxBytes} at most.");
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        BinaryPrimitives.WriteUInt16BigEndian(hash, (ushort)leaf.Length);
        _bundle.Write(hash[..sizeof(ushort)]);
        _bundle.Write(leaf);
        MerkleHash.OfLeaf(leaf, hash);
        _tree.Append(hash);
        if (_tree.Size % TileAddress.Whole == 0)
            WriteBundle();
    }

    private void WriteBundle()
    {
        var number = (_tree.Size - 1) / TileAddress.Whole;
        using (var file = Create(TileAddress.EntriesPath(number, (int)(_tree.Size - number * TileAddress.Whole))))
            file.Write(_bundle.WrittenSpan);
        _bundle.ResetWrittenCount();
    }

    // A log's own tiles, where it keeps some: they say which leaf was changed later.
    private void WriteTile(TileAddress address, ReadOnlyMemory<byte> hashes)
    {
        using var file = Create(address.Path);
        file.Write((_log.Tile(address) ?? hashes).Span);
    }

    private void WriteContents(long file, long to)
    {
        FileStream? stream = null;
        try
        {
            for (var index = file * TileAddress.Whole; index < to; index++)
            {
                if (_log.Content(index) is not { } content)
                    continue;
                stream ??= Create(EvidenceFiles.Content(file));
                stream.Write(ContentLine.Write(index, content));
                stream.WriteByte((byte)'\n');
            }
        }
        finally
        {
            stream?.Dispose();
        }
    }

    private FileStream Create(string name)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Create(path);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
