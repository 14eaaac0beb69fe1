using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of charts, by looking through everything that ever made them worse or better.</summary>
internal sealed class NaivePace(PolicyModel model)
{
    private readonly List<Happening> _happened = [];
    private readonly List<(int Chart, PaceLevel To)> _triggers =
        [.. model.Charts.SelectMany((chart, number) => chart.Triggers.Select(trigger => (number, trigger.To)))];

    /// <summary>Writes down what a decision asks for, and at a signal what triggers came to. Gives what has changed.</summary>
    public List<PaceChange> Record(IReadOnlyList<PaceMove> moves, TriggerResult[]? signal, long now)
    {
        var before = Reading();
        _happened.Add(new Happening(now, moves, signal, null));
        return [.. moves.Where(move => move.To > before.Charts[move.Chart].Level)
            .Select(move => new PaceChange(model.Charts[move.Chart].Name, before.Charts[move.Chart].Level, move.To, move.Cause, now))];
    }

    /// <summary>Writes down that a person has brought a chart back; null where it is at its best.</summary>
    public PaceChange? Recover(int chart, string authority, long now)
    {
        var level = Reading().Charts[chart].Level;
        if (level == PaceLevel.Primary)
            return null;
        _happened.Add(new Happening(now, [], null, chart));
        return new PaceChange(model.Charts[chart].Name, level, level - 1, authority, now);
    }

    /// <summary>How the charts stand.</summary>
    public PaceReading Reading() => new(
        [.. model.Charts.Select((_, chart) => ReadingOf(chart))], _happened.FindLast(happening => happening.Signal is not null)?.At);

    /// <summary>Whether a trigger has held at every signal for some time.</summary>
    public bool HasHeld(int trigger, long ticks, long now)
    {
        var signals = _happened.FindAll(happening => happening.Signal is not null);
        var quiet = signals.FindLastIndex(signal => signal.Signal![trigger] != TriggerResult.Holds);
        return quiet + 1 < signals.Count && now - signals[quiet + 1].At >= ticks;
    }

    /// <summary>What a way back hangs on.</summary>
    public ChartHealth HealthOf(int chart)
    {
        var level = ReadingOf(chart).Level;
        var last = _happened.FindLast(happening => happening.Signal is not null);
        return new ChartHealth(
            level,
            last is null ? PaceLevel.Primary : Asked(last, chart).DefaultIfEmpty(PaceLevel.Primary).Max(),
            _happened.FindLast(happening => Asked(happening, chart).Any(asked => asked >= level && asked > PaceLevel.Primary))?.At);
    }

    private ChartReading ReadingOf(int chart)
    {
        var reading = new ChartReading(PaceLevel.Primary, null);
        foreach (var happening in _happened)
        {
            foreach (var move in happening.Moves.Where(move => move.Chart == chart && move.To > reading.Level))
                reading = new ChartReading(move.To, happening.At);
            if (happening.Recovered == chart)
                reading = new ChartReading(reading.Level - 1, happening.At);
            if (happening.Signal is not null)
                reading = reading with { Since = reading.Since ?? happening.At };
        }
        return reading;
    }

    // What was asked of a chart, by triggers and by rules.
    private IEnumerable<PaceLevel> Asked(Happening happening, int chart) =>
        happening
            .Moves.Where(move => move.Chart == chart)
            .Select(move => move.To)
            .Concat(
                _triggers
                    .Index()
                    .Where(trigger =>
                        trigger.Item.Chart == chart && happening.Signal is { } signal && signal[trigger.Index] != TriggerResult.Quiet)
                    .Select(trigger => trigger.Item.To));

    private sealed record Happening(long At, IReadOnlyList<PaceMove> Moves, TriggerResult[]? Signal, int? Recovered);
}
