using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary><c>x-airs</c>: names a type of the language that JSON Schema has no word for.</summary>
internal static class UnitKeyword
{
    private const string Needed =
        "'money GBP' (with any currency of three capitals), 'share', 'duration', 'instant', 'date', 'size' or 'decimal'";

    public static Shape? Read(SchemaNode schema, SchemaNode unit, SchemaType type, SchemaLog log)
    {
        var shape = unit.Kind != SchemaNodeKind.Text ? null : unit.Text switch
        {
            "share" => ShareShape.Instance,
            "duration" => DurationShape.Instance,
            "instant" => InstantShape.Instance,
            "date" => DateShape.Instance,
            "size" => SizeShape.Instance,
            "decimal" => NumberKeywords.Decimal(schema, log),
            ['m', 'o', 'n', 'e', 'y', ' ', >= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] => new MoneyShape(unit.Text[6..]),
            _ => (Shape?)null,
        };
        if (shape is null)
        {
            if (unit is not { Kind: SchemaNodeKind.Text, Text: "decimal" })
                log.Report(SchemaDiagnostics.WrongValue, unit, schema, "x-airs", Needed);
            return null;
        }

        return CheckRest(schema, shape, log) && CheckType(schema, unit, shape, type.Name, log) ? shape : null;
    }

    // The type bounds its values itself; only decimals can be bounded further.
    private static bool CheckRest(SchemaNode schema, Shape shape, SchemaLog log)
    {
        foreach (var member in schema.Items)
        {
            if (member.Key is "x-airs" or "type" or "title" or "description" or "format" or "$defs" or "$schema" or "$id"
                || SchemaKeywords.IsDescribing(member.Key)
                || (shape is DecimalShape && member.Key is "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum"))
                continue;
            // Members of an amount describe its form on the wire, which is known.
            if (shape is MoneyShape && member.Key is "properties" or "required" or "additionalProperties")
                continue;
            log.Report(SchemaDiagnostics.KeywordOfOtherType, member, schema, member.Key, $"'{schema["x-airs"]!.Text}'");
            return false;
        }

        return true;
    }

    private static bool CheckType(SchemaNode schema, SchemaNode unit, Shape shape, string type, SchemaLog log)
    {
        string[] types = shape switch
        {
            MoneyShape => ["number", "integer", "string", "object"],
            DurationShape or SizeShape => ["string", "number", "integer"],
            InstantShape or DateShape => ["string"],
            _ => ["number", "integer"],
        };
        if (type.Length == 0 || types.Contains(type, StringComparer.Ordinal))
            return true;
        log.Report(SchemaDiagnostics.WrongValue, schema["type"]!, schema, "type", $"'{string.Join("' or '", types)}' beside '{unit.Text}'");
        return false;
    }
}
