using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Draws that a limit allows at once, and draws just above that.</summary>
internal static class LimitSearch
{
    public static IEnumerable<JsonObject> Of(RuleScope scope, LimitPassedExpression passed, bool wanted, JsonObject facts)
    {
        if (DrawOf(scope, passed) is not { } draw)
            return [];
        var drawn = draw.Where is null ? [facts] : ConditionSearch.Of(scope, draw.Where, true, facts).Prepend(facts).Take(4);
        return drawn.SelectMany(request => Amounts(scope, passed, draw, wanted, request));
    }

    /// <summary>What the request at hand draws, or null for nothing.</summary>
    public static LimitDrawModel? DrawOf(RuleScope scope, LimitPassedExpression passed) =>
        scope.Version.Model.Limits[passed.Limit].DrawAt(scope.Request.Point, scope.Tool);

    /// <summary>How much a limit allows before the share that is passed, or null where nothing can be told.</summary>
    public static Value? BoundOf(RuleScope scope, LimitPassedExpression passed, LimitDrawModel draw, JsonObject facts)
    {
        var share = scope.Version.Model.Limits[passed.Limit].Shares[passed.Arm];
        return scope.Evaluate(draw.Value, facts) switch
        {
            NumberValue number => new NumberValue((long)((Int128)number.Number * share / Millionths.Whole)),
            DecimalValue { Number: > -1_000_000_000_000m and < 1_000_000_000_000m } number => new DecimalValue(
                number.Number * share / Millionths.Whole),
            _ => null,
        };
    }

    private static IEnumerable<JsonObject> Amounts(
        RuleScope scope,
        LimitPassedExpression passed,
        LimitDrawModel draw,
        bool wanted,
        JsonObject facts)
    {
        if (draw.Amount is not { } amount || BoundOf(scope, passed, draw, facts) is not { } bound)
            return [facts];
        object value = bound is DecimalValue number ? number.Number : ((NumberValue)bound).Number;
        var constant = new ConstantExpression(value, draw.Value.Shape, draw.Value.Place);
        return ComparisonSearch.Of(scope, new CompareExpression(CompareOperator.Greater, amount, constant, passed.Place), wanted, facts);
    }
}
