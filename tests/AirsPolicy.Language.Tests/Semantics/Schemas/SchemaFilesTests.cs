using System.Text;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Language.Tests.Semantics.Schemas;

public class SchemaFilesTests
{
    private const string Order = """
        { "type": "object", "required": ["to"], "properties": {
            "to": { "$ref": "common.json#/$defs/address" }, "fee": { "$ref": "./parts/money.json" }, "kind": { "not": { "$ref": "parts/money.json#/$defs/other" } } } }
        """;

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["schemas/common.json"] =
            """{ "$defs": { "address": { "type": "object", "required": ["city"], "properties": { "city": { "type": "string", "minLength": 2 }, "fee": { "$ref": "parts/money.json" } } } } }""",
        ["schemas/parts/money.json"] =
            """{ "type": "number", "multipleOf": 0.01, "$defs": { "other": { "$ref": "../common.json#/$defs/address" } } }""",
    };

    [Fact]
    public void Members_behind_references_to_other_files_can_be_read()
    {
        var reading = Read(Order);
        Assert.Empty(reading.Diagnostics);
        var order = Assert.IsType<RecordShape>(reading.Shape);
        Assert.Equal(["city", "fee"], Assert.IsType<RecordShape>(order.Find("to")!.Shape).Members.Select(member => member.Name));
        Assert.IsType<DecimalShape>(order.Find("fee")!.Shape);
        Assert.Equal(
            ["schema:/common.json", "schema:/parts/money.json"],
            reading.Shape!.Constraint!.Documents.Select(document => document.Uri));
    }

    [Theory]
    [InlineData("""{ "to": { "city": "Rome", "fee": 1.25 }, "fee": 2 }""", null)]
    [InlineData("""{ "to": { "city": "R" } }""", "'/order/to/city' is a text, where a text of at least 2 characters fits.")]
    [InlineData(
        """{ "to": { "city": "Rome", "fee": 0.001 } }""",
        "'/order/to/fee' is a number that is no multiple, as 'schema:/parts/money.json#/multipleOf' says."
    )]
    [InlineData(
        """{ "to": { "city": "Rome" }, "kind": { "city": "Rome" } }""",
        "'/order/kind' fits the schema that must not fit, as '#/properties/kind/not' says."
    )]
    public void Facts_are_held_to_all_files_while_they_are_read(string order, string? detail)
    {
        var layout = CompiledLayout.Of(LayoutOf(Read(Order)));
        Assert.Null(layout.Root.Members[0].Shape.Obstacle);
        Assert.Equal(detail, new FactReader().Read(layout, Encoding.UTF8.GetBytes($"{{\"order\":{order}}}"), new FactFrame())?.Detail);
    }

    [Fact]
    public void The_published_schema_holds_all_files()
    {
        var published = JsonSchema.Compile(Encoding.UTF8.GetBytes(FactsSchema.Write(LayoutOf(Read(Order))))).Schema!;
        Assert.Equal(SchemaVerdictKind.Fits, published.Validate("""{ "order": { "to": { "city": "Rome", "fee": 1.25 } } }"""u8).Kind);
        Assert.Equal(SchemaVerdictKind.Misfit, published.Validate("""{ "order": { "to": { "city": "Rome", "fee": 0.001 } } }"""u8).Kind);
        Assert.Equal(
            SchemaVerdictKind.Misfit,
            published.Validate("""{ "order": { "to": { "city": "Rome" }, "kind": { "city": "Rome" } } }"""u8).Kind);
    }

    [Theory]
    [InlineData("missing.json", "'$ref' at '#/properties/a' leads to 'missing.json', and there is no such file.")]
    [InlineData(
        "../common.json",
        "'$ref' at '#/properties/a' names '../common.json'; a file is named by its way from this one, in its folder or below, with " +
        "letters, digits, '.', '_' and '-'."
    )]
    [InlineData(
        "/common.json",
        "'$ref' at '#/properties/a' names '/common.json'; a file is named by its way from this one, in its folder or below, with " +
        "letters, digits, '.', '_' and '-'."
    )]
    [InlineData("broken.json", "'$ref' at '#/properties/a' leads to 'broken.json', which is not JSON.")]
    [InlineData("common.json#/$defs/none", "'$ref' at '#/properties/a' names 'common.json#/$defs/none', which is not in this file.")]
    [InlineData(
        "file:///etc/passwd",
        "'$ref' at '#/properties/a' names 'file:///etc/passwd', which is outside the package; nothing is fetched."
    )]
    public void A_reference_to_a_file_that_is_not_there_is_an_error_where_it_stands(string reference, string message)
    {
        _files.Add("schemas/broken.json", "{");
        var reading = Read($"{{ \"type\": \"object\", \"properties\": {{ \"a\": {{ \"$ref\": \"{reference}\" }} }} }}");
        Assert.Null(reading.Shape);
        Assert.Contains(message, reading.Diagnostics.Select(found => found.Message));
    }

    [Fact]
    public void A_mistake_in_another_file_is_shown_in_that_file()
    {
        _files["schemas/common.json"] =
            """{ "$defs": { "address": { "type": "object", "properties": { "city": { "type": "text" } } } } }""";
        var found = Assert.Single(Read(Order).Diagnostics);
        Assert.Equal("schemas/common.json", found.Source.Path);
    }

    [Fact]
    public void Files_that_refer_to_one_another_in_circles_and_too_many_files_come_to_an_end()
    {
        for (var i = 0; i < 100; i++)
            _files[$"schemas/f{i}.json"] = $"{{ \"type\": \"object\", \"properties\": {{ \"a\": {{ \"$ref\": \"f{i + 1}.json\" }} }} }}";
        var members = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"m{i}\": {{ \"$ref\": \"f{99 - i}.json\" }}"));
        Assert.Contains(
            Read($"{{ \"type\": \"object\", \"properties\": {{ {members} }} }}").Diagnostics,
            found => found.Message.Contains("one file too many", StringComparison.Ordinal));
        _files["schemas/f3.json"] = """{ "type": "object", "properties": { "a": { "$ref": "f0.json" }, "b": { "$ref": "order.json" } } }""";
        _files["schemas/order.json"] = """{ "$ref": "f0.json" }""";
        Assert.Empty(Read("""{ "$ref": "f0.json" }""").Diagnostics);
    }

    private SchemaReading Read(string schema) =>
        SchemaReader.Read(
            schema,
            "schemas/order.json",
            (string path, out string content, out string problem) =>
            {
                problem = _files.TryGetValue(path, out var text) ? "" : "there is no such file";
                content = text ?? "";
                return text is not null;
            }
        );

    private static PointLayout LayoutOf(SchemaReading reading) =>
        new("input", new RecordShape([new ShapeMember("order", "order", reading.Shape!)]), [], []);
}
