using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Samples;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Lists of no item and of one: what a quantifier says turns on a single item.</summary>
internal static class QuantifierSearch
{
    public static IEnumerable<JsonObject> Of(RuleScope scope, QuantifierExpression quantifier, bool wanted, JsonObject facts)
    {
        if (quantifier.List is DetectorExpression spans)
        {
            return DetectorSamples.Of(spans.Detector, scope.Detectors).Append(HarmlessValue.Text)
                .SelectMany(text => TextSearch.Holding(scope, spans.Argument, text, facts));
        }
        // 'any' is true, and 'all' false, on one item of that truth; with no item it is the other way round.
        var one = WithItems(scope, quantifier, wanted, 1, facts);
        var none = Empty(scope, quantifier, facts);
        return quantifier.Kind == QuantifierKind.Any == wanted ? one : none.Concat(one);
    }

    /// <summary>Facts with so many items on which the body may come to the truth.</summary>
    public static IEnumerable<JsonObject> WithItems(
        RuleScope scope,
        QuantifierExpression quantifier,
        bool wanted,
        long count,
        JsonObject facts) =>
        count == 0
            ? Empty(scope, quantifier, facts)
            : Items(scope, quantifier.List, quantifier.Variable, quantifier.Body, wanted, count, facts);

    /// <summary>Facts with so many items in a list, all alike, on which a condition on an item may come to the truth.</summary>
    public static IEnumerable<JsonObject> Items(
        RuleScope scope,
        Expression list,
        int variable,
        Expression body,
        bool wanted,
        long count,
        JsonObject facts)
    {
        if (count is < 1 or > ListShape.Cap || scope.PathOf(list) is not { } path || list.Shape is not ListShape items)
            return [];
        var within = scope.Within(new BoundItem(variable, list, path.FirstItem));
        return TextSearch.With(scope, facts, path, new JsonArray(HarmlessValue.Of(items.Element)))
            .SelectMany(single => ConditionSearch.Of(within, body, wanted, single))
            .SelectMany(single => Repeated(scope, path, single, count));
    }

    private static IEnumerable<JsonObject> Empty(RuleScope scope, QuantifierExpression quantifier, JsonObject facts) =>
        scope.PathOf(quantifier.List) is { } path ? TextSearch.With(scope, facts, path, new JsonArray()) : [];

    private static IEnumerable<JsonObject> Repeated(RuleScope scope, FactPath path, JsonObject single, long count)
    {
        if (count == 1)
            return [single];
        return scope.Request.Find(single, path) is JsonArray { Count: > 0 } items
            ? TextSearch.With(scope, single, path, new JsonArray([.. Enumerable.Range(0, (int)count).Select(_ => items[0]?.DeepClone())]))
            : [];
    }
}
