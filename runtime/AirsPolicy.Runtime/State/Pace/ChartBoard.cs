using System.Collections.Immutable;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>
/// How charts stand, by name, for all policies that a host has had. One board is shared and never copied: what a decision under one policy
/// makes worse is worse for all of them, also for one that is loaded again later. Everything but <see cref="Reading"/> is under
/// <see cref="Order"/>.
/// </summary>
internal sealed class ChartBoard
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<AskedStates> _asked = [];
    private readonly Dictionary<(string Chart, ChartTrigger Trigger, int Nth), TriggerSince> _since = [];
    private readonly Queue<PaceChange> _changes = new();
    private volatile BoardReading _standing = new([], null);
    private long _latest;

    /// <summary>Held while the board is changed.</summary>
    public Lock Order { get; } = new();

    /// <summary>Held while a decision is made that changes what the next reads.</summary>
    public Lock Turn { get; } = new();

    /// <summary>How the charts stand, by their numbers on the board.</summary>
    public BoardReading Reading
    {
        get => _standing;
        set => _standing = value;
    }

    /// <summary>The latest changes, the earliest first.</summary>
    public IReadOnlyCollection<PaceChange> Changes => _changes;

    /// <summary>The number of a chart, which begins at its best where the board does not know it.</summary>
    public int NumberOf(string chart)
    {
        if (_numbers.TryGetValue(chart, out var known))
            return known;
        _numbers.Add(chart, _asked.Count);
        _asked.Add(new AskedStates());
        _standing = _standing with { Charts = _standing.Charts.Add(new ChartReading(PaceLevel.Primary, null)) };
        return _asked.Count - 1;
    }

    /// <summary>Since when a trigger has held. Those that mean the same are told apart by their order.</summary>
    public TriggerSince SinceOf(string chart, ChartTrigger trigger, int nth)
    {
        if (!_since.TryGetValue((chart, trigger, nth), out var since))
            _since.Add((chart, trigger, nth), since = new TriggerSince());
        return since;
    }

    /// <summary>What has been asked of a chart.</summary>
    public AskedStates AskedOf(int number) => _asked[number];

    /// <summary>Keeps a change, among the latest of a number.</summary>
    public PaceChange Keep(PaceChange change)
    {
        if (_changes.Count == PaceState.KeptChanges)
            _changes.Dequeue();
        _changes.Enqueue(change);
        return change;
    }

    /// <summary>Takes a time; an earlier one counts as the latest there was.</summary>
    public long Advance(long now) => _latest = Math.Max(_latest, now);
}

/// <summary>How all charts of a board stand at one time. Immutable.</summary>
/// <param name="Charts">The charts, by number.</param>
/// <param name="Signal">When the last signal was, in UTC ticks; null before the first.</param>
internal sealed record BoardReading(ImmutableArray<ChartReading> Charts, long? Signal);

/// <summary>Since when the condition of a trigger has held at every signal; null where it does not.</summary>
internal sealed class TriggerSince
{
    public long? At { get; set; }
}

/// <summary>What was asked of a chart: the worst state at the last signal, and when each state was asked for last.</summary>
internal sealed class AskedStates
{
    private readonly long?[] _last = new long?[PaceLevels.Count];

    public PaceLevel AtSignal { get; set; }

    public void Ask(PaceLevel level, long now) => _last[(int)level] = now;

    /// <summary>When a state, or a worse one, was asked for last.</summary>
    public long? LastFrom(PaceLevel level)
    {
        long? last = null;
        for (var asked = (int)level; asked < PaceLevels.Count; asked++)
            last = _last[asked] is { } at && (last is null || at > last) ? at : last;
        return last;
    }
}
