using System.Collections.Frozen;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Which keywords can refuse a value, and which of them speak about other schemas that look at the same value.</summary>
internal static class CheckKeywords
{
    private static readonly FrozenSet<string> s_refusing = new[]
    {
        "$ref",
        "$dynamicRef",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "dependentSchemas",
        "prefixItems",
        "items",
        "contains",
        "properties",
        "patternProperties",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "type",
        "enum",
        "const",
        "multipleOf",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
        "pattern",
        "uniqueItems",
        "required",
        "dependentRequired",
        "format",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What these say a word about is not unevaluated.
    private static readonly string[] s_evaluating = ["$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"];

    /// <summary>Whether a schema accepts every value, told without following it.</summary>
    /// <param name="mark">The keyword that leaves a schema to somebody else, or null.</param>
    public static bool SaysNothing(JsonValue schema, string? mark) => schema.Kind == JsonKind.Boolean
        ? schema.IsTrue
        : (mark is not null && schema[mark] is not null) || !Array.Exists(schema.Names, s_refusing.Contains);

    /// <summary>Whether schemas beside a schema's own keywords can speak about the members and items of a value.</summary>
    public static bool HasOthers(JsonValue schema) => Array.Exists(s_evaluating, keyword => schema[keyword] is not null);
}
