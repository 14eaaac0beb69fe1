using System.Text;
using AirsPolicy.Benchmarks.References;
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

    private const string Bar = "at most 2x reading its tokens, 0 B";

    private const string Line = """
        { "type": "object", "properties": { "sku": { "type": "string", "minLength": 3, "maxLength": 12 }, "title": { "type": "string" }, "quantity": { "type": "integer", "minimum": 1 },
          "price": { "type": "number", "minimum": 0 }, "unit": { "enum": ["each", "box"] } }, "required": ["sku", "quantity"], "additionalProperties": false }
        """;

    private const string Lines =
        """{"order":"o-20270131-4711","lines":[{0},{0},{0},{0},{0},{0},{0},{0},{0},{0}]}""";

    private const string OneLine = """{"sku":"AB-1234","title":"A box of something useful","quantity":12,"price":19.95,"unit":"box"}""";

    // A tool as servers publish them.
    private const string Shipment = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "properties": {
            "order_id": { "type": "string", "pattern": "^o-[0-9]{8}-[0-9]{4}$" },
            "customer": {
              "type": "object",
              "properties": {
                "id": { "type": "string", "format": "uuid" },
                "name": { "type": "string", "minLength": 1, "maxLength": 80 },
                "email": { "type": "string", "format": "email", "maxLength": 254 },
                "language": { "type": "string", "enum": ["de", "en", "fr", "it"] }
              },
              "required": ["id", "email"],
              "additionalProperties": false
            },
            "recipient": {
              "oneOf": [
                {
                  "type": "object",
                  "properties": {
                    "kind": { "const": "address" },
                    "street": { "type": "string", "minLength": 1, "maxLength": 80 },
                    "postcode": { "type": "string", "pattern": "^[0-9]{5}$" },
                    "city": { "type": "string", "minLength": 1, "maxLength": 80 },
                    "country": { "type": "string", "pattern": "^[A-Z]{2}$" }
                  },
                  "required": ["kind", "street", "postcode", "city", "country"],
                  "additionalProperties": false
                },
                {
                  "type": "object",
                  "properties": { "kind": { "const": "point" }, "point": { "type": "string", "minLength": 4, "maxLength": 12 } },
                  "required": ["kind", "point"],
                  "additionalProperties": false
                }
              ]
            },
            "deliver_on": { "type": "string", "format": "date" },
            "insured": { "type": "boolean" },
            "lines": {
              "type": "array",
              "minItems": 1,
              "maxItems": 50,
              "items": {
                "type": "object",
                "properties": {
                  "sku": { "type": "string", "pattern": "^[A-Z]{2}-[0-9]{4}$" },
                  "title": { "type": "string", "minLength": 1, "maxLength": 120 },
                  "quantity": { "type": "integer", "minimum": 1, "maximum": 500 },
                  "price": { "type": "number", "minimum": 0, "multipleOf": 0.01 },
                  "unit": { "type": "string", "enum": ["each", "box", "pallet"] }
                },
                "required": ["sku", "quantity"],
                "additionalProperties": false
              }
            },
            "callback": { "type": "string", "format": "uri" },
            "note": { "type": "string", "maxLength": 500 }
          },
          "required": ["order_id", "customer", "recipient", "lines"],
          "additionalProperties": false
        }
        """;

    private const string ShipmentArguments =
        """
        {"order_id":"o-20270131-4711","customer":{"id":"7d1f0c9e-33a5-4f0b-9a57-0f6e3d0c2b11","name":"Ada Example","email":"ada@example.org","language":"de"},"recipient":{"kind":"address","street":"12 Long Lane","postcode":"10115","city":"Berlin","country":"DE"},"deliver_on":"2027-02-04","insured":true,"lines":[{0},{0},{0},{0},{0}],"callback":"https://shop.example.org/hooks/shipments?id=4711","note":"Leave it with the neighbours on the second floor, who are at home all day."}
        """;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("1 KB of arguments, schema carried by its shape", Bar, () => Figure(Order(""), Lines));
        yield return new QuickRow(
            "  where one keyword is asked in the pass",
            Bar,
            () => Figure(Order(""", "dependentRequired": { "note": ["order"] } """), Lines));
        yield return new QuickRow(
            "  of a tool with enum, pattern, format, multipleOf and oneOf",
            Bar,
            () => Figure(Shipment, ShipmentArguments));
        yield return new QuickRow(
            "  where the plain validator has to be asked",
            "",
            () => Figure(Order(""", "allOf": [true], "unevaluatedProperties": true """), Lines, isBar: false));
    }

    private static string Order(string more) =>
        $$"""
            { "type": "object", "properties": { "order": { "type": "string" }, "note": { "type": "string" }, "lines": { "type": "array", "items": {{Line}} } },
              "required": ["order", "lines"]{{more}} }
            """;

    private static QuickFigure Figure(string schema, string arguments, bool isBar = true)
    {
        var reading = SchemaReader.Read(schema, "arguments.json");
        var layout = CompiledLayout.Of(
            new PointLayout("input", new RecordShape([new ShapeMember("args", "args", reading.Shape!)]), [], []));
        var json = Encoding.UTF8.GetBytes("{\"args\":" + arguments.Replace("{0}", OneLine, StringComparison.Ordinal) + "}");
        var reader = new FactReader();
        var frame = new FactFrame();
        if (reader.Read(layout, json, frame) is { } failure)
            throw new InvalidOperationException(failure.Detail);
        var tokens = 0;
        var times = Measure.Nanoseconds(
            Operations,
            () =>
            {
                for (var i = 0; i < Operations; i++)
                    reader.Read(layout, json, frame);
            },
            () =>
            {
                for (var i = 0; i < Operations; i++)
                    tokens += JsonTokens.Count(json);
            });
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Read(layout, json, frame);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return QuickFigure.Against(
            times[0],
            times[1],
            isBar ? 2 : double.MaxValue,
            !isBar || allocated == 0,
            $", {allocated} B for {json.Length} B");
    }
}
