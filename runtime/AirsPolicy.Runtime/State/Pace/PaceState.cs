using System.Collections.Immutable;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>
/// How the charts of a policy stand. They get worse by themselves and better by people alone, one step at a time. For any number of threads; time never runs back.
/// </summary>
public sealed class PaceState
{
    /// <summary>How many of the latest changes are kept.</summary>
    public const int KeptChanges = 1_000;

    private readonly ValueList<ChartDefinition> _charts;
    private readonly string[] _names;
    private readonly ChartTrigger[] _triggers;
    private readonly int[] _chartOf;
    private readonly long?[] _since;
    private readonly PaceLevel[] _asked;
    private readonly long?[][] _lastAsked;
    private readonly Queue<PaceChange> _changes = new();
    private volatile PaceReading _reading;
    private long _latest;

    /// <summary>The charts, at their best or as those of the same name stood before.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="before">The state before the policy was exchanged, or null. An exchange brings no chart back.</param>
    public PaceState(ValueList<ChartDefinition> charts, PaceState? before = null)
    {
        _charts = charts;
        _names = [.. charts.Select(chart => chart.Name)];
        _triggers = [.. charts.SelectMany(chart => chart.Triggers)];
        _chartOf = [.. charts.SelectMany((chart, number) => Enumerable.Repeat(number, chart.Triggers.Count))];
        _since = new long?[_triggers.Length];
        _asked = new PaceLevel[charts.Count];
        _lastAsked = [.. charts.Select(_ => new long?[PaceLevels.Count])];
        _reading = new PaceReading([.. charts.Select(_ => new ChartReading(PaceLevel.Primary, null))], null);
        if (before is not null)
            TakeOver(before);
    }

    /// <summary>Decisions at <c>signal</c> and <c>recovery</c> are made one after the other, so that each sees what the one before has changed.</summary>
    public Lock Turn { get; } = new();

    /// <summary>The names of the charts, by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>How the charts stand.</summary>
    public PaceReading Reading => _reading;

    /// <summary>The latest changes, the earliest first.</summary>
    public IReadOnlyList<PaceChange> Changes
    {
        get
        {
            lock (_changes)
                return [.. _changes];
        }
    }

    /// <summary>Whether the condition of a trigger has held at every signal for some time.</summary>
    /// <param name="trigger">Its number, through all charts.</param>
    /// <param name="ticks">For how long.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public bool HasHeld(int trigger, long ticks, long now)
    {
        lock (_changes)
            return _since[trigger] is { } since && now - since >= ticks;
    }

    /// <summary>Makes charts worse, where what is asked for is worse than they are.</summary>
    /// <returns>What has changed, by rising number of the chart.</returns>
    public IReadOnlyList<PaceChange> Degrade(IReadOnlyList<PaceMove> moves, long now)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return moves.Count == 0 ? [] : Move(moves, now);
    }

    // Apart, so that decisions which ask for nothing allocate nothing.
    private IReadOnlyList<PaceChange> Move(IReadOnlyList<PaceMove> moves, long now)
    {
        lock (_changes)
        {
            now = Advance(now);
            foreach (var move in moves)
                Ask(move.Chart, move.To, now);
            var before = _reading;
            if (before.After(moves, now) is not { } after)
                return [];
            _reading = after;
            return [.. moves.Where(move => after.Charts[move.Chart] != before.Charts[move.Chart])
                .Select(move => Keep(new PaceChange(_names[move.Chart], before.Charts[move.Chart].Level, move.To, move.Cause, now)))];
        }
    }

    /// <summary>Notes what a signal has shown.</summary>
    /// <param name="standings">What each trigger came to.</param>
    /// <param name="moves">What the decision on it asks for.</param>
    /// <param name="now">When, in UTC ticks.</param>
    public void Observe(ReadOnlySpan<TriggerStanding> standings, IReadOnlyList<PaceMove> moves, long now)
    {
        ArgumentNullException.ThrowIfNull(moves);
        lock (_changes)
        {
            now = Advance(now);
            Array.Clear(_asked);
            for (var trigger = 0; trigger < _triggers.Length; trigger++)
            {
                _since[trigger] = standings[trigger] == TriggerStanding.Holds ? _since[trigger] ?? now : null;
                if (standings[trigger] != TriggerStanding.Quiet)
                    AskNow(_chartOf[trigger], _triggers[trigger].To, now);
            }
            foreach (var move in moves)
                AskNow(move.Chart, move.To, now);
            var charts = _reading.Charts;
            if (_reading.Signal is null)
                charts = [.. charts.Select(chart => chart with { Since = chart.Since ?? now })];
            _reading = new PaceReading(charts, now);
        }
    }

    /// <summary>What a way back hangs on.</summary>
    public ChartHealth HealthOf(int chart)
    {
        lock (_changes)
        {
            var level = _reading.Charts[chart].Level;
            long? last = null;
            for (var asked = (int)level; asked < PaceLevels.Count; asked++)
                last = _lastAsked[chart][asked] is { } at && (last is null || at > last) ? at : last;
            return new ChartHealth(level, _asked[chart], last);
        }
    }

    /// <summary>Brings a chart back to the next better state; the caller has seen to it that a person may.</summary>
    /// <returns>What has changed; null where it is at its best.</returns>
    public PaceChange? Recover(int chart, string authority, long now)
    {
        lock (_changes)
        {
            now = Advance(now);
            var level = _reading.Charts[chart].Level;
            if (level == PaceLevel.Primary)
                return null;
            _reading = _reading with { Charts = _reading.Charts.SetItem(chart, new ChartReading(level - 1, now)) };
            return Keep(new PaceChange(_names[chart], level, level - 1, authority, now));
        }
    }

    private void AskNow(int chart, PaceLevel level, long now)
    {
        if (level > _asked[chart])
            _asked[chart] = level;
        Ask(chart, level, now);
    }

    private void Ask(int chart, PaceLevel level, long now) => _lastAsked[chart][(int)level] = now;

    private PaceChange Keep(PaceChange change)
    {
        if (_changes.Count == KeptChanges)
            _changes.Dequeue();
        _changes.Enqueue(change);
        return change;
    }

    private long Advance(long now) => _latest = Math.Max(_latest, now);

    private void TakeOver(PaceState before)
    {
        lock (before._changes)
        {
            _latest = before._latest;
            var readings = _reading.Charts.ToBuilder();
            for (var chart = 0; chart < _charts.Count; chart++)
            {
                var old = Array.IndexOf(before._names, _names[chart]);
                if (old < 0)
                    continue;
                readings[chart] = before._reading.Charts[old];
                _asked[chart] = before._asked[old];
                before._lastAsked[old].CopyTo(_lastAsked[chart], 0);
            }
            for (var trigger = 0; trigger < _triggers.Length; trigger++)
            {
                for (var old = 0; old < before._triggers.Length; old++)
                {
                    if (before._triggers[old] == _triggers[trigger] && before._names[before._chartOf[old]] == _names[_chartOf[trigger]])
                        _since[trigger] = before._since[old];
                }
            }
            _reading = new PaceReading(readings.DrainToImmutable(), before._reading.Signal);
            foreach (var change in before._changes)
                _changes.Enqueue(change);
        }
    }
}
