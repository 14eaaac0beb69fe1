using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Tests.Evidence;

/// <summary>A log that grows, with the key of its checkpoints and a folder to export it into.</summary>
internal sealed class TestLog : IDisposable
{
    public const string Origin = "shop.example/prod";

    private readonly string _root = Directory.CreateTempSubdirectory("airs-evidence").FullName;
    private readonly CheckpointSigner _signer = CheckpointTests.Signer("log");

    public MemoryEvidenceLog Memory { get; } = new(Origin);

    public string Folder => Path.Combine(_root, "log");

    public string PublicPem => _signer.PublicPem;

    public CheckpointKeys Keys => new(new Dictionary<string, string> { ["log"] = _signer.PublicPem });

    /// <summary>Appends the next records of <see cref="Records"/>.</summary>
    public void Append(int count)
    {
        for (var i = 0; i < count; i++)
            Memory.Append(Records.At(Memory.Count));
    }

    public Checkpoint Sign() => Memory.Sign(_signer);

    /// <summary>Signs the tree as it was at a size, and keeps nothing.</summary>
    public Checkpoint SignAt(int size)
    {
        var hashes = Memory.Leaves(0, size).Select(leaf => NaiveTree.LeafHash(leaf.ToArray())).ToArray();
        return _signer.Sign(Origin, size, NaiveTree.Root(hashes));
    }

    /// <summary>Signs a tree that is not this one.</summary>
    public Checkpoint SignOther(string origin, int size) => _signer.Sign(origin, size, new byte[32]);

    public FolderEvidenceLog Export()
    {
        EvidenceExport.Write(Memory, Folder);
        return FolderEvidenceLog.Open(Folder);
    }

    public void Dispose()
    {
        _signer.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
