using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;

namespace AirsPolicy.Cli.Auditing;

/// <summary>Which records are shown.</summary>
/// <param name="Index">The record of this index.</param>
/// <param name="Held">What waited under this number, from its decision to its execution.</param>
/// <param name="Request">The request of this id, with all that followed from it.</param>
/// <param name="Holds">Which of them; null for all.</param>
internal sealed record RecordChoice(long? Index, long? Held, string? Request, Func<ShownRecord, bool>? Holds)
{
    private const int Last = 20;

    /// <summary>The records in their order; without a choice the last ones.</summary>
    /// <exception cref="InvalidDataException">A leaf cannot be read.</exception>
    public IReadOnlyList<ShownRecord> Of(IEvidenceLog log)
    {
        if (Index is { } index)
            return index >= 0 && index < log.Count ? [.. Read(log, index, index + 1)] : [];
        if (Held is null && Request is null)
            return [.. Holds is null ? Read(log, Math.Max(0, log.Count - Last), log.Count) : Read(log, 0, log.Count).Where(Holds)];
        // A review says the number, an execution the id: the first pass finds what belongs together, the second all of it.
        var (requests, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<long>());
        foreach (var leaf in Leaves(log, 0, log.Count).Where(read => IsChosen(read.Leaf)).Select(read => read.Leaf))
        {
            if (leaf.Request is { } request)
                requests.Add(request);
            if (leaf.Held is { } number)
                numbers.Add(number);
        }
        return
        [
            .. Leaves(log, 0, log.Count)
                .Where(read => read.Leaf.Request is { } id && requests.Contains(id) || read.Leaf.Held is { } held && numbers.Contains(held))
                .Select(read => new ShownRecord(read.Leaf, read.Bytes, log.Content(read.Leaf.Seq)))
                .Where(record => Holds?.Invoke(record) != false),
        ];
    }

    private bool IsChosen(EvidenceLeaf leaf) => Held is { } held ? leaf.Held == held : leaf.Request == Request;

    /// <summary>The records from one index up to another, each as it is asked for.</summary>
    /// <exception cref="InvalidDataException">A leaf cannot be read.</exception>
    public static IEnumerable<ShownRecord> Read(IEvidenceLog log, long from, long to) =>
        Leaves(log, from, to).Select((read, number) => new ShownRecord(read.Leaf, read.Bytes, log.Content(from + number)));

    private static IEnumerable<(EvidenceLeaf Leaf, byte[] Bytes)> Leaves(IEvidenceLog log, long from, long to)
    {
        var index = from;
        foreach (var bytes in log.Leaves(from, to))
        {
            if (!EvidenceLeaf.TryRead(bytes.Span, out var leaf, out var reason))
                throw new InvalidDataException($"Leaf {index} is not written as leaves are: {reason}.");
            if (leaf.Seq != index++)
                throw new InvalidDataException($"Leaf {index - 1} says that it is record {leaf.Seq}.");
            yield return (leaf, bytes.ToArray());
        }
    }
}
