using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What reviewers made of the latest canaries of each queue. For any number of threads.</summary>
public sealed class CanaryTally
{
    /// <summary>How many of a queue count.</summary>
    public const int Most = 100;

    private readonly Lock _order = new();
    private readonly Dictionary<string, Queue<bool>> _caught = new(StringComparer.Ordinal);

    private readonly ChangeWriter? _journal;

    internal CanaryTally(StateKeeping? keeping = null) => _journal = ChangeWriter.Of(keeping);

    /// <summary>A reviewer has decided on a canary.</summary>
    /// <param name="queue">The queue, by its qualified name.</param>
    /// <param name="caught">They gave the answer that is known to be right.</param>
    public void Add(string queue, bool caught)
    {
        lock (_order)
        {
            Put(queue, caught);
            Write(queue, caught, ChangeRole.First);
        }
    }

    /// <summary>The share of the latest canaries that was not caught, in millionths; null where there was none.</summary>
    public long? Missed(string queue)
    {
        lock (_order)
            return _caught.TryGetValue(queue, out var latest) ? latest.Count(caught => !caught) * 1_000_000L / latest.Count : null;
    }

    /// <summary>Writes everything again.</summary>
    internal void Rewrite()
    {
        lock (_order)
        {
            _journal!.Begin(ChangeKind.CanariesWhole).End(ChangeRole.Whole);
            foreach (var (queue, latest) in _caught)
            {
                foreach (var caught in latest)
                    Write(queue, caught, ChangeRole.Whole);
            }
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_order)
        {
            if (kind == ChangeKind.CanariesWhole)
                _caught.Clear();
            else
                Put(change.Text(), change.Flag());
        }
    }

    private void Put(string queue, bool caught)
    {
        if (!_caught.TryGetValue(queue, out var latest))
            _caught.Add(queue, latest = []);
        latest.Enqueue(caught);
        if (latest.Count > Most)
            latest.Dequeue();
    }

    private void Write(string queue, bool caught, ChangeRole role) =>
        _journal?.Begin(ChangeKind.CanaryDecided).Add(queue).Add(caught).End(role);
}
