using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Comparison.Samples;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>
/// Makes up documents by a JSON Schema, as somebody would who knows nothing else: the keywords in which facts are published.
/// </summary>
/// <param name="random">Draws.</param>
internal sealed class SchemaSamples(Random random)
{
    private static readonly string[] s_written = ["1h30m", "64KiB", "12.5", "hello", "abc", "1", "a1"];

    /// <summary>A document.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="share">How many of 100 members that are not required are there.</param>
    public JsonNode? Of(JsonElement schema, int share)
    {
        if (schema.TryGetProperty("const", out var constant))
            return Node(constant);
        if (schema.TryGetProperty("enum", out var values))
            return Node(Pick([.. values.EnumerateArray()]));
        if (schema.TryGetProperty("anyOf", out var any))
            return Of(Pick([.. any.EnumerateArray()]), share);
        if (schema.TryGetProperty("oneOf", out var one))
            return Of(Pick([.. one.EnumerateArray()]), share);
        return schema.TryGetProperty("type", out var type)
            ? Of(schema, type.GetString()!, share)
            : Node(JsonElement.Parse("""{"any":[1,"x"]}"""));
    }

    private JsonNode? Of(JsonElement schema, string type, int share) =>
        type switch
        {
            "object" => Record(schema, share),
            "array" => new JsonArray([
                .. Enumerable
                    .Range(0, Math.Min(Int(schema, "minItems", 0) + random.Next(3), Int(schema, "maxItems", 3)))
                    .Select(_ => Of(schema.GetProperty("items"), share)),
            ]),
            "string" => JsonValue.Create(Text(schema)),
            "integer" or "number" => Node(JsonElement.Parse(Number(schema, type == "integer"))),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => null,
        };

    private JsonObject Record(JsonElement schema, int share)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        var record = new JsonObject();
        foreach (
            var member in schema
                .GetProperty("properties")
                .EnumerateObject()
                .Where(member => required.Contains(member.Name) || random.Next(100) < share))
            record[member.Name] = Of(member.Value, share);
        if (schema.GetProperty("additionalProperties").GetBoolean() && random.Next(100) < share)
            record["x_unlisted"] = 1;
        return record;
    }

    private string Text(JsonElement schema)
    {
        if (schema.TryGetProperty("format", out var format))
            return format.GetString() == "date" ? "2027-03-31" : "2027-03-31T09:30:00Z";
        if (schema.TryGetProperty("pattern", out var pattern))
            return Array.Find(s_written, text => Regex.IsMatch(text, pattern.GetString()!))
                ?? PatternSamples.OfSchema(pattern.GetString()!)[0];
        return new string('a', Math.Min(Math.Max(random.Next(6), Int(schema, "minLength", 0)), Int(schema, "maxLength", 6)));
    }

    // A bound, or a small number between the bounds.
    private string Number(JsonElement schema, bool isWhole)
    {
        var step = schema.TryGetProperty("multipleOf", out var multiple) ? multiple.GetDecimal() : isWhole ? 1 : 0.5m;
        var least = Bound(schema, "minimum") ?? Bound(schema, "exclusiveMinimum") + step;
        var most = Bound(schema, "maximum") ?? Bound(schema, "exclusiveMaximum") - step;
        var drawn = step * random.Next(-5, 6);
        var number = random.Next(8) switch
        {
            0 when least is not null => least.Value,
            1 when most is not null && isWhole => most.Value,
            _ => Math.Min(Math.Max(drawn, least ?? drawn), most ?? Math.Max(drawn, least ?? drawn)),
        };
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static decimal? Bound(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var bound) ? bound.GetDecimal() : null;

    private static int Int(JsonElement schema, string name, int otherwise) =>
        schema.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());

    private JsonElement Pick(JsonElement[] elements) => elements[random.Next(elements.Length)];
}
