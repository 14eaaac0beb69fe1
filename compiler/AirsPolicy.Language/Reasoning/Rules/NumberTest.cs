using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>Whether a number lies on one side of a constant.</summary>
/// <param name="Comparison">The side, with the number on the left.</param>
/// <param name="Bound">The constant.</param>
/// <param name="Step">How far beyond the constant the number can lie.</param>
internal readonly record struct NumberTest(CompareOperator Comparison, decimal Bound, decimal Step)
{
    private const decimal SmallStep = 0.000_001m;

    /// <summary>The test, or null where it is no order, or where the number has no room on both sides of the constant.</summary>
    /// <param name="values">What the number can be.</param>
    /// <param name="isWhole">Whether it is a whole number.</param>
    public static NumberTest? Of(CompareOperator comparison, decimal bound, Interval values, bool isWhole)
    {
        var test = new NumberTest(comparison, bound, isWhole ? 1 : SmallStep);
        return
            comparison is not (CompareOperator.Equal or CompareOperator.NotEqual)
            && IsWithin(values, test.Nearest(true))
            && IsWithin(values, test.Nearest(false))
            ? test
            : null;
    }

    public bool Holds(decimal value) => Comparison switch
    {
        CompareOperator.Less => value < Bound,
        CompareOperator.LessOrEqual => value <= Bound,
        CompareOperator.Greater => value > Bound,
        _ => value >= Bound,
    };

    /// <summary>A value close to the constant for which the test comes out as wanted.</summary>
    public decimal Nearest(bool truth) => Comparison switch
    {
        CompareOperator.Less => truth ? Bound - Step : Bound,
        CompareOperator.LessOrEqual => truth ? Bound : Bound + Step,
        CompareOperator.Greater => truth ? Bound + Step : Bound,
        _ => truth ? Bound : Bound - Step,
    };

    private static bool IsWithin(Interval values, decimal value) =>
        !values.IsEmpty
        && !(values with { High = value, HighIsOpen = false }).IsEmpty
        && !(values with { Low = value, LowIsOpen = false }).IsEmpty;
}
