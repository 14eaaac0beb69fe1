using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.State;

/// <summary>How events are counted.</summary>
/// <param name="Kind">What is made of them.</param>
/// <param name="Within">How long an event counts, in ticks of 100 ns; 0 for as long as its key lives.</param>
/// <param name="UpTo">
/// For counts that are compared with a constant of at most <see cref="MaxExact"/>: the greatest count that has to be told. The window is
/// then exact, and a greater count may read as this one. 0: the window advances in sixtieths.
/// </param>
/// <param name="MaxKeys">How many keys are counted at a time.</param>
/// <param name="Order">
/// For <see cref="AggregateKind.Steps"/>: the order, whose names are the values of the events. Null for all others.
/// </param>
/// <param name="TripsBreaker">It is what trips a breaker: what is counted for a key of the breaker is forgotten when that closes.</param>
public sealed record AggregateDefinition(
    AggregateKind Kind,
    long Within,
    int UpTo,
    int MaxKeys = AggregateDefinition.DefaultKeys,
    StepAutomaton? Order = null,
    bool TripsBreaker = false)
{
    /// <summary>The greatest constant that counts are compared with exactly.</summary>
    public const int MaxExact = 1_000;

    /// <summary>How many keys are counted at a time, and how many different values for one key, where nothing says less.</summary>
    public const int DefaultKeys = 100_000;

    /// <summary>Which events count at a time.</summary>
    public TimeWindow Window => Within == 0 ? TimeWindow.Always : UpTo > 0 ? TimeWindow.Exact(Within) : TimeWindow.Sliced(Within);

    internal KeyedTallies NewTallies(StateClock clock)
    {
        var window = Window;
        var steps = Order is null ? null : new NumberedSteps(Order);
        return new KeyedTallies(
            window,
            MaxKeys,
            Kind switch
            {
                AggregateKind.Steps => () =>
                    new StepTally(window, steps ?? throw new InvalidOperationException("Steps are counted by an order.")),
                AggregateKind.Distinct when UpTo > 0 => () => new DistinctValues(window, UpTo, saturates: true),
                AggregateKind.Distinct => () => new DistinctValues(window, DefaultKeys, saturates: false),
                AggregateKind.Count when UpTo > 0 && Within > 0 => () => new RecentMarks(window, UpTo),
                AggregateKind.Mean => () => new AmountSpread(window, static spread => spread.Mean),
                AggregateKind.Deviation => () => new AmountSpread(window, static spread => spread.Deviation),
                _ => () => new MarkedSums(window),
            },
            Kind is AggregateKind.Mean or AggregateKind.Deviation ? TallyReading.OfNone : TallyReading.Nothing,
            keepsOwners: TripsBreaker || window == TimeWindow.Always,
            clock);
    }
}
