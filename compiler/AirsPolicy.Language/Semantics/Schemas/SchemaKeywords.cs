using System.Collections.Frozen;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Which keywords are read, and beside which types they mean something.</summary>
internal static class SchemaKeywords
{
    public const string Version = "https://json-schema.org/draft/2020-12/schema";

    // Null: beside every type.
    private static readonly FrozenDictionary<string, string[]?> s_known = new Dictionary<string, string[]?>(StringComparer.Ordinal)
    {
        ["type"] = null,
        ["enum"] = null,
        ["const"] = null,
        ["x-airs"] = null,
        ["$ref"] = null,
        ["$defs"] = null,
        ["$schema"] = null,
        ["$id"] = null,
        ["title"] = null,
        ["description"] = null,
        ["properties"] = ["object"],
        ["required"] = ["object"],
        ["additionalProperties"] = ["object"],
        ["items"] = ["array"],
        ["minItems"] = ["array"],
        ["maxItems"] = ["array"],
        ["minLength"] = ["string"],
        ["maxLength"] = ["string"],
        ["pattern"] = ["string"],
        ["minimum"] = ["number", "integer"],
        ["maximum"] = ["number", "integer"],
        ["exclusiveMinimum"] = ["number", "integer"],
        ["exclusiveMaximum"] = ["number", "integer"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Shapes do not carry these; whoever reads facts asks the schema itself about them.
    private static readonly FrozenSet<string> s_asked = new[]
    {
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "dependentSchemas",
        "dependentRequired",
        "prefixItems",
        "contains",
        "minContains",
        "maxContains",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "uniqueItems",
        "multipleOf",
        "format",
        "unevaluatedItems",
        "unevaluatedProperties",
        "$dynamicRef",
    }.ToFrozenSet(StringComparer.Ordinal);

    // These refuse nothing.
    private static readonly FrozenSet<string> s_describing = new[]
    {
        "$anchor",
        "$dynamicAnchor",
        "$vocabulary",
        "$comment",
        "definitions",
        "default",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether every keyword is one that is known, and those that only describe hold what they should.</summary>
    public static bool Check(SchemaNode schema, SchemaShapes shapes)
    {
        var log = shapes.Log;
        var fits = true;
        foreach (var member in schema.Items)
        {
            var problem = member.Key switch
            {
                _ when s_asked.Contains(member.Key) => shapes.LeaveToSchema(),
                _ when IsDescribing(member.Key) => null,
                _ when !s_known.ContainsKey(member.Key) => shapes.RefusesSlips ? "" : null,
                "title" or "description" or "$id" when member.Kind != SchemaNodeKind.Text => "a text",
                "$defs" when member.Kind != SchemaNodeKind.Object => "an object of schemas",
                "$schema" when member.Text.TrimEnd('#') is not Version => schema.Parent is null ? $"\"{Version}\"" : shapes.LeaveToSchema(),
                _ when schema["$ref"] is not null && IsConstraint(member.Key) => shapes.LeaveToSchema(),
                _ => null,
            };
            if (problem is null)
                continue;
            fits = false;
            if (problem.Length == 0)
                log.Report(SchemaDiagnostics.UnknownKeyword, member, schema, member.Key);
            else
                log.Report(SchemaDiagnostics.WrongValue, member, schema, member.Key, problem);
        }

        return fits;
    }

    /// <summary>Warns where keywords speak of one type and the schema names none, so that what they describe cannot be read.</summary>
    public static void CheckType(SchemaNode schema, SchemaShapes shapes)
    {
        foreach (var member in schema.Items)
        {
            if (s_known.GetValueOrDefault(member.Key) is not { } types)
                continue;
            shapes.LeaveToSchema();
            shapes.Log.Report(SchemaDiagnostics.NoType, member, schema, member.Key, types[0]);
            return;
        }
    }

    /// <summary>Whether a keyword refuses nothing: one that describes, or one of the author's own.</summary>
    public static bool IsDescribing(string keyword) =>
        s_describing.Contains(keyword) || (keyword.StartsWith("x-", StringComparison.Ordinal) && keyword != "x-airs");

    /// <summary>Whether a keyword bounds the values of one type.</summary>
    public static bool IsBound(string keyword) => s_known.GetValueOrDefault(keyword) is not null;

    private static bool IsConstraint(string keyword) =>
        keyword is not ("$ref" or "$defs" or "$schema" or "$id" or "title" or "description");
}
