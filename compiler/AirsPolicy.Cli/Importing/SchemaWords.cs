using System.Collections.Frozen;

namespace AirsPolicy.Cli.Importing;

/// <summary>What stands behind a word of a schema.</summary>
internal enum SchemaWordKind
{
    /// <summary>A value that holds no schemas.</summary>
    Value,

    /// <summary>One schema.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    Schemas,

    /// <summary>Schemas by name.</summary>
    NamedSchemas,

    /// <summary>JSON Schema 2020-12 does not know the word.</summary>
    Foreign,
}

/// <summary>The words of JSON Schema 2020-12.</summary>
internal static class SchemaWords
{
    private static readonly FrozenDictionary<string, SchemaWordKind> s_kinds = Kinds();

    /// <summary>The versions of JSON Schema whose words are understood, without the empty fragment at their ends.</summary>
    public static FrozenSet<string> Versions { get; } =
        new[]
        {
            "https://json-schema.org/draft/2020-12/schema",
            "https://json-schema.org/draft/2019-09/schema",
            "http://json-schema.org/draft-07/schema",
            "https://json-schema.org/draft-07/schema",
            "http://json-schema.org/draft-06/schema",
            "https://json-schema.org/draft-06/schema",
        }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands behind a word.</summary>
    public static SchemaWordKind KindOf(string word) => s_kinds.GetValueOrDefault(word, SchemaWordKind.Foreign);

    private static FrozenDictionary<string, SchemaWordKind> Kinds()
    {
        var kinds = new Dictionary<string, SchemaWordKind>(StringComparer.Ordinal);
        Add(
            SchemaWordKind.Schema,
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
            "unevaluatedProperties");
        Add(SchemaWordKind.Schemas, "allOf", "anyOf", "oneOf", "prefixItems");
        Add(SchemaWordKind.NamedSchemas, "$defs", "definitions", "dependentSchemas", "patternProperties", "properties");
        Add(
            SchemaWordKind.Value,
            "$id",
            "$ref",
            "$dynamicRef",
            "$anchor",
            "$dynamicAnchor",
            "$vocabulary",
            "$comment",
            "type",
            "enum",
            "const",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "contentEncoding",
            "contentMediaType",
            "format",
            "multipleOf",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "required",
            "dependentRequired");
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(SchemaWordKind kind, params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
                kinds.Add(word, kind);
        }
    }
}
