using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;

namespace AirsPolicy.Cli.Auditing;

/// <summary>A log with all its leaves and the content of some records alone, so that it can be verified like the whole.</summary>
internal sealed class ChosenContents(IEvidenceLog log, Func<ShownRecord, bool> holds) : IEvidenceLog
{
    private readonly HashSet<long> _chosen =
    [
        .. RecordChoice.Read(log, 0, log.Count)
            .Where(record => record.Content is not null && holds(record))
            .Select(record => record.Leaf.Seq),
    ];

    public long Count => log.Count;

    /// <summary>How many of the first records have been chosen and have content.</summary>
    public int ChosenOf(long first) => _chosen.Count(index => index < first);

    public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to) => log.Leaves(from, to);

    public StoredContent? Content(long index) => _chosen.Contains(index) ? log.Content(index) : null;

    public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() => log.Checkpoints();

    public ReadOnlyMemory<byte>? Tile(TileAddress address) => log.Tile(address);
}
