using AirsPolicy.Hosting.Evidence.Merkle;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>
/// Evidence as it is read back, wherever it is stored. What can no longer be read is an <see cref="InvalidDataException"/> whose message
/// says what and why.
/// </summary>
public interface IEvidenceLog : IHashTiles
{
    /// <summary>How many leaves there are.</summary>
    long Count { get; }

    /// <summary>
    /// The leaves from one index up to another, in their order. The bytes of one are written over when the next is asked for.
    /// </summary>
    /// <param name="from">The first index, from 0.</param>
    /// <param name="to">The index behind the last one.</param>
    IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to);

    /// <summary>
    /// The content of a leaf; null where it has none, or it was deleted. It is quick where indexes are asked for in order.
    /// </summary>
    StoredContent? Content(long index);

    /// <summary>The notes of the checkpoints that are kept, from the smallest tree on.</summary>
    IEnumerable<ReadOnlyMemory<byte>> Checkpoints();
}
