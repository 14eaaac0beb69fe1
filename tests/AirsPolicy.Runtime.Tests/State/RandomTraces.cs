using AirsPolicy.Runtime.State;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

/// <summary>Traces of up to 200 events of a few sessions in any interleaving, with pauses from none to longer than the window.</summary>
internal static class RandomTraces
{
    private static readonly Gen<long> s_window = Gen.Elements<long>(0, 1, 2, 7, 59, 60, 61, 100, 600, 1_000, 36_000_000_000);

    public static Gen<AggregateDefinition> Definitions { get; } =
        from kind in Gen.Elements(
            AggregateKind.Count,
            AggregateKind.Sum,
            AggregateKind.Distinct,
            AggregateKind.Mean,
            AggregateKind.Deviation)
        from within in s_window
        from upTo in kind.IsOfAmounts() ? Gen.Constant(0) : Gen.Elements(0, 1, 2, 3, 10, 1_000)
        from keys in Gen.Elements(2, 3, 100)
        select new AggregateDefinition(kind, within, upTo, keys);

    public static Gen<Step[]> Of(long within) => Of(within, Gen.Frequency(
        (40, Gen.Constant(StepKind.Event)), (1, Gen.Constant(StepKind.FailedForKey)), (1, Gen.Constant(StepKind.FailedForAll))));

    /// <summary>How long until the next thing happens.</summary>
    public static Gen<long> Pause(long within) => Gen.Frequency(
        (3, Gen.Constant(0L)),
        (3, Gen.Choose(0, 3).Select(n => (long)n)),
        (6, Gen.Choose(0, 100).Select(n => within * n / 1_000)),
        (1, Gen.Choose(900, 1_100).Select(n => within * n / 1_000)));

    private static Gen<Step[]> Of(long within, Gen<StepKind> kinds)
    {
        var step =
            from kind in kinds
            from pause in Pause(within)
            from key in Gen.Choose(0, 4)
            from amount in Gen.Choose(-5, 20)
            from value in Gen.Choose(0, 12)
            select new Step(kind, pause, key, amount, value);
        return
            from count in Gen.Choose(1, 200)
            from steps in step.ArrayOf(count)
            from start in Gen.Choose(0, 1_000)
            select Timed(steps, start);
    }

    private static Step[] Timed(Step[] steps, long start)
    {
        var now = start;
        return [.. steps.Select(step => step with { Now = now += step.Now })];
    }
}
