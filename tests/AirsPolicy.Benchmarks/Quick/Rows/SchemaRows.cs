using System.Text;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What reading 1 KB of arguments into a frame costs while they are held to their JSON Schema.</summary>
internal static class SchemaRows
{
    private const int Operations = 5_000;

    private const string Line = """
        { "type": "object", "properties": { "sku": { "type": "string", "minLength": 3, "maxLength": 12 }, "title": { "type": "string" }, "quantity": { "type": "integer", "minimum": 1 },
          "price": { "type": "number", "minimum": 0 }, "unit": { "enum": ["each", "box"] } }, "required": ["sku", "quantity"], "additionalProperties": false }
        """;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("1 KB of arguments, schema carried by its shape", "at most 2.5 µs, 0 B", () => Figure(""));
        yield return new QuickRow("  where the schema itself is asked", "at most 2.5 µs, 0 B", () => Figure(""", "dependentRequired": { "note": ["order"] } """));
    }

    private static QuickFigure Figure(string more)
    {
        var reading = SchemaReader.Read(
            $$"""
            { "type": "object", "properties": { "order": { "type": "string" }, "note": { "type": "string" }, "lines": { "type": "array", "items": {{Line}} } },
              "required": ["order", "lines"]{{more}} }
            """,
            "arguments.json");
        var layout = CompiledLayout.Of(new PointLayout("input", new RecordShape([new ShapeMember("args", "args", reading.Shape!)]), [], []));
        var line = """{"sku":"AB-1234","title":"A box of something useful","quantity":12,"price":19.95,"unit":"box"}""";
        var json = Encoding.UTF8.GetBytes($$$"""{"args":{"order":"o-20270131-4711","lines":[{{{string.Join(',', Enumerable.Repeat(line, 10))}}}]}}""");
        var reader = new FactReader();
        var frame = new FactFrame();
        if (reader.Read(layout, json, frame) is { } failure)
            throw new InvalidOperationException(failure.Detail);
        var time = Measure.Nanoseconds(Operations, () =>
        {
            for (var i = 0; i < Operations; i++)
                reader.Read(layout, json, frame);
        })[0];
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(layout, json, frame);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new QuickFigure($"{time / 1000:F1} µs, {allocated} B for {json.Length} bytes", time <= 2_500 && allocated == 0);
    }
}
