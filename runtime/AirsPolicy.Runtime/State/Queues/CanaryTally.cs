namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What reviewers made of the latest canaries of each queue. For any number of threads.</summary>
public sealed class CanaryTally
{
    /// <summary>How many of a queue count.</summary>
    public const int Most = 100;

    private readonly Lock _order = new();
    private readonly Dictionary<string, Queue<bool>> _caught = new(StringComparer.Ordinal);

    internal CanaryTally()
    {
    }

    /// <summary>A reviewer has decided on a canary.</summary>
    /// <param name="queue">The queue, by its qualified name.</param>
    /// <param name="caught">They gave the answer that is known to be right.</param>
    public void Add(string queue, bool caught)
    {
        lock (_order)
        {
            if (!_caught.TryGetValue(queue, out var latest))
                _caught.Add(queue, latest = []);
            latest.Enqueue(caught);
            if (latest.Count > Most)
                latest.Dequeue();
        }
    }

    /// <summary>The share of the latest canaries that was not caught, in millionths; null where there was none.</summary>
    public long? Missed(string queue)
    {
        lock (_order)
            return _caught.TryGetValue(queue, out var latest) ? latest.Count(caught => !caught) * 1_000_000L / latest.Count : null;
    }
}
