namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>What <c>type</c> says.</summary>
/// <param name="Name">One of the standard's types but null; empty where the schema says none.</param>
/// <param name="Nullable">Null fits too.</param>
internal readonly record struct SchemaType(string Name, bool Nullable);

/// <summary>Reads <c>type</c>: one type, or one type and null.</summary>
internal static class TypeKeyword
{
    private const string Needed = "'boolean', 'integer', 'number', 'string', 'array' or 'object', or a list of one of them and 'null'";

    public static SchemaType? Read(SchemaNode schema, SchemaLog log)
    {
        if (schema["type"] is not { } type)
            return new SchemaType("", Nullable: false);
        var names = type.Kind == SchemaNodeKind.Array ? type.Items.Select(NameOf).ToArray() : [NameOf(type)];
        var values = names.Where(name => name is not "null").ToArray();
        // Every integer is a number.
        if (values.Length == 2 && values.Contains("integer", StringComparer.Ordinal) && values.Contains("number", StringComparer.Ordinal))
            values = ["number"];
        if (values is [{ } one] && names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            return new SchemaType(one, Nullable: names.Contains("null", StringComparer.Ordinal));
        log.Report(SchemaDiagnostics.WrongValue, type, schema, "type", Needed);
        return null;
    }

    private static string? NameOf(SchemaNode type) =>
        type.Kind == SchemaNodeKind.Text && type.Text is "boolean" or "integer" or "number" or "string" or "array" or "object" or "null" ? type.Text : null;
}
