using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>Holds JSON to the part of JSON Schema that the published schemas are written in; any other keyword throws.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly string[] s_notes = ["$schema", "$id", "$defs", "title", "description", "x-airs"];

    /// <summary>The first thing that does not keep to the schema, or null.</summary>
    public string? Find(JsonElement value) => Find(value, root, "");

    private string? Find(JsonElement value, JsonElement schema, string path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var problem = keyword.Name switch
            {
                _ when s_notes.Contains(keyword.Name) => null,
                "$ref" => Find(value, Resolve(keyword.Value.GetString()!), path),
                "type" => Type(value, keyword.Value.GetString()!) ? null : $"{path}: is no {keyword.Value}",
                "enum" => keyword.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) ? null : $"{path}: is not listed",
                "const" => JsonElement.DeepEquals(keyword.Value, value) ? null : $"{path}: is not {keyword.Value}",
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal()
                    ? null
                    : $"{path}: is too small",
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal()
                    ? null
                    : $"{path}: is too great",
                "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() > keyword.Value.GetDecimal()
                    ? null
                    : $"{path}: is too small",
                "exclusiveMaximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() < keyword.Value.GetDecimal()
                    ? null
                    : $"{path}: is too great",
                "minLength" => value.ValueKind != JsonValueKind.String || Length(value) >= keyword.Value.GetInt32()
                    ? null
                    : $"{path}: is too short",
                "maxLength" => value.ValueKind != JsonValueKind.String || Length(value) <= keyword.Value.GetInt32()
                    ? null
                    : $"{path}: is too long",
                "multipleOf" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() % keyword.Value.GetDecimal() == 0
                    ? null
                    : $"{path}: is no multiple",
                "format" => value.ValueKind != JsonValueKind.String || Format(value.GetString()!, keyword.Value.GetString()!)
                    ? null
                    : $"{path}: is no {keyword.Value}",
                "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32()
                    ? null
                    : $"{path}: has too many items",
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32()
                    ? null
                    : $"{path}: has too few items",
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!)
                    ? null
                    : $"{path}: does not match",
                "required" => value.ValueKind != JsonValueKind.Object ? null
                : keyword.Value.EnumerateArray().FirstOrDefault(r => !value.TryGetProperty(r.GetString()!, out _))
                    is { ValueKind: JsonValueKind.String } missing
                    ? $"{path}: lacks {missing}"
                : null,
                "items" => value.ValueKind != JsonValueKind.Array
                    ? null
                    : value
                        .EnumerateArray()
                        .Select((item, i) => Find(item, keyword.Value, $"{path}/{i}"))
                        .FirstOrDefault(p => p is not null),
                "anyOf" => keyword.Value.EnumerateArray().Any(branch => Find(value, branch, path) is null)
                    ? null
                    : $"{path}: is none of the branches",
                "oneOf" => keyword.Value.EnumerateArray().Count(branch => Find(value, branch, path) is null) == 1
                    ? null
                    : $"{path}: is not exactly one of the branches",
                "properties" => Properties(value, schema, path),
                "additionalProperties" => Additional(value, schema, path),
                _ => throw new InvalidOperationException($"The check does not know '{keyword.Name}'."),
            };
            if (problem is not null)
                return problem;
        }
        return null;
    }

    private string? Properties(JsonElement value, JsonElement schema, string path) =>
        value.ValueKind != JsonValueKind.Object
            ? null
            : schema.GetProperty("properties").EnumerateObject()
                .Where(p => value.TryGetProperty(p.Name, out _))
                .Select(p => Find(value.GetProperty(p.Name), p.Value, $"{path}/{p.Name}"))
                .FirstOrDefault(p => p is not null);

    private static string? Additional(JsonElement value, JsonElement schema, string path) =>
        value.ValueKind != JsonValueKind.Object || schema.GetProperty("additionalProperties").GetBoolean()
            ? null
            : value
                .EnumerateObject()
                .Where(m => !schema.GetProperty("properties").TryGetProperty(m.Name, out _))
                .Select(m => $"{path}/{m.Name}: is not listed")
                .FirstOrDefault();

    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static bool Format(string text, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Regex.IsMatch(text, @"^[0-9-]{10}[Tt][0-9:]{8}(\.[0-9]+)?([Zz]|[-+][0-9]{2}:[0-9]{2})$")
            && DateTimeOffset.TryParse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => throw new InvalidOperationException($"The check does not know the format '{format}'."),
    };

    private JsonElement Resolve(string reference) =>
        reference["#/".Length..].Split('/').Aggregate(root, (at, name) => at.GetProperty(name));

    private static bool Type(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new InvalidOperationException($"The check does not know the type '{type}'."),
    };
}
