using AirsPolicy.Collections;
using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>
/// How the charts of a policy stand. They get worse by themselves and better by people alone, one step at a time. For any number of
/// threads; time never runs back. Policies of one host look at one board: a chart that a policy does not have is kept for the one that
/// does.
/// </summary>
public sealed class PaceState
{
    /// <summary>How many of the latest changes are kept.</summary>
    public const int KeptChanges = 1_000;

    private readonly ChartBoard _board;
    private readonly string[] _names;
    private readonly int[] _numbers;
    private readonly ChartTrigger[] _triggers;
    private readonly int[] _chartOf;
    private readonly TriggerSince[] _since;
    private volatile View _view;

    /// <summary>The charts, at their best or as those of the same name stand.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="before">The state of the policy before, or null. Both may be used meanwhile, and say the same.</param>
    public PaceState(ValueList<ChartDefinition> charts, PaceState? before = null)
        : this(charts, before, journal: null)
    {
    }

    internal PaceState(ValueList<ChartDefinition> charts, PaceState? before, ChangeWriter? journal)
    {
        _board = before?._board ?? new ChartBoard(journal);
        _names = [.. charts.Select(chart => chart.Name)];
        _triggers = [.. charts.SelectMany(chart => chart.Triggers)];
        _chartOf = [.. charts.SelectMany((chart, number) => Enumerable.Repeat(number, chart.Triggers.Count))];
        lock (_board.Order)
        {
            _numbers = [.. _names.Select(_board.NumberOf)];
            _since = [.. Enumerable.Range(0, _triggers.Length).Select(SinceOf)];
            _view = ViewOf(_board.Reading);
        }
    }

    /// <summary>
    /// Decisions at <c>signal</c> and <c>recovery</c> are made one after the other, so that each sees what the one before has changed.
    /// </summary>
    public Lock Turn => _board.Turn;

    /// <summary>The names of the charts, by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The number of a chart; null where the policy has none of that name.</summary>
    internal int? NumberOf(string chart) => Array.IndexOf(_names, chart) is >= 0 and var number ? number : null;

    /// <summary>How the charts stand.</summary>
    public PaceReading Reading
    {
        get
        {
            var (standing, view) = (_board.Reading, _view);
            if (!ReferenceEquals(view.Of, standing))
                _view = view = ViewOf(standing);
            return view.Reading;
        }
    }

    /// <summary>The latest changes, the earliest first.</summary>
    public IReadOnlyList<PaceChange> Changes
    {
        get
        {
            lock (_board.Order)
                return [.. _board.Changes];
        }
    }

    /// <summary>Whether the condition of a trigger has held at every signal for some time.</summary>
    /// <param name="trigger">Its number, through all charts.</param>
    /// <param name="ticks">For how long.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public bool HasHeld(int trigger, long ticks, long now)
    {
        lock (_board.Order)
            return _since[trigger].At is { } since && now - since >= ticks;
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
        lock (_board.Order)
        {
            now = _board.Advance(now);
            foreach (var move in moves)
                AskedOf(move.Chart).Ask(move.To, now);
            var before = Reading;
            var after = before.After(moves, now);
            if (after is not null)
                Stand(after);
            _board.Written();
            return after is null
                ? []
                :
                [
                    .. moves
                        .Where(move => after.Charts[move.Chart] != before.Charts[move.Chart])
                        .Select(move =>
                            Keep(new PaceChange(_names[move.Chart], before.Charts[move.Chart].Level, move.To, move.Cause, now))),
                ];
        }
    }

    /// <summary>Notes what a signal has shown.</summary>
    /// <param name="standings">What each trigger came to.</param>
    /// <param name="moves">What the decision on it asks for.</param>
    /// <param name="now">When, in UTC ticks.</param>
    public void Observe(ReadOnlySpan<TriggerResult> standings, IReadOnlyList<PaceMove> moves, long now)
    {
        ArgumentNullException.ThrowIfNull(moves);
        lock (_board.Order)
        {
            now = _board.Advance(now);
            for (var chart = 0; chart < _names.Length; chart++)
                AskedOf(chart).AtSignal = PaceLevel.Primary;
            for (var trigger = 0; trigger < _triggers.Length; trigger++)
            {
                _since[trigger].At = standings[trigger] == TriggerResult.Holds ? _since[trigger].At ?? now : null;
                if (standings[trigger] != TriggerResult.Quiet)
                    AskNow(_chartOf[trigger], _triggers[trigger].To, now);
            }
            foreach (var move in moves)
                AskNow(move.Chart, move.To, now);
            Stand(new PaceReading([.. Reading.Charts.Select(chart => chart with { Since = chart.Since ?? now })], now));
            _board.Written();
        }
    }

    /// <summary>What a way back hangs on.</summary>
    public ChartHealth HealthOf(int chart)
    {
        lock (_board.Order)
        {
            var level = Reading.Charts[chart].Level;
            return new ChartHealth(level, AskedOf(chart).AtSignal, AskedOf(chart).LastFrom(level));
        }
    }

    /// <summary>Brings a chart back to the next better state; the caller has seen to it that a person may.</summary>
    /// <returns>What has changed; null where it is at its best.</returns>
    public PaceChange? Recover(int chart, string authority, long now)
    {
        lock (_board.Order)
        {
            now = _board.Advance(now);
            var before = Reading;
            var level = before.Charts[chart].Level;
            if (level == PaceLevel.Primary)
                return null;
            Stand(before with { Charts = before.Charts.SetItem(chart, new ChartReading(level - 1, now)) });
            _board.Written();
            return Keep(new PaceChange(_names[chart], level, level - 1, authority, now));
        }
    }

    /// <summary>The board at which all policies of a host look.</summary>
    internal ChartBoard Board => _board;

    private PaceChange Keep(PaceChange change)
    {
        _board.Written(change);
        return _board.Keep(change);
    }

    private void AskNow(int chart, PaceLevel level, long now)
    {
        var asked = AskedOf(chart);
        if (level > asked.AtSignal)
            asked.AtSignal = level;
        asked.Ask(level, now);
    }

    private AskedStates AskedOf(int chart) => _board.AskedOf(_numbers[chart]);

    private TriggerSince SinceOf(int trigger)
    {
        var nth = Enumerable
            .Range(0, trigger)
            .Count(earlier => _chartOf[earlier] == _chartOf[trigger] && _triggers[earlier] == _triggers[trigger]);
        return _board.SinceOf(_names[_chartOf[trigger]], _triggers[trigger], nth);
    }

    private void Stand(PaceReading reading)
    {
        var charts = _board.Reading.Charts.ToBuilder();
        for (var chart = 0; chart < _numbers.Length; chart++)
            charts[_numbers[chart]] = reading.Charts[chart];
        _board.Reading = new BoardReading(charts.DrainToImmutable(), reading.Signal);
    }

    private View ViewOf(BoardReading standing) =>
        new(standing, new PaceReading([.. _numbers.Select(number => standing.Charts[number])], standing.Signal));

    // What the charts of this policy are of a board, worked out once for each time that the board changes.
    private sealed record View(BoardReading Of, PaceReading Reading);
}
