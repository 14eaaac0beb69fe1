using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Changes facts so that an expression comes to a value, by working back from the value to the facts it is made of.</summary>
internal static class ValueSearch
{
    public static IEnumerable<JsonObject> Of(RuleScope scope, Expression expression, Value value, JsonObject facts)
    {
        switch (expression)
        {
            case NamedExpression named:
                return Of(scope, named.Body, value, facts);
            case PathExpression or ItemExpression:
                return FactJson.Of(value, expression.Shape) is { } json
                    ? TextSearch.With(scope, facts, scope.PathOf(expression)!.Value, json)
                    : [];
            case CoalesceExpression coalesce:
                return Of(scope, coalesce.Optional, value, facts).Concat(Absent(scope, coalesce, facts));
            case ConvertExpression convert:
                return Unconverted(convert, value) is { } unconverted ? Of(scope, convert.Operand, unconverted, facts) : [];
            case NegateExpression negate:
                return Minus(value) is { } minus ? Of(scope, negate.Operand, minus, facts) : [];
            case ArithmeticExpression arithmetic:
                return Operand(scope, arithmetic, value, facts);
            case TableExpression table:
                return Enumerable.Range(0, table.Values.Count).SelectMany(i => Of(scope, table.Key, new NumberValue(i), facts));
            case LookupExpression lookup:
                return DataSearch.Of(scope, lookup, value, facts);
            case CallExpression { Arguments: [var argument] } call
                when value is NumberValue number && (IsOf(call, "length") || IsOf(call, "size")):
                return TextSearch.OfLength(scope, argument, number.Number, facts);
            case CallExpression { Arguments: [var argument] } call
                when value is NumberValue weekday && IsOf(call, "weekday") && scope.Evaluate(argument, facts) is NumberValue day:
                return Of(scope, argument, new NumberValue(day.Number + (weekday.Number + 7 - day.Number % 7) % 7), facts);
            case CallExpression { Arguments: [var argument] } call when value is TextValue && IsOf(call, "folded"):
                return Of(scope, argument, value, facts);
            case DetectorExpression detector:
                return DetectorSamples.Of(detector.Detector, scope.Detectors).Append(HarmlessValue.Text)
                    .SelectMany(text => TextSearch.Holding(scope, detector.Argument, text, facts))
                    .Concat(detector.Classified.SelectMany(said => Of(scope, said, value, facts)));
            case QuantifierExpression { Kind: QuantifierKind.Count } count when value is NumberValue number:
                return QuantifierSearch.WithItems(scope, count, true, number.Number, facts);
            case QuantifierExpression or LogicalExpression or NotExpression or CompareExpression when value is BoolValue truth:
                return ConditionSearch.Of(scope, expression, truth.Truth, facts);
            default:
                return [];
        }
    }

    private static IEnumerable<JsonObject> Absent(RuleScope scope, CoalesceExpression coalesce, JsonObject facts) =>
        scope.PathOf(coalesce.Optional) is { } path && scope.Request.Without(facts, path) is { } without ? [without] : [];

    private static IEnumerable<JsonObject> Operand(RuleScope scope, ArithmeticExpression arithmetic, Value value, JsonObject facts)
    {
        if (Inverse.Left(arithmetic.Kind, value, scope.Evaluate(arithmetic.Right, facts)) is { } left)
        {
            foreach (var changed in Of(scope, arithmetic.Left, left, facts))
                yield return changed;
        }
        if (Inverse.Right(arithmetic.Kind, value, scope.Evaluate(arithmetic.Left, facts)) is { } right)
        {
            foreach (var changed in Of(scope, arithmetic.Right, right, facts))
                yield return changed;
        }
    }

    private static Value? Unconverted(ConvertExpression convert, Value value)
    {
        if (value is not DecimalValue { Number: var number })
            return value;
        var scaled = convert.Operand.Shape is ShareShape && Math.Abs(number) <= Millionths.Whole ? number * Millionths.Whole : number;
        return Math.Abs(scaled) < long.MaxValue ? new NumberValue((long)decimal.Floor(scaled)) : null;
    }

    private static Value? Minus(Value value) => value switch
    {
        NumberValue { Number: > long.MinValue } number => new NumberValue(-number.Number),
        DecimalValue number => new DecimalValue(-number.Number),
        _ => null,
    };

    private static bool IsOf(CallExpression call, string function) =>
        call.Function == function || call.Function.StartsWith(function + ".", StringComparison.Ordinal);
}
