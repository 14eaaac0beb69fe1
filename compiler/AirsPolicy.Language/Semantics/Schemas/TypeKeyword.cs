namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>What <c>type</c> says.</summary>
/// <param name="Name">One of the standard's types; null only where nothing else fits; empty where the schema says none, or several.</param>
/// <param name="Nullable">Null fits too.</param>
/// <param name="IsMixed">Values of several types fit.</param>
internal readonly record struct SchemaType(string Name, bool Nullable, bool IsMixed = false);

/// <summary>Reads <c>type</c>.</summary>
internal static class TypeKeyword
{
    private const string Needed = "'boolean', 'integer', 'number', 'string', 'array', 'object' or 'null', or a list of them";

    public static SchemaType? Read(SchemaNode schema, SchemaLog log)
    {
        if (schema["type"] is not { } type)
            return new SchemaType("", Nullable: false);
        var names = type.Kind == SchemaNodeKind.Array ? type.Items.Select(NameOf).ToArray() : [NameOf(type)];
        var values = names.Where(name => name is not "null").ToArray();
        // Every integer is a number.
        if (values.Length == 2 && values.Contains("integer", StringComparer.Ordinal) && values.Contains("number", StringComparer.Ordinal))
            values = ["number"];
        var nullable = names.Contains("null", StringComparer.Ordinal);
        if (values is [] && nullable)
            return new SchemaType("null", Nullable: true);
        if (names.All(name => name is not null) && names.Length > 0 && names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            return values is [{ } one] ? new SchemaType(one, nullable) : new SchemaType("", nullable, IsMixed: true);
        log.Report(SchemaDiagnostics.WrongValue, type, schema, "type", Needed);
        return null;
    }

    private static string? NameOf(SchemaNode type) =>
        type.Kind == SchemaNodeKind.Text && type.Text is "boolean" or "integer" or "number" or "string" or "array" or "object" or "null"
            ? type.Text
            : null;
}
