using System.Collections.Immutable;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>How all charts stand at one time. Immutable.</summary>
/// <param name="Charts">The charts, by number.</param>
/// <param name="Signal">When the last signal was, in UTC ticks; null before the first.</param>
public sealed record PaceReading(ImmutableArray<ChartReading> Charts, long? Signal)
{
    /// <summary>How the charts stand once a decision has made some of them worse; null where it makes none worse.</summary>
    /// <param name="moves">What it asks for.</param>
    /// <param name="now">When, in UTC ticks.</param>
    public PaceReading? After(IReadOnlyList<PaceMove> moves, long now)
    {
        ArgumentNullException.ThrowIfNull(moves);
        ImmutableArray<ChartReading>.Builder? charts = null;
        foreach (var move in moves)
        {
            if (move.To > (charts?[move.Chart] ?? Charts[move.Chart]).Level)
                (charts ??= Charts.ToBuilder())[move.Chart] = new ChartReading(move.To, now);
        }
        return charts is null ? null : this with { Charts = charts.DrainToImmutable() };
    }

    /// <summary>How long ago a chart has changed, in ticks; nothing before its first signal.</summary>
    public long AgeOf(int chart, long now) => Charts[chart].Since is { } since ? Math.Max(now - since, 0) : 0;
}

/// <summary>How one chart stands.</summary>
/// <param name="Level">Its state.</param>
/// <param name="Since">Since when, in UTC ticks: its last change, or else the first signal; null before that.</param>
public readonly record struct ChartReading(PaceLevel Level, long? Since);
