using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Cli.Auditing;

/// <summary>
/// A leaf with everything that shows that it stands in a log: the way to the root, and the checkpoint that signed the root.
/// </summary>
/// <param name="Leaf">The leaf as it stands in the log.</param>
/// <param name="Path">The hashes beside the way, from the leaf up.</param>
internal sealed record LeafProof(string Leaf, IReadOnlyList<ReadOnlyMemory<byte>> Path, Checkpoint Checkpoint)
{
    public const int MaxBytes = 1 << 20;

    private const int MaxDepth = 2;

    /// <summary>Proves a leaf.</summary>
    /// <exception cref="InvalidDataException">The log is damaged: the proof would not hold.</exception>
    public static LeafProof Of(IEvidenceLog log, long index, Checkpoint head)
    {
        var leaf = Encoding.UTF8.GetString(log.Leaves(index, index + 1).First().Span);
        var proof = new LeafProof(leaf, MerkleProof.Inclusion(TilesOf(log, head.Size), index, head.Size), head);
        return proof.Fault() is { } fault ? throw new InvalidDataException(fault) : proof;
    }

    /// <summary>Why the proof does not hold, in one sentence; null where it does. Who signed the checkpoint is not asked.</summary>
    public string? Fault()
    {
        var bytes = Encoding.UTF8.GetBytes(Leaf);
        if (!EvidenceLeaf.TryRead(bytes, out var leaf, out var reason))
            return $"The leaf is not written as leaves are: {reason}.";
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        MerkleHash.OfLeaf(bytes, hash);
        return MerkleProof.VerifyInclusion(hash, leaf.Seq, Checkpoint.Size, Path, Checkpoint.Root.Span)
            ? null
            : $"Leaf {leaf.Seq} is not shown to stand in the log: the hashes do not lead to the root that the checkpoint signed.";
    }

    public void Write(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("leaf", Leaf);
        json.WriteStartArray("path");
        foreach (var hash in Path)
            json.WriteBase64StringValue(hash.Span);
        json.WriteEndArray();
        json.WriteString("checkpoint", Encoding.UTF8.GetString(Checkpoint.Write()));
        json.WriteEndObject();
    });

    /// <exception cref="UsageException">The file cannot be read, or is no proof.</exception>
    public static LeafProof Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(
                AuditedLog.ReadFile(file, MaxBytes), new JsonDocumentOptions { MaxDepth = MaxDepth });
            var json = document.RootElement;
            var note = Encoding.UTF8.GetBytes(json.GetProperty("checkpoint").GetString()!);
            if (!Checkpoint.TryRead(note, out var checkpoint, out var reason))
                throw new UsageException($"The checkpoint in '{file}' cannot be read: {reason}.");
            var path = json.GetProperty("path").EnumerateArray().Select(hash => (ReadOnlyMemory<byte>)hash.GetBytesFromBase64()).ToList();
            return new LeafProof(json.GetProperty("leaf").GetString()!, path, checkpoint);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentNullException)
        {
            throw new UsageException($"'{file}' is no proof as 'airs audit prove' writes it.");
        }
    }

    // Of a log that keeps no tiles they are made anew.
    private static IHashTiles TilesOf(IEvidenceLog log, long size)
    {
        if (log.Tile(TileAddress.Of(0, 0, size)) is not null)
            return log;
        var tiles = new MemoryTiles();
        var tree = new MerkleTree(tiles);
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        foreach (var leaf in log.Leaves(0, size))
        {
            MerkleHash.OfLeaf(leaf.Span, hash);
            tree.Append(hash);
        }
        return tiles;
    }
}
