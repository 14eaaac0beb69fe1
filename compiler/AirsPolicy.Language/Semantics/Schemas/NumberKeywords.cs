using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>The bounds of numbers.</summary>
internal static class NumberKeywords
{
    public static Shape? Decimal(SchemaNode schema, SchemaLog log)
    {
        if (!Bounds(schema, log, out var low, out var high))
            return null;
        return new DecimalShape(low?.Value, high?.Value, low?.Excluded ?? false, high?.Excluded ?? false);
    }

    public static Shape? Integer(SchemaNode schema, SchemaLog log)
    {
        if (!Bounds(schema, log, out var low, out var high))
            return null;
        var minimum = low is { } l ? l.Excluded ? decimal.Floor(l.Value) + 1 : decimal.Ceiling(l.Value) : long.MinValue;
        var maximum = high is { } h ? h.Excluded ? decimal.Ceiling(h.Value) - 1 : decimal.Floor(h.Value) : long.MaxValue;
        if (minimum > maximum || minimum > long.MaxValue || maximum < long.MinValue)
        {
            log.Report(SchemaDiagnostics.NothingFits, schema, schema, "no 64-bit whole number lies within the bounds");
            return null;
        }

        return new IntShape((long)Math.Max(minimum, long.MinValue), (long)Math.Min(maximum, long.MaxValue));
    }

    private static bool Bounds(SchemaNode schema, SchemaLog log, out Bound? low, out Bound? high)
    {
        var fits =
            Read(schema, "minimum", "exclusiveMinimum", log, 1, out low) & Read(schema, "maximum", "exclusiveMaximum", log, -1, out high);
        if (!fits || low is not { } l || high is not { } h)
            return fits;
        if (l.Value < h.Value || (l.Value == h.Value && !l.Excluded && !h.Excluded))
            return true;
        log.Report(SchemaDiagnostics.NothingFits, schema, schema, "the minimum lies above the maximum");
        return false;
    }

    // Of an inclusive and an exclusive bound the stricter counts; `direction` is 1 where more is stricter.
    private static bool Read(SchemaNode schema, string inclusive, string exclusive, SchemaLog log, int direction, out Bound? bound)
    {
        bound = null;
        if (!Number(schema, inclusive, log, out var included) | !Number(schema, exclusive, log, out var excluded))
            return false;
        if (included is { } i)
            bound = new Bound(i, Excluded: false);
        if (excluded is { } e && (included is null || e.CompareTo(included.Value) * direction >= 0))
            bound = new Bound(e, Excluded: true);
        return true;
    }

    private static bool Number(SchemaNode schema, string keyword, SchemaLog log, out decimal? value)
    {
        value = null;
        if (schema[keyword] is not { } node)
            return true;
        value = node.Number;
        if (value is not null)
            return true;
        log.Report(SchemaDiagnostics.WrongValue, node, schema, keyword, "a number of at most 28 digits");
        return false;
    }

    private readonly record struct Bound(decimal Value, bool Excluded);
}
