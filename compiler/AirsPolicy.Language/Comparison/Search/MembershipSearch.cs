using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>
/// Puts values into lists and out of them: every member of the list, something that is none, and lists with and without the value.
/// </summary>
internal static class MembershipSearch
{
    private const int Most = 32;

    public static IEnumerable<JsonObject> Of(RuleScope scope, MembershipExpression membership, bool wanted, JsonObject facts) =>
        Items(scope, membership, wanted, facts).Concat(Lists(scope, membership, wanted, facts));

    private static IEnumerable<JsonObject> Items(RuleScope scope, MembershipExpression membership, bool wanted, JsonObject facts)
    {
        if (scope.Evaluate(membership.List, facts) is not ListValue list)
            return [];
        var values = wanted ? list.Items.Take(Most) : Others(membership.Item.Shape, list);
        return values.SelectMany(value => ValueSearch.Of(scope, membership.Item, value, facts));
    }

    private static IEnumerable<JsonObject> Lists(RuleScope scope, MembershipExpression membership, bool wanted, JsonObject facts)
    {
        if (scope.PathOf(membership.List) is not { } path)
            return [];
        if (!wanted)
            return TextSearch.With(scope, facts, path, new JsonArray());
        return scope.Evaluate(membership.Item, facts) is { } item && FactJson.Of(item, membership.Item.Shape) is { } json
            ? TextSearch.With(scope, facts, path, new JsonArray(json))
            : [];
    }

    private static IEnumerable<Value> Others(Shape shape, ListValue list) =>
        shape switch
        {
            EnumShape names => Enumerable
                .Range(0, names.Names.Count)
                .Select(Value (i) => new NumberValue(i))
                .Where(value => !list.Items.Contains(value)),
            TextShape => [new TextValue(HarmlessValue.Text)],
            DecimalShape or MoneyShape =>
            [
                new DecimalValue(list.Items.OfType<DecimalValue>().Select(value => value.Number).DefaultIfEmpty(0).Max() + 1),
            ],
            BoolShape => [BoolValue.True, BoolValue.False],
            _ => [new NumberValue(list.Items.OfType<NumberValue>().Select(value => value.Number).DefaultIfEmpty(0).Max() + 1)],
        };
}
