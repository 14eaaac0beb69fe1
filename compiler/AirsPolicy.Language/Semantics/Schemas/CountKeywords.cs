namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Reads the keywords whose value is a whole number that is not negative.</summary>
internal static class CountKeywords
{
    /// <summary>Reads a least and a greatest count; false where one is none or nothing lies between.</summary>
    public static bool Read(SchemaNode schema, string least, string greatest, SchemaLog log, out int? minimum, out int? maximum)
    {
        if (!One(schema, least, log, out minimum) | !One(schema, greatest, log, out maximum))
            return false;
        if (minimum is null || maximum is null || minimum <= maximum)
            return true;
        log.Report(SchemaDiagnostics.NothingFits, schema, schema, $"'{least}' is more than '{greatest}'");
        return false;
    }

    private static bool One(SchemaNode schema, string keyword, SchemaLog log, out int? value)
    {
        value = null;
        if (schema[keyword] is not { } node)
            return true;
        if (node.Number is not { } number || number < 0 || number != decimal.Truncate(number))
        {
            log.Report(SchemaDiagnostics.WrongValue, node, schema, keyword, "a whole number that is not negative");
            return false;
        }

        value = (int)Math.Min(number, int.MaxValue);
        return true;
    }
}
