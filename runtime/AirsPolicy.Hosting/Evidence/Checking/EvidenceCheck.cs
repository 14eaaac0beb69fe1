using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>
/// Checks evidence in one pass, with a leaf, a content and a tile a level in memory: whether the leaves are those that trusted keys have
/// signed, stand where they say and fit their content.
/// </summary>
public static class EvidenceCheck
{
    /// <summary>Checks a log.</summary>
    /// <param name="keys">Whose checkpoints count.</param>
    public static EvidenceReport Run(IEvidenceLog log, CheckpointKeys keys, EvidenceCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(keys);
        options ??= new EvidenceCheckOptions();
        var findings = new FindingList(options.MaxFindings);
        var count = log.Count;
        var tiles = new TileCheck(log, count, findings);
        var tree = new MerkleTree(tiles);
        var leaves = new LeafCheck(log, options, findings);
        using var heads = new HeadCheck(log.Checkpoints(), keys, options.ExpectedHead, tiles, findings);
        heads.Reach(tree);
        var isWhole = true;
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        try
        {
            foreach (var leaf in log.Leaves(0, count))
            {
                MerkleHash.OfLeaf(leaf.Span, hash);
                leaves.Add(tree.Size, leaf.Span);
                tree.Append(hash);
                heads.Reach(tree);
            }
        }
        catch (InvalidDataException fault)
        {
            isWhole = false;
            findings.Add(EvidenceFault.Unreadable, tree.Size, $"{fault.Message} Nothing behind leaf {tree.Size} was looked at.");
        }
        heads.End(tree, isWhole);
        return new EvidenceReport(leaves.Figures(tree.Size, heads.Count, heads.Covered), findings.Findings, findings.More);
    }
}
