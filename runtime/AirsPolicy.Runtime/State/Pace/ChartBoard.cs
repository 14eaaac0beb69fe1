using System.Collections.Immutable;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>
/// How charts stand, by name, for all policies that a host has had. One board is shared and never copied: what a decision under one policy
/// makes worse is worse for all of them, also for one that is loaded again later. Everything but <see cref="Reading"/> is under
/// <see cref="Order"/>.
/// </summary>
/// <param name="journal">Writes down what changes; null for nobody.</param>
internal sealed class ChartBoard(ChangeWriter? journal = null)
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

    /// <summary>
    /// Writes down how all charts stand and what hangs on it. There are few, so that nothing has to be told apart that may have changed.
    /// </summary>
    public void Written(ChangeRole role = ChangeRole.First)
    {
        if (journal is null)
            return;
        journal.Begin(ChangeKind.Board).Add(_latest).Add(_standing.Signal).Add((long)_numbers.Count);
        foreach (var (name, number) in _numbers.OrderBy(chart => chart.Value))
        {
            journal.Add(name).Add((long)_standing.Charts[number].Level).Add(_standing.Charts[number].Since);
            _asked[number].Write(journal);
        }
        journal.Add((long)_since.Count);
        foreach (var ((chart, trigger, nth), since) in _since)
            journal.Add(chart).Add(trigger.Digest).Add((long)trigger.To).Add((long)nth).Add(since.At);
        journal.End(role);
    }

    /// <summary>Writes down what has changed, for those who look back.</summary>
    public void Written(PaceChange change)
    {
        if (journal is null)
            return;
        journal.Begin(ChangeKind.ChartChanged);
        Write(journal, change);
        journal.End(ChangeRole.First);
    }

    /// <summary>Writes everything again.</summary>
    public void Rewrite()
    {
        lock (Order)
        {
            Written(ChangeRole.Whole);
            journal!.Begin(ChangeKind.ChartChangesWhole).Add((long)_changes.Count);
            foreach (var change in _changes)
                Write(journal, change);
            journal.End(ChangeRole.Whole);
        }
    }

    /// <summary>Does again what a change has done.</summary>
    public void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (Order)
        {
            switch (kind)
            {
                case ChangeKind.Board:
                    Read(ref change);
                    break;
                case ChangeKind.ChartChanged:
                    Keep(ReadChange(ref change));
                    break;
                case ChangeKind.ChartChangesWhole:
                    _changes.Clear();
                    for (var left = change.Count(); left > 0; left--)
                        Keep(ReadChange(ref change));
                    break;
            }
        }
    }

    private void Read(ref ChangeReader change)
    {
        Advance(change.Long());
        var signal = change.OptionalLong();
        for (var left = change.Count(); left > 0; left--)
        {
            var number = NumberOf(change.Text());
            var reading = new ChartReading(change.Word<PaceLevel>(), change.OptionalLong());
            _standing = _standing with { Charts = _standing.Charts.SetItem(number, reading) };
            _asked[number].Read(ref change);
        }
        _standing = _standing with { Signal = signal };
        for (var left = change.Count(); left > 0; left--)
        {
            var chart = change.Text();
            var trigger = new ChartTrigger(change.Text(), change.Word<PaceLevel>());
            SinceOf(chart, trigger, change.Int()).At = change.OptionalLong();
        }
    }

    private static void Write(ChangeWriter journal, PaceChange change) =>
        journal.Add(change.Chart).Add((long)change.From).Add((long)change.To).Add(change.Cause).Add(change.At);

    private static PaceChange ReadChange(ref ChangeReader change) =>
        new(change.Text(), change.Word<PaceLevel>(), change.Word<PaceLevel>(), change.Text(), change.Long());

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

    public void Write(ChangeWriter journal)
    {
        journal.Add((long)AtSignal);
        foreach (var last in _last)
            journal.Add(last);
    }

    public void Read(ref ChangeReader change)
    {
        AtSignal = change.Word<PaceLevel>();
        for (var level = 0; level < _last.Length; level++)
            _last[level] = change.OptionalLong();
    }

    /// <summary>When a state, or a worse one, was asked for last.</summary>
    public long? LastFrom(PaceLevel level)
    {
        long? last = null;
        for (var asked = (int)level; asked < PaceLevels.Count; asked++)
            last = _last[asked] is { } at && (last is null || at > last) ? at : last;
        return last;
    }
}
