using AirsPolicy.Runtime.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Runs;

/// <summary>Random orders of three steps, and random runs of four.</summary>
internal static class RandomSteps
{
    public static Arbitrary<(StepExpression Order, string[] Run)> Cases { get; } =
        (
            from order in Order(4)
            from length in Gen.Choose(0, 8)
            from run in Gen.ArrayOf(Gen.Frequency((9, Gen.Elements("a", "b", "c")), (1, Gen.Constant("d"))), length)
            select (order, run)
        ).ToArbitrary();

    public static Arbitrary<StepExpression> Orders { get; } = Order(4).ToArbitrary();

    private static Gen<StepExpression> Order(int depth)
    {
        var named = Gen.Elements("a", "b", "c").Select(name => (StepExpression)new NamedStep(name));
        if (depth == 0)
            return named;
        var inner = Order(depth - 1);
        return Gen.Frequency(
            (2, named),
            (4, from count in Gen.Choose(0, 3) from steps in Gen.ArrayOf(inner, count) select (StepExpression)new StepSequence([.. steps])),
            (3, from count in Gen.Choose(1, 3) from steps in Gen.ArrayOf(inner, count) select (StepExpression)new StepChoice([.. steps])),
            (
                3,
                from step in inner
                from kind in Gen.Choose(0, 2)
                select (StepExpression)new RepeatedStep(step, CanBeAbsent: kind != 0, CanRecur: kind != 1)));
    }
}
