using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Puts texts where rules look for them.</summary>
internal static class TextSearch
{
    // More characters than this would only make requests slow.
    private const int MostCharacters = 200_000;

    /// <summary>Facts on which a test of one text by another may come to the truth.</summary>
    public static IEnumerable<JsonObject> Of(RuleScope scope, TextTestExpression test, bool wanted, JsonObject facts)
    {
        if (scope.Evaluate(test.Part, facts) is not TextValue { Text: var part })
            return [];
        string[] holding = test.Test switch
        {
            TextTest.Contains => [part, $"{HarmlessValue.Text} {part} {HarmlessValue.Text}", part + HarmlessValue.Text],
            TextTest.StartsWith => [part, $"{part} {HarmlessValue.Text}"],
            _ => [part, $"{HarmlessValue.Text} {part}"],
        };
        string[] other = [HarmlessValue.Text, part.Length > 1 ? part[..^1] : ""];
        return (wanted ? holding : other).SelectMany(text => Holding(scope, test.Text, text, facts));
    }

    /// <summary>The facts with a text in a text, list or record that a rule looks at.</summary>
    public static IEnumerable<JsonObject> Holding(RuleScope scope, Expression argument, string text, JsonObject facts)
    {
        if (argument is CallExpression { Arguments: [var inner] })
            return Holding(scope, inner, text, facts);
        if (scope.PathOf(argument) is not { } path)
            return [];
        return Holding(scope, path, argument.Shape, text, facts);
    }

    /// <summary>The facts with a text of so many characters.</summary>
    public static IEnumerable<JsonObject> OfLength(RuleScope scope, Expression argument, long length, JsonObject facts)
    {
        if (length is < 0 or > MostCharacters || scope.PathOf(argument) is not { } path)
            return [];
        return argument.Shape switch
        {
            TextShape => With(scope, facts, path, JsonValue.Create(new string('a', (int)length))),
            ListShape list when length <= list.MaxItems => With(
                scope,
                facts,
                path,
                new JsonArray([.. Enumerable.Range(0, (int)length).Select(_ => HarmlessValue.Of(list.Element))])),
            _ => Holding(scope, argument, new string('a', (int)length), facts),
        };
    }

    private static IEnumerable<JsonObject> Holding(RuleScope scope, FactPath path, Shape shape, string text, JsonObject facts) =>
        shape switch
        {
            TextShape => With(scope, facts, path, JsonValue.Create(text)),
            AnyShape => With(scope, facts, path, new JsonObject { ["text"] = text }),
            ListShape { Element: TextShape } => With(scope, facts, path, new JsonArray(JsonValue.Create(text))),
            ListShape { Element: RecordShape record } list => With(scope, facts, path, new JsonArray(HarmlessValue.Of(list.Element)))
                .SelectMany(one => Holding(scope, path.FirstItem, record, text, one)),
            RecordShape record => record
                .Members.SelectMany(member => Holding(scope, path.Then([member.Name]), member.Shape, text, facts))
                .Take(2),
            _ => [],
        };

    public static IEnumerable<JsonObject> With(RuleScope scope, JsonObject facts, FactPath path, JsonNode? value) =>
        scope.Request.With(facts, path, value) is { } changed ? [changed] : [];
}
