using System.Globalization;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>The items of lists and how many there are.</summary>
internal static class ListKeywords
{
    public static Shape? Read(SchemaNode schema, SchemaShapes shapes)
    {
        var fits = CountKeywords.Read(schema, "minItems", "maxItems", shapes.Log, out var minimum, out var maximum);
        if (minimum > ListShape.Cap)
        {
            var cap = ListShape.Cap.ToString("N0", CultureInfo.InvariantCulture);
            shapes.Log.Report(SchemaDiagnostics.NothingFits, schema, schema, $"a list holds at most {cap} items");
            fits = false;
        }

        Shape? element = AnyShape.Instance;
        // Items by place differ from those behind them, so that they go whole.
        if (schema["items"] is { } items && schema["prefixItems"] is null)
        {
            element = shapes.Read(items, out var nullable);
            if (element is not null && nullable)
            {
                // Null is absence, and an item of a list is there.
                shapes.LeaveToSchema();
                element = AnyShape.Instance;
            }
        }

        return fits && element is not null ? new ListShape(element, minimum ?? 0, Math.Min(maximum ?? ListShape.Cap, ListShape.Cap)) : null;
    }
}
