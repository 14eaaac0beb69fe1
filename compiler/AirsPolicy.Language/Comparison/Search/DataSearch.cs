using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Changes facts so that a row of data is found, or none: first those that the two versions have differently.</summary>
internal static class DataSearch
{
    private const int Most = 32;

    /// <summary>Facts on which there may be a value, or none.</summary>
    public static IEnumerable<JsonObject> Of(RuleScope scope, LookupExpression lookup, bool wanted, JsonObject facts)
    {
        if (Find(scope.Version, lookup) is not { } own)
            return [];
        var others = Find(scope.Other, lookup) is { } there ? there.Where(cell => cell.Value is not null).Select(cell => cell.Key) : [];
        var filled = own.Where(cell => cell.Value is not null).Select(cell => cell.Key).ToHashSet();
        var keys = wanted
            ? Differing(scope, lookup, own).Concat(filled)
            : others.Where(key => !filled.Contains(key)).Append(Unknown(own, lookup));
        return With(scope, lookup, keys, facts);
    }

    /// <summary>Facts on which the value may be another one: where the versions differ, or that one.</summary>
    public static IEnumerable<JsonObject> Of(RuleScope scope, LookupExpression lookup, Value value, JsonObject facts)
    {
        if (Find(scope.Version, lookup) is not { } own)
            return [];
        var sought = value switch
        {
            NumberValue number => number.Number,
            DecimalValue number => number.Number,
            TextValue text => text.Text,
            BoolValue truth => truth.Truth,
            _ => (object?)null,
        };
        var equal = own.Where(cell => cell.Value is not null && cell.Value.Equals(sought)).Select(cell => cell.Key);
        return With(scope, lookup, equal.Take(1).Concat(Differing(scope, lookup, own)).Concat(own.Keys.Take(1)), facts);
    }

    private static IEnumerable<object> Differing(RuleScope scope, LookupExpression lookup, Dictionary<object, object?> own)
    {
        var other = Find(scope.Other, lookup) ?? [];
        return own.Where(cell => !Equals(cell.Value, other.GetValueOrDefault(cell.Key))).Select(cell => cell.Key);
    }

    private static IEnumerable<JsonObject> With(RuleScope scope, LookupExpression lookup, IEnumerable<object> keys, JsonObject facts) =>
        keys.Distinct()
            .Take(Most)
            .Select(key => key is string text ? (Value)new TextValue(text) : new NumberValue((long)key))
            .SelectMany(key => ValueSearch.Of(scope, lookup.Key, key, facts));

    private static object Unknown(Dictionary<object, object?> own, LookupExpression lookup) => lookup.Key.Shape switch
    {
        TextShape => HarmlessValue.Text,
        EnumShape names => Enumerable
            .Range(0, names.Names.Count)
            .Select(name => (object)(long)name)
            .FirstOrDefault(name => !own.ContainsKey(name), 0L),
        _ => own.Keys.OfType<long>().DefaultIfEmpty(0).Max() + 1,
    };

    private static Dictionary<object, object?>? Find(PolicyVersion version, LookupExpression lookup)
    {
        var table = version.Model.Data.FirstOrDefault(table => table.Name == lookup.Data);
        return table?.Columns.FirstOrDefault(column => column.Name == lookup.Column) is { } column
            ? table.Columns[0].Values.Zip(column.Values).ToDictionary(cell => cell.First!, cell => cell.Second)
            : null;
    }
}
