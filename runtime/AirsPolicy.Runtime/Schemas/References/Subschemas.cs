using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>Which members of a schema hold schemas (core section 10, and the older names that meta-schemas still know).</summary>
internal static class Subschemas
{
    private static readonly HashSet<string> s_single = new(StringComparer.Ordinal)
    {
        "additionalProperties",
        "contains",
        "contentSchema",
        "else",
        "if",
        "items",
        "not",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    };

    private static readonly HashSet<string> s_lists = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "prefixItems" };

    private static readonly HashSet<string> s_records = new(StringComparer.Ordinal)
    {
        "$defs", "definitions", "dependentSchemas", "patternProperties", "properties",
    };

    /// <summary>The schemas directly inside a schema, each with its JSON pointer.</summary>
    public static IEnumerable<(JsonValue Schema, string Pointer)> Of(JsonValue schema, string pointer)
    {
        for (var i = 0; i < schema.Names.Length; i++)
        {
            var (keyword, value) = (schema.Names[i], schema.Items[i]);
            var place = JsonPointer.Append(pointer, keyword);
            if (s_single.Contains(keyword))
            {
                yield return (value, place);
            }
            else if (value.Kind == JsonKind.List && s_lists.Contains(keyword))
            {
                for (var item = 0; item < value.Items.Length; item++)
                    yield return (value.Items[item], JsonPointer.Append(place, item));
            }
            else if (value.Kind == JsonKind.Record && s_records.Contains(keyword))
            {
                for (var member = 0; member < value.Names.Length; member++)
                    yield return (value.Items[member], JsonPointer.Append(place, value.Names[member]));
            }
        }
    }
}
