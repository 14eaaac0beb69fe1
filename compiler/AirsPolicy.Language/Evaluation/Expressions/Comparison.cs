using System.Diagnostics;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>Compares two values of one shape.</summary>
internal static class Comparison
{
    public static BoolValue Of(CompareOperator comparison, Value left, Value right) => BoolValue.Of(comparison switch
    {
        CompareOperator.Equal => left.Equals(right),
        CompareOperator.NotEqual => !left.Equals(right),
        CompareOperator.Less => Order(left, right) < 0,
        CompareOperator.LessOrEqual => Order(left, right) <= 0,
        CompareOperator.Greater => Order(left, right) > 0,
        CompareOperator.GreaterOrEqual => Order(left, right) >= 0,
        _ => throw new UnreachableException($"No meaning is given to {comparison}."),
    });

    private static int Order(Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (DecimalValue a, DecimalValue b) => a.Number.CompareTo(b.Number),
        _ => throw new UnreachableException("Only numbers have an order; the binder lets nothing else be compared by it."),
    };
}
