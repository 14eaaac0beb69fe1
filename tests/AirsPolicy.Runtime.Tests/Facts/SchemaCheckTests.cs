using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Tests.Facts;

[Trait("Length", "long")]
public class SchemaCheckTests
{
    private const string Order = """
        {
          "type": "object", "required": ["id", "to"], "propertyNames": { "maxLength": 12 }, "dependentRequired": { "note": ["id"] }, "minProperties": 2,
          "properties": {
            "id": { "type": "string", "pattern": "^o-[0-9]{4}$" }, "day": { "format": "date" }, "amount": { "multipleOf": 0.01, "exclusiveMinimum": 0 },
            "to": { "oneOf": [{ "required": ["street"], "properties": { "kind": { "const": "address" } } }, { "required": ["point"], "properties": { "kind": { "const": "point" } } }] },
            "tags": { "uniqueItems": true, "contains": { "type": "string" }, "maxContains": 3 }, "mode": { "enum": ["a", 1, null, { "b": [2] }] }
          },
          "patternProperties": { "^x-": { "type": ["string", "null"] } },
          "additionalProperties": false
        }
        """;

    [Theory]
    [InlineData("""{ "id": "o-1234", "to": { "kind": "point", "point": 3 } }""", null)]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "x-1": null, "tags": [{ "a": 1, "b": 2 }, { "b": 3.0, "a": 1 }, "a"], "mode": { "b": [2.0] } }""",
        null
    )]
    [InlineData(
        """{ "id": "o-123", "to": { "street": 3 } }""",
        "'/order/id' is a text without a match of '^o-[0-9]{4}$', as '#/properties/id/pattern' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3, "point": 4 } }""",
        "'/order/to' fits more than one of the 2 schemas of which exactly one has to fit, as '#/properties/to/oneOf' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "kind": "address", "point": 4 } }""",
        "'/order/to' fits none of the 2 schemas of which exactly one has to fit, as '#/properties/to/oneOf' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "tags": [{ "a": 1, "b": 2 }, { "b": 2.0, "\u0061": 1 }, "a"] }""",
        "'/order/tags' has two items that are equal, as '#/properties/tags/uniqueItems' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "tags": [1, 2] }""",
        "'/order/tags' has 0 items that fit the schema, where at least 1 have to, as '#/properties/tags/contains' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "more": 1 }""",
        "'/order/more' is refused whatever it is, as '#/additionalProperties' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "x-1": 1 }""",
        "'/order/x-1' is of the type number, where string or null fits, as '#/patternProperties/^x-/type' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "x-1234567890123": null }""",
        "'/order' has a member whose name does not fit, as '#/propertyNames' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "mode": { "b": [3] } }""",
        "'/order/mode' is none of the 4 values that fit, as '#/properties/mode/enum' says."
    )]
    [InlineData(
        """{ "id": "o-1234", "to": { "street": 3 }, "amount": 0.001 }""",
        "'/order/amount' is a number that is no multiple, as '#/properties/amount/multipleOf' says."
    )]
    public void A_value_is_held_to_its_schema_while_it_is_read_and_a_refusal_says_where_and_why(string order, string? detail)
    {
        var layout = LayoutOf(Order);
        Assert.NotNull(layout.Root.Members[0].Shape.Check);
        Assert.Equal(detail, Read(layout, order)?.Detail);
    }

    [Fact]
    public void Asking_a_schema_while_a_value_is_read_allocates_nothing()
    {
        var layout = LayoutOf(Order);
        var reader = new FactReader();
        var frame = new FactFrame();
        var json =
            """{ "order": { "id": "o-1234", "day": "2027-01-31", "amount": 19.95, "to": { "kind": "point", "point": [1] }, "tags": [{ "a": 1, "b": "\u00e9" }, 1.50, "a", "b"], "mode": { "b": [2] }, "x-\u0061": null } }"""u8.ToArray();
        Assert.Null(reader.Read(layout, json, frame));
        Assert.Equal(0, Allocated.Least(() => reader.Read(layout, json, frame)));
    }

    [Theory]
    [InlineData("""{ "$dynamicAnchor": "a", "items": { "$dynamicRef": "#a" } }""", "'$dynamicRef'")]
    [InlineData("""{ "allOf": [{ "properties": { "a": true } }], "unevaluatedProperties": false }""", "'unevaluatedProperties'")]
    [InlineData("""{ "contains": { "type": "string" }, "unevaluatedItems": false }""", "'unevaluatedItems'")]
    [InlineData("""{ "format": "regex" }""", "'regex'")]
    [InlineData("""{ "maximum": 1e400 }""", "a number that no fact can be")]
    [InlineData("""{ "multipleOf": 0.12345678901234567890123 }""", "'multipleOf'")]
    [InlineData(
        """{ "patternProperties": { "a": {"type":"null"}, "b": {"type":"null"}, "c": {"type":"null"}, "d": {"type":"null"}, "e": {"type":"null"}, "f": {"type":"null"}, "g": {"type":"null"} } }""",
        "more than 6 patterns"
    )]
    public void What_cannot_be_asked_while_a_value_is_read_is_named(string schema, string obstacle)
    {
        var value = LayoutOf(schema).Root.Members[0].Shape;
        Assert.Null(value.Check);
        Assert.Contains(obstacle, value.Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "properties": { "a": true }, "unevaluatedProperties": false }""", """{ "b": 1 }""")]
    [InlineData("""{ "prefixItems": [true], "unevaluatedItems": { "type": "string" } }""", "[1, 2]")]
    public void What_others_have_left_is_known_where_there_are_no_others(string schema, string value)
    {
        var layout = LayoutOf(schema);
        Assert.NotNull(layout.Root.Members[0].Shape.Check);
        Assert.NotNull(Read(layout, value));
    }

    [Fact]
    public void More_schemas_about_one_value_than_there_are_bits_are_asked_afterwards()
    {
        var branches = string.Join(',', Enumerable.Range(0, 70).Select(i => $"{{ \"const\": {i} }}"));
        var layout = LayoutOf($"{{ \"anyOf\": [{branches}] }}");
        Assert.Contains("more than 64 schemas", layout.Root.Members[0].Shape.Obstacle, StringComparison.Ordinal);
        Assert.Null(Read(layout, "69"));
        Assert.NotNull(Read(layout, "70"));
    }

    [Fact]
    public void Comparing_at_every_level_of_a_deep_value_ends_as_over_the_limit()
    {
        var layout = LayoutOf("""{ "uniqueItems": true, "items": { "$ref": "#" } }""");
        var value = new string('[', 60) + "[" + string.Join(',', Enumerable.Range(0, 900_000)) + "]" + new string(']', 60);
        Assert.Equal(FailureKind.OverLimit, Read(layout, value)?.Kind);
    }

    [Theory]
    [InlineData("19.95", true)]
    [InlineData("1995e-2", true)]
    [InlineData("-0", true)]
    [InlineData("19.951", false)]
    [InlineData("1e3", false)]
    public void The_number_that_was_read_last_is_the_one_that_is_asked(string amount, bool fits)
    {
        const string schema = """
            { "properties": { "before": { "enum": [1] }, "amount": { "multipleOf": 0.01, "maximum": 999 }, "after": { "enum": [7, 8] } } }
            """;
        var record = new RecordShape(
        [
            new ShapeMember("before", "before", IntShape.Instance),
            new ShapeMember("amount", "amount", DecimalShape.Instance),
            new ShapeMember("after", "after", IntShape.Instance),
        ])
        {
            Constraint = new SchemaConstraint(schema, [], Carried: false, AssertFormats: true),
        };
        var layout = LayoutOf(record);
        Assert.NotNull(layout.Root.Members[0].Shape.Check);
        string Order(string after) => $$"""{ "before": 1, "amount": {{amount}}, "after": {{after}} }""";
        Assert.Equal(fits, Read(layout, Order("7")) is null);
        Assert.NotNull(Read(layout, Order("9")));
    }

    private static Failure? Read(CompiledLayout layout, string order) =>
        new FactReader().Read(layout, Encoding.UTF8.GetBytes($"{{\"order\":{order}}}"), new FactFrame());

    private static CompiledLayout LayoutOf(string schema) =>
        LayoutOf(new AnyShape { Constraint = new SchemaConstraint(schema, [], Carried: false, AssertFormats: true) });

    private static CompiledLayout LayoutOf(Shape order) =>
        CompiledLayout.Of(new PointLayout("input", new RecordShape([new ShapeMember("order", "order", order)]), [], []));
}
