using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>How a limit remembers what was drawn.</summary>
/// <param name="Within">How long a draw counts, in ticks of 100 ns; 0 for as long as its key lives.</param>
/// <param name="Exact">
/// For limits on how often, up to <see cref="AggregateDefinition.MaxExact"/>: the greatest value of the limit, its highest arm included.
/// Each draw is then 1 and the window exact. 0: the window advances in sixtieths.
/// </param>
/// <param name="MaxKeys">How many keys are counted at a time.</param>
public sealed record LimitDefinition(long Within, int Exact, int MaxKeys = AggregateDefinition.DefaultKeys)
{
    /// <summary>
    /// Whether each draw is remembered by itself. As many are as any such limit needs, so that they serve another bound as well.
    /// </summary>
    internal bool IsExact => Exact > 0 && Within > 0;

    internal KeyedTallies NewTallies(StateClock clock) =>
        new AggregateDefinition(AggregateKind.Count, Within, IsExact ? AggregateDefinition.MaxExact : 0, MaxKeys).NewTallies(clock);
}
