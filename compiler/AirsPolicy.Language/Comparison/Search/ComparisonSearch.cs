using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Values at a bound, just below and just above it.</summary>
internal static class ComparisonSearch
{
    private const long Second = 10_000_000;
    private const decimal Hundredth = 0.01m;

    public static IEnumerable<JsonObject> Of(RuleScope scope, CompareExpression compare, bool wanted, JsonObject facts)
    {
        var holds = wanted ? compare.Operator : Negated(compare.Operator);
        return Side(scope, compare.Left, compare.Right, holds, facts)
            .Concat(Side(scope, compare.Right, compare.Left, Turned(holds), facts));
    }

    private static IEnumerable<JsonObject> Side(RuleScope scope, Expression side, Expression bound, CompareOperator holds, JsonObject facts)
    {
        if (side is ConstantExpression)
            return [];
        // A side that is absent leaves nothing to compare with, but can be given a value of its own.
        var value = scope.Evaluate(bound, facts);
        return value is null ? [] : Near(value, side.Shape, holds).SelectMany(near => ValueSearch.Of(scope, side, near, facts));
    }

    private static IEnumerable<Value> Near(Value bound, Shape shape, CompareOperator holds) =>
        (bound, shape) switch
        {
            (NumberValue number, EnumShape names) => Enumerable
                .Range(0, names.Names.Count)
                .Select(i => (long)i)
                .OrderBy(i => !Holds(i.CompareTo(number.Number), holds))
                .ThenBy(i => Math.Abs(i - number.Number))
                .Select(Value (i) => new NumberValue(i)),
            (NumberValue number, _) => InOrder(Step(shape), holds).Select(step => Added(number.Number, step)).OfType<Value>(),
            (DecimalValue number, _) => InOrder(Hundredth, holds).Select(Value (step) => new DecimalValue(number.Number + step)),
            (TextValue text, _) => (holds == CompareOperator.Equal ? [text.Text] : new[] { HarmlessValue.Text, text.Text + "x" }).Select(
                Value (near) => new TextValue(near)),
            (BoolValue truth, _) => [BoolValue.Of(truth.Truth == (holds == CompareOperator.Equal))],
            (ListValue list, _) => holds == CompareOperator.Equal ? [list] : [new ListValue([])],
            _ => [],
        };

    // The side of the bound that is wanted first, the nearest value before the next.
    private static IEnumerable<decimal> InOrder(decimal step, CompareOperator holds) => holds switch
    {
        CompareOperator.Less => [-step, 0, step],
        CompareOperator.LessOrEqual => [0, -step, step],
        CompareOperator.Greater => [step, 0, -step],
        CompareOperator.GreaterOrEqual => [0, step, -step],
        CompareOperator.Equal => [0],
        _ => [step, -step],
    };

    private static decimal Step(Shape shape) => shape is DurationShape or InstantShape ? Second : 1;

    private static NumberValue? Added(long number, decimal step)
    {
        var sum = number + step;
        return sum is >= long.MinValue and <= long.MaxValue ? new NumberValue((long)sum) : null;
    }

    private static bool Holds(int order, CompareOperator holds) => holds switch
    {
        CompareOperator.Less => order < 0,
        CompareOperator.LessOrEqual => order <= 0,
        CompareOperator.Greater => order > 0,
        CompareOperator.GreaterOrEqual => order >= 0,
        CompareOperator.Equal => order == 0,
        _ => order != 0,
    };

    private static CompareOperator Negated(CompareOperator holds) => holds switch
    {
        CompareOperator.Less => CompareOperator.GreaterOrEqual,
        CompareOperator.LessOrEqual => CompareOperator.Greater,
        CompareOperator.Greater => CompareOperator.LessOrEqual,
        CompareOperator.GreaterOrEqual => CompareOperator.Less,
        CompareOperator.Equal => CompareOperator.NotEqual,
        _ => CompareOperator.Equal,
    };

    private static CompareOperator Turned(CompareOperator holds) => holds switch
    {
        CompareOperator.Less => CompareOperator.Greater,
        CompareOperator.LessOrEqual => CompareOperator.GreaterOrEqual,
        CompareOperator.Greater => CompareOperator.Less,
        CompareOperator.GreaterOrEqual => CompareOperator.LessOrEqual,
        _ => holds,
    };
}
