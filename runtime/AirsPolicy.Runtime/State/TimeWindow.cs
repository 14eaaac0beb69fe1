namespace AirsPolicy.Runtime.State;

/// <summary>
/// Which events count at a time. Time is cut into units, a <b>mark</b> is the number of one, and what was marked less than
/// <see cref="Span"/> marks ago counts.
/// </summary>
/// <param name="Unit">The length of a unit in ticks of 100 ns.</param>
/// <param name="Span">For how many marks an event counts, the one it fell in included.</param>
public sealed record TimeWindow(long Unit, long Span)
{
    /// <summary>How many parts a window is cut into where it is not exact.</summary>
    public const int Slices = 60;

    /// <summary>Everything counts, however long ago.</summary>
    public static TimeWindow Always { get; } = new(long.MaxValue, 1);

    /// <summary>What happened less than <paramref name="ticks"/> ago counts.</summary>
    public static TimeWindow Exact(long ticks) => new(1, Positive(ticks));

    /// <summary>
    /// The window advances in sixtieths, and the oldest, of which it covers only a part, counts whole: whatever an exact window counts this
    /// one counts too.
    /// </summary>
    public static TimeWindow Sliced(long ticks) => new((Positive(ticks) + Slices - 1) / Slices, Slices + 1);

    /// <summary>The mark of a time.</summary>
    /// <param name="now">In ticks, not negative.</param>
    public long Mark(long now) => Unit == 1 ? now : now / Unit;

    /// <summary>Whether what happened at a mark counts at a later one.</summary>
    public bool Holds(long mark, long now) => now - mark < Span;

    // Slices - 1 is added to it.
    private static long Positive(long ticks) =>
        ticks is > 0 and <= long.MaxValue - Slices
            ? ticks
            : throw new ArgumentOutOfRangeException(nameof(ticks), ticks, "A window has a length.");
}
