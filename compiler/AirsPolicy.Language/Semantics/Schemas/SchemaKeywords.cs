using System.Collections.Frozen;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Which keywords are read, and beside which types they mean something.</summary>
internal static class SchemaKeywords
{
    private const string Version = "https://json-schema.org/draft/2020-12/schema";

    // Null: beside every type.
    private static readonly FrozenDictionary<string, string[]?> Known = new Dictionary<string, string[]?>(StringComparer.Ordinal)
    {
        ["type"] = null, ["enum"] = null, ["const"] = null, ["x-airs"] = null, ["$ref"] = null,
        ["$defs"] = null, ["$schema"] = null, ["$id"] = null, ["title"] = null, ["description"] = null,
        ["properties"] = ["object"], ["required"] = ["object"], ["additionalProperties"] = ["object"],
        ["items"] = ["array"], ["minItems"] = ["array"], ["maxItems"] = ["array"],
        ["minLength"] = ["string"], ["maxLength"] = ["string"], ["pattern"] = ["string"],
        ["minimum"] = ["number", "integer"], ["maximum"] = ["number", "integer"],
        ["exclusiveMinimum"] = ["number", "integer"], ["exclusiveMaximum"] = ["number", "integer"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether every keyword is one that is read, and those that only describe hold what they should.</summary>
    public static bool Check(SchemaNode schema, SchemaLog log)
    {
        var fits = true;
        foreach (var member in schema.Items)
        {
            var problem = member.Key switch
            {
                _ when !Known.ContainsKey(member.Key) => "",
                "title" or "description" or "$id" when member.Kind != SchemaNodeKind.Text => "a text",
                "$defs" when member.Kind != SchemaNodeKind.Object => "an object of schemas",
                "$schema" when member.Text.TrimEnd('#') is not Version => $"\"{Version}\"",
                _ when schema["$ref"] is not null && IsConstraint(member.Key) => "a place of its own; beside '$ref' only descriptions are read",
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

    /// <summary>Whether every keyword says something about the type of the schema.</summary>
    public static bool CheckType(SchemaNode schema, SchemaType type, SchemaLog log)
    {
        var fits = true;
        foreach (var member in schema.Items)
        {
            if (Known[member.Key] is not { } types || types.Contains(type.Name, StringComparer.Ordinal))
                continue;
            fits = false;
            if (type.Name.Length == 0)
                log.Report(SchemaDiagnostics.NoType, member, schema, member.Key, types[0]);
            else
                log.Report(SchemaDiagnostics.KeywordOfOtherType, member, schema, member.Key, $"the type '{type.Name}'");
        }

        return fits;
    }

    private static bool IsConstraint(string keyword) => keyword is not ("$ref" or "$defs" or "$schema" or "$id" or "title" or "description");
}
