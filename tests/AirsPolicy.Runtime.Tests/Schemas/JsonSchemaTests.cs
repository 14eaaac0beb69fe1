using System.Text;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Runtime.Tests.Schemas;

public class JsonSchemaTests
{
    [Theory]
    [InlineData("""{ "multipleOf": 0.1 }""", "0.3", true)]
    [InlineData("""{ "multipleOf": 0.01 }""", "1e30", true)]
    [InlineData("""{ "multipleOf": 7 }""", "1e999999", false)]
    [InlineData("""{ "multipleOf": 1e-400 }""", "1", true)]
    [InlineData("""{ "maximum": 9007199254740992 }""", "9007199254740993", false)]
    [InlineData("""{ "maximum": 1e400 }""", "1e401", false)]
    [InlineData("""{ "exclusiveMinimum": -1e-400 }""", "-1e-401", true)]
    [InlineData("""{ "const": 1 }""", "1.0", true)]
    [InlineData("""{ "const": 100 }""", "1e2", true)]
    [InlineData("""{ "type": "integer" }""", "1.50e1", true)]
    [InlineData("""{ "type": "integer" }""", "1.5", false)]
    [InlineData("""{ "const": { "a": 1, "b": [0] } }""", """{ "b": [-0.0], "a": 1e0 }""", true)]
    public void Numbers_are_compared_and_divided_exactly(string schema, string value, bool fits) => Expect(schema, value, fits);

    [Theory]
    [InlineData("""{ "maxLength": 1 }""", "\"\U0001F600\"", true)]
    [InlineData("""{ "minLength": 2 }""", "\"\U0001F600\"", false)]
    [InlineData("""{ "minLength": 2.0 }""", "\"ab\"", true)]
    public void Lengths_count_scalars(string schema, string value, bool fits) => Expect(schema, value, fits);

    [Theory]
    [InlineData(@"^\\d+$", "\u0664", false)]
    [InlineData(@"^\\w$", "\u00E9", false)]
    [InlineData(@"\\bcaf\\b", "caf\u00E9", true)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData(@"^\\s$", "\uFEFF", true)]
    [InlineData(@"^[\\w.\\-]+@[^]+?$", "a-b.c@x", true)]
    [InlineData(@"^\\cJ\\x41\\u0042\\u{43}$", "\nABC", true)]
    [InlineData(@"^(?<year>\\d{4})-(?:\\d\\d)$", "2027-01", true)]
    [InlineData("^{a}]$", "{a}]", true)]
    [InlineData("[]", "a", false)]
    [InlineData(@"^\\p{Script=Greek}\\P{L}$", "\u03B1\u0031", true)]
    [InlineData(@"^(x\\uDDDDy|ab)", "abc", true)] // half of a surrogate pair, beside what is written in full
    [InlineData(@"\\uD83D", "\uD83D\uDE00", false)] // which no whole pair has
    [InlineData(@"^\\uD83D\\uDE00$", "\uD83D\uDE00", true)]
    public void Patterns_are_those_of_ECMAScript(string pattern, string text, bool fits)
    {
        var value = System.Text.Json.JsonSerializer.Serialize(text);
        Expect($$"""{ "pattern": "{{pattern}}" }""", value, fits);
    }

    [Theory]
    [InlineData("(?=a)", "it looks around")]
    [InlineData("(?<!a)b", "it looks around")]
    [InlineData(@"(a)\\1", "it refers back to a group")]
    [InlineData("a{9999}", "it repeats more than 1000 times by number")]
    [InlineData("(a", "a '(' has no ')'")]
    [InlineData("a)", "a ')' closes no group")]
    [InlineData("[b-a]", "a range of a class runs backwards")]
    [InlineData("a**", "there is nothing to repeat")]
    [InlineData(@"\\q", @"'\q' has no meaning")]
    [InlineData("((((((((a{99}){99}){99}){99}){99}){99}){99}){99})", "is too large a pattern")]
    public void A_pattern_that_cannot_be_matched_is_an_error_of_the_schema(string pattern, string clause)
    {
        var error = Refused($$"""{ "pattern": "{{pattern}}" }""");
        Assert.Equal((SchemaErrorKind.Pattern, "#/pattern"), (error.Kind, error.Place));
        Assert.Contains(clause, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_says_where_the_value_and_the_keyword_are_and_not_what_the_value_is()
    {
        var schema = Compiled(
            """{ "properties": { "a/b": { "items": { "$ref": "#/$defs/low" } } }, "$defs": { "low": { "maximum": 10 } } }"""
        );
        var verdict = schema.Validate("""{ "a/b": [1, 4711] }"""u8);
        Assert.Equal(SchemaVerdictKind.Misfit, verdict.Kind);
        Assert.Equal("/a~1b/1", verdict.ValuePath);
        Assert.Equal("#/$defs/low/maximum", verdict.Keyword);
        Assert.Equal("'/a~1b/1' is a number above the maximum, as '#/$defs/low/maximum' says.", verdict.Detail);
    }

    [Theory]
    [InlineData(
        """{ "type": "text" }""",
        SchemaErrorKind.Keyword,
        "'#/type' needs 'null', 'boolean', 'number', 'integer', 'string', 'array' or 'object', or a list of them."
    )]
    [InlineData(
        """{ "properties": { "a": { "minLength": -1 } } }""",
        SchemaErrorKind.Keyword,
        "'#/properties/a/minLength' needs a whole number that is not negative."
    )]
    [InlineData("""{ "multipleOf": 0 }""", SchemaErrorKind.Keyword, "'#/multipleOf' needs a number above zero.")]
    [InlineData("""{ "items": 3 }""", SchemaErrorKind.Keyword, "'#/items' needs a schema: a record, true or false.")]
    [InlineData("3", SchemaErrorKind.Keyword, "'#' is no schema, where a record, true or false is one.")]
    [InlineData(
        """{ "$ref": "#/$defs/a" }""",
        SchemaErrorKind.Reference,
        "'#/$ref' leads to '/$defs/a', which is no schema in 'schema:/'."
    )]
    [InlineData("""{ "$ref": "#a" }""", SchemaErrorKind.Reference, "'#/$ref' leads to the anchor 'a', which 'schema:/' does not have.")]
    [InlineData(
        """{ "$ref": "https://example.org/a" }""",
        SchemaErrorKind.Reference,
        "'#/$ref' leads to 'https://example.org/a', which is none of the documents handed in; hand that document in, or correct the " +
        "reference."
    )]
    [InlineData(
        """{ "allOf": [{ "$ref": "#" }] }""",
        SchemaErrorKind.Circular,
        "'#' leads back to itself over '#/allOf/0' without going deeper into the value."
    )]
    [InlineData(
        """{ "$defs": { "a": { "$id": "https://example.org/x" }, "b": { "$id": "https://example.org/x" } } }""",
        SchemaErrorKind.Address,
        "'#/$defs/b' has the address 'https://example.org/x', which another schema has too; each schema has one of its own."
    )]
    [InlineData(
        """{ "$schema": "https://example.org/x" }""",
        SchemaErrorKind.Vocabulary,
        "'#/$schema' names 'https://example.org/x', which is neither 'https://json-schema.org/draft/2020-12/schema' nor a meta-schema " +
        "handed in."
    )]
    [InlineData(
        """{ "a": 1, "a": 2 }""",
        SchemaErrorKind.Unreadable,
        "'#' cannot be read: the name at byte 10 stands twice in its record."
    )]
    [InlineData(
        """{ "a": "\ud800" }""",
        SchemaErrorKind.Unreadable,
        "'#' cannot be read: the text at byte 7 holds half of a surrogate pair."
    )]
    [InlineData("""{ "a": """, SchemaErrorKind.Unreadable, "'#' cannot be read: it is not JSON from line 1, byte 8 on.")]
    public void A_schema_with_a_mistake_is_an_error_that_says_where(string schema, SchemaErrorKind kind, string detail)
    {
        var error = Refused(schema);
        Assert.Equal((kind, detail), (error.Kind, error.Detail));
    }

    [Fact]
    public void A_required_vocabulary_that_is_not_known_is_an_error()
    {
        var metaSchema = new SchemaDocument(
            "https://example.org/meta",
            """{ "$id": "https://example.org/meta", "$vocabulary": { "https://example.org/new": true } }"""u8.ToArray());
        var compilation = JsonSchema.Compile("""{ "$schema": "https://example.org/meta" }"""u8, [metaSchema]);
        Assert.Equal(SchemaErrorKind.Vocabulary, compilation.Error!.Kind);
        Assert.Equal("https://example.org/meta#/$vocabulary", compilation.Error.Place);
    }

    [Fact]
    public void References_lead_to_the_documents_handed_in()
    {
        SchemaDocument[] documents =
        [
            new("https://example.org/a.json", """{ "properties": { "b": { "$ref": "b.json#name" } } }"""u8.ToArray()),
            new("https://example.org/b.json", """{ "$defs": { "n": { "$anchor": "name", "type": "string" } } }"""u8.ToArray()),
        ];
        var compilation = JsonSchema.Compile("""{ "$ref": "https://example.org/a.json" }"""u8, documents);
        Assert.Null(compilation.Error);
        var verdict = compilation.Schema!.Validate("""{ "b": 1 }"""u8);
        Assert.Equal("https://example.org/b.json#/$defs/n/type", verdict.Keyword);
    }

    [Fact]
    public void A_circle_that_only_a_dynamic_reference_closes_ends_the_validation()
    {
        var schema = Compiled("""{ "$dynamicAnchor": "a", "allOf": [{ "$dynamicRef": "#a" }] }""");
        Assert.Equal(SchemaVerdictKind.OverLimit, schema.Validate("1"u8).Kind);
    }

    [Fact]
    public void Work_that_doubles_at_each_level_ends_the_validation()
    {
        var text = new StringBuilder("{ \"$ref\": \"#/$defs/a0\", \"$defs\": {");
        for (var i = 0; i < 40; i++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\"a{i}\": {{ \"anyOf\": [{{ \"$ref\": \"#/$defs/a{i + 1}\" }}, {{ \"$ref\": \"#/$defs/a{i + 1}\" }}] }},");
        text.Append("\"a40\": false } }");
        Assert.Equal(SchemaVerdictKind.OverLimit, Compiled(text.ToString()).Validate("1"u8).Kind);
    }

    [Fact]
    public void A_chain_of_references_as_long_as_a_document_is_compiled_and_ends_the_validation()
    {
        var text = new StringBuilder("{ \"$ref\": \"#/$defs/a0\", \"$defs\": {");
        for (var i = 0; i < 5_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"a{i}\": {{ \"$ref\": \"#/$defs/a{i + 1}\" }},");
        text.Append("\"a5000\": true } }");
        Assert.Equal(SchemaVerdictKind.OverLimit, Compiled(text.ToString()).Validate("1"u8).Kind);
    }

    [Theory]
    [InlineData("[[[[[[[[]]]]]]]]", SchemaVerdictKind.OverLimit)]
    [InlineData("123456789012345678901234567890123", SchemaVerdictKind.OverLimit)]
    [InlineData("1 2", SchemaVerdictKind.Unreadable)]
    [InlineData("""{ "a": 1, "\u0061": 1 }""", SchemaVerdictKind.Unreadable)]
    [InlineData("", SchemaVerdictKind.Unreadable)]
    public void A_value_that_cannot_be_read_is_refused(string value, SchemaVerdictKind kind)
    {
        var limits = new SchemaLimits(MaxDepth: 4, MaxValueBytes: 32);
        Assert.Equal(
            kind,
            JsonSchema
                .Compile("true"u8, options: new SchemaOptions { Limits = limits })
                .Schema!.Validate(Encoding.UTF8.GetBytes(value))
                .Kind);
    }

    [Fact]
    public void Formats_annotate_unless_they_are_asked_for()
    {
        const string schema = """{ "format": "date" }""";
        Expect(schema, "\"tomorrow\"", true);
        var asserting = JsonSchema.Compile(Encoding.UTF8.GetBytes(schema), options: new SchemaOptions { AssertFormats = true }).Schema!;
        Assert.Equal("The value is no date, as '#/format' says.", asserting.Validate("\"tomorrow\""u8).Detail);
        Assert.Equal(SchemaVerdictKind.Fits, asserting.Validate("\"2027-02-28\""u8).Kind);
    }

    private static void Expect(string schema, string value, bool fits) =>
        Assert.Equal(
            fits ? SchemaVerdictKind.Fits : SchemaVerdictKind.Misfit,
            Compiled(schema).Validate(Encoding.UTF8.GetBytes(value)).Kind);

    private static JsonSchema Compiled(string schema)
    {
        var compilation = JsonSchema.Compile(Encoding.UTF8.GetBytes(schema));
        Assert.Null(compilation.Error?.Detail);
        return compilation.Schema!;
    }

    private static SchemaError Refused(string schema)
    {
        var compilation = JsonSchema.Compile(Encoding.UTF8.GetBytes(schema));
        Assert.Null(compilation.Schema);
        return compilation.Error!;
    }
}
