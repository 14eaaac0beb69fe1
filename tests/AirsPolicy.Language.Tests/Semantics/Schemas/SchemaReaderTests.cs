using AirsPolicy.Collections;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Tests.Semantics.Schemas;

public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("""{"type":"boolean"}""", typeof(BoolShape))]
    [InlineData("""{"type":"integer"}""", typeof(IntShape))]
    [InlineData("""{"type":"number"}""", typeof(DecimalShape))]
    [InlineData("""{"type":["integer","number"]}""", typeof(DecimalShape))]
    [InlineData("""{"type":"string"}""", typeof(TextShape))]
    [InlineData("""{"type":"array"}""", typeof(ListShape))]
    [InlineData("""{"type":"object"}""", typeof(RecordShape))]
    [InlineData("{}", typeof(AnyShape))]
    [InlineData("true", typeof(AnyShape))]
    [InlineData("""{"x-airs":"share"}""", typeof(ShareShape))]
    [InlineData("""{"type":"string","x-airs":"duration"}""", typeof(DurationShape))]
    [InlineData("""{"type":"string","x-airs":"instant"}""", typeof(InstantShape))]
    [InlineData("""{"type":"string","x-airs":"date"}""", typeof(DateShape))]
    [InlineData("""{"type":"integer","x-airs":"size"}""", typeof(SizeShape))]
    [InlineData("""{"type":"number","x-airs":"decimal"}""", typeof(DecimalShape))]
    public void Each_type_has_its_shape(string json, Type shape) => Assert.IsType(shape, ShapeOf(json));

    [Fact]
    public void Money_carries_its_currency() => Assert.Equal(new MoneyShape("GBP"), ShapeOf("""{"type":"number","x-airs":"money GBP"}"""));

    [Fact]
    public void An_object_has_its_members_in_order_and_those_not_required_are_optional() => Assert.Equal(
        new RecordShape(
        [
            new ShapeMember("order-id", "order-id", TextShape.Instance),
            new ShapeMember("note", "note", TextShape.Instance, Optional: true),
        ], Strict: true),
        ShapeOf("""
            { "type": "object", "additionalProperties": false, "required": ["order-id"],
              "properties": { "order-id": { "type": "string" }, "note": { "type": "string" } } }
            """));

    [Fact]
    public void An_object_is_open_unless_it_says_otherwise()
    {
        Assert.True(Assert.IsType<RecordShape>(ShapeOf("""{"type":"object"}""")).Open);
        Assert.True(Assert.IsType<RecordShape>(ShapeOf("""{"type":"object","additionalProperties":true}""")).Open);
        Assert.False(Assert.IsType<RecordShape>(ShapeOf("""{"type":"object","additionalProperties":false}""")).Open);
    }

    [Fact]
    public void A_required_member_without_a_schema_must_be_there_and_can_be_anything() => Assert.Equal(
        new RecordShape([new ShapeMember("id", "id", AnyShape.Instance)], Open: true),
        ShapeOf("""{"type":"object","required":["id"]}"""));

    [Fact]
    public void A_member_that_may_be_null_is_optional_even_where_it_is_required() => Assert.Equal(
        new RecordShape([new ShapeMember("id", "id", IntShape.Instance, Optional: true)], Open: true),
        ShapeOf("""{"type":"object","required":["id"],"properties":{"id":{"type":["integer","null"]}}}"""));

    [Theory]
    [InlineData("""{"type":"integer","minimum":1.5,"exclusiveMaximum":10}""", 2, 9)]
    [InlineData("""{"type":"integer","exclusiveMinimum":1,"minimum":1}""", 2, long.MaxValue)]
    [InlineData("""{"type":"integer","maximum":1e20}""", long.MinValue, long.MaxValue)]
    public void Bounds_of_whole_numbers_are_inclusive_whole_numbers(string json, long minimum, long maximum) =>
        Assert.Equal(new IntShape(minimum, maximum), ShapeOf(json));

    [Fact]
    public void Of_an_inclusive_and_an_exclusive_bound_the_stricter_counts()
    {
        Assert.Equal(new DecimalShape(1m, null, MinimumExcluded: true), ShapeOf("""{"type":"number","minimum":1,"exclusiveMinimum":1}"""));
        Assert.Equal(new DecimalShape(null, 4m), ShapeOf("""{"type":"number","maximum":4,"exclusiveMaximum":5}"""));
    }

    [Fact]
    public void Texts_and_lists_have_lengths_and_texts_a_pattern()
    {
        Assert.Equal(new TextShape(1, 9, "^a"), ShapeOf("""{"type":"string","minLength":1,"maxLength":9.0,"pattern":"^a"}"""));
        Assert.Equal(
            new ListShape(TextShape.Instance, 1, 3),
            ShapeOf("""{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":3}"""));
    }

    [Fact]
    public void A_list_never_holds_more_than_the_language_allows() =>
        Assert.Equal(ListShape.Cap, Assert.IsType<ListShape>(ShapeOf("""{"type":"array","maxItems":5000}""")).MaxItems);

    [Fact]
    public void A_closed_list_of_texts_is_an_enum() =>
        Assert.Equal(new EnumShape(["in-progress", "done"], Rising: false), ShapeOf("""{"enum":["in-progress","done"]}"""));

    [Theory]
    [InlineData("""{"enum":[1,2.0]}""", typeof(IntShape), "1", "2")]
    [InlineData("""{"type":"number","enum":[1.50,2]}""", typeof(DecimalShape), "1.5", "2")]
    [InlineData("""{"enum":[true,"a"]}""", typeof(AnyShape), "true", "\"a\"")]
    public void A_closed_list_of_other_values_is_a_restriction(string json, Type inner, string first, string second)
    {
        var shape = Assert.IsType<RestrictedShape>(ShapeOf(json));
        Assert.IsType(inner, shape.Inner);
        Assert.Equal([first, second], shape.Values);
    }

    [Fact]
    public void A_constant_is_a_closed_list_of_one()
    {
        Assert.Equal(new EnumShape(["a"], Rising: false), ShapeOf("""{"const":"a"}"""));
        Assert.Equal(new RestrictedShape(BoolShape.Instance, ["true"]), ShapeOf("""{"type":"boolean","const":true}"""));
    }

    [Fact]
    public void A_reference_is_followed_inside_the_file() => Assert.Equal(
        new RecordShape([new ShapeMember("to", "to", TextShape.Instance)], Open: true, Strict: true),
        ShapeOf("""
            { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/s", "title": "t", "description": "d",
              "type": "object", "required": ["to"], "properties": { "to": { "$ref": "#/$defs/a~1b%20c", "description": "d" } },
              "$defs": { "a/b c": { "type": "string" } } }
            """));

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","minlength":1}}}""", "AIRS2931", "'minlength' at '#/properties/a'")]
    [InlineData("""{"dependencies":{}}""", "AIRS2931", "'dependencies'")]
    [InlineData("""{"oneOf":[]}""", "AIRS2939", "a list of schemas, at least one")]
    [InlineData("""{"$anchor":"a","$defs":{"b":{"$anchor":"a"}}}""", "AIRS2939", "which another schema of the same resource is called too")]
    [InlineData("""{"x-airs":"share","minimum":0}""", "AIRS2932", "'share'")]
    [InlineData("""{"type":"text"}""", "AIRS2933", "'boolean', 'integer'")]
    [InlineData("""{"type":["string","text"]}""", "AIRS2933", "'type'")]
    [InlineData("""{"type":"object","additionalProperties":3}""", "AIRS2933", "a schema")]
    [InlineData("""{"type":"object","required":["a","a"]}""", "AIRS2933", "each once")]
    [InlineData("""{"type":"string","minLength":-1}""", "AIRS2933", "not negative")]
    [InlineData("""{"type":"number","minimum":1e400}""", "AIRS2933", "28 digits")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#"}""", "AIRS2939", "2020-12")]
    [InlineData("""{"x-airs":"money gbp"}""", "AIRS2933", "three capitals")]
    [InlineData("""{"type":"boolean","x-airs":"date"}""", "AIRS2933", "'string' beside 'date'")]
    [InlineData("""{"$ref":"other.json"}""", "AIRS2935", "outside this file")]
    [InlineData("""{"$ref":"#/$defs/a"}""", "AIRS2935", "not in this file")]
    [InlineData("""{"$ref":"#name"}""", "AIRS2935", "leads to the anchor 'name'")]
    [InlineData("""{"$ref":"#"}""", "AIRS2939", "leads back to itself")]
    [InlineData("false", "AIRS2936", "'false'")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":2}""", "AIRS2936", "minimum lies above")]
    [InlineData("""{"type":"integer","minimum":2.1,"maximum":2.9}""", "AIRS2936", "whole number")]
    [InlineData("""{"type":"string","minLength":3,"maxLength":2}""", "AIRS2936", "'minLength' is more")]
    [InlineData("""{"type":"integer","enum":[1,"a"]}""", "AIRS2936", "not of the type")]
    [InlineData("""{"enum":[]}""", "AIRS2936", "empty")]
    [InlineData("""{"enum":["a"],"const":"b"}""", "AIRS2936", "not among")]
    [InlineData("""{"type":"object","additionalProperties":false,"required":["a"]}""", "AIRS2936", "'a' is required")]
    [InlineData("""{"type":"string","pattern":"(?=a)"}""", "AIRS2938", "pattern")]
    [InlineData("""{"$defs":{"unused":{"type":"nothing"}}}""", "AIRS2933", "/$defs/unused")]
    [InlineData("", "AIRS2930", "ends too early")]
    [InlineData("{\"a\":", "AIRS2930", "ends too early")]
    [InlineData("{,}", "AIRS2930", "not expected")]
    [InlineData("""{"type":"string","type":"string"}""", "AIRS2930", "twice")]
    [InlineData("""{"title":"\ud800"}""", "AIRS2930", "lone surrogate")]
    public void Each_mistake_is_one_error_that_says_where_it_is(string json, string code, string words)
    {
        var reading = SchemaReader.Read(json, "s.json");
        var diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
        Assert.Null(reading.Shape);
    }

    [Fact]
    public void A_schema_that_describes_what_it_gives_no_type_is_warned_of_and_goes_whole()
    {
        var reading = SchemaReader.Read("""{"properties":{"a":{"type":"string"}}}""", "s.json");
        Assert.Equal("AIRS2934", Assert.Single(reading.Diagnostics).Code);
        Assert.IsType<AnyShape>(reading.Shape);
        Assert.False(reading.Shape.Constraint!.Carried);
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}},"additionalProperties":false}""", true)]
    [InlineData("""{"type":"array","items":{"$ref":"#/$defs/a"},"$defs":{"a":{"type":"string","pattern":"^a"}}}""", true)]
    [InlineData("""{"type":"string","format":"date"}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":["string","null"]}}}""", false)]
    [InlineData("""{"type":"integer","multipleOf":2}""", false)]
    [InlineData("""{"type":"string","pattern":"a+?"}""", false)]
    public void A_schema_is_asked_where_its_shape_does_not_say_all(string json, bool carried)
    {
        var reading = SchemaReader.Read(json, "s.json");
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(carried, reading.Shape!.Constraint!.Carried);
    }

    [Fact]
    public void A_member_can_be_read_if_every_branch_that_has_it_agrees_and_is_optional_where_one_lacks_it() =>
        Assert.Equal(
            new RecordShape(
                [
                    new ShapeMember("kind", "kind", new EnumShape(["card", "bank"], Rising: false)),
                    new ShapeMember("id", "id", TextShape.Instance, Optional: true),
                    new ShapeMember("amount", "amount", AnyShape.Instance),
                    new ShapeMember("last", "last", IntShape.Instance, Optional: true),
                ],
                Open: true),
            ShapeOf(
                """
                { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["kind"],
                  "oneOf": [
                    { "properties": { "kind": { "const": "card" }, "amount": { "type": "number" }, "last": { "type": "integer" } }, "required": ["kind", "amount"] },
                    { "properties": { "kind": { "const": "bank" }, "amount": { "type": "string" } }, "required": ["kind", "amount"] }] }
                """
            )
                is RecordShape { Members: var members } record
                ? record with
                {
                    Members = members
                        .OrderBy(m =>
                            m.Name switch
                            {
                                "kind" => 0,
                                "id" => 1,
                                "amount" => 2,
                                _ => 3,
                            }
                        )
                        .ToValueList(),
                }
                : null);

    [Fact]
    public void A_member_that_only_a_condition_asks_for_can_be_read_where_it_is_there() =>
        Assert.Equal(
            new ShapeMember("reason", "reason", TextShape.Instance, Optional: true),
            Assert
                .IsType<RecordShape>(
                    ShapeOf(
                        """
                        { "type": "object", "properties": { "late": { "type": "boolean" } },
                          "if": { "properties": { "late": { "const": true } } }, "then": { "properties": { "reason": { "type": "string" } }, "required": ["reason"] } }
                        """
                    ))
                .Find("reason"));

    [Theory]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", typeof(TextShape), true)]
    [InlineData("""{"allOf":[{"type":"number"},{"type":"integer"}]}""", typeof(IntShape), false)]
    [InlineData("""{"anyOf":[{"type":"integer"},{"type":"number"}]}""", typeof(DecimalShape), false)]
    [InlineData("""{"oneOf":[{"const":"a"},{"const":"b"}]}""", typeof(EnumShape), false)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", typeof(AnyShape), false)]
    [InlineData("""{"type":["string","integer"]}""", typeof(AnyShape), false)]
    [InlineData(
        """{"$ref":"#/$defs/a","$defs":{"a":{"type":"object","properties":{"next":{"$ref":"#/$defs/a"}}}}}""",
        typeof(RecordShape),
        false
    )]
    [InlineData("""{"type":"array","items":{"type":["string","null"]}}""", typeof(ListShape), false)]
    public void Branches_are_joined(string json, Type shape, bool nullable)
    {
        var reading = SchemaReader.Read(json, "s.json");
        Assert.Empty(reading.Diagnostics);
        Assert.IsType(shape, reading.Shape);
        Assert.Equal(nullable, reading.Nullable);
    }

    [Fact]
    public void A_mistake_has_its_line_and_column_in_the_schema_file()
    {
        var diagnostic = Assert.Single(SchemaReader.Read("{\n  \"title\": \"é\", \"fromat\": \"x\"\n}", "s.json").Diagnostics);
        Assert.Equal(
            "s.json:2:27: AIRS2931 'fromat' at '#' is no keyword of JSON Schema 2020-12; leave it out, correct it, or begin it with 'x-'.",
            diagnostic.ToString());
    }

    [Fact]
    public void A_mistake_behind_two_references_is_said_once() => Assert.Single(SchemaReader.Read("""
        { "type": "object", "properties": { "a": { "$ref": "#/$defs/x" }, "b": { "$ref": "#/$defs/x" } },
          "$defs": { "x": { "type": "string", "fromat": "email" } } }
        """, "s.json").Diagnostics);

    [Fact]
    public void References_that_multiply_are_cut_off()
    {
        var definitions = string.Join(
            ',',
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    $$"""
                        "d{{i}}": { "type": "object", "properties": { "a": { "$ref": "#/$defs/d{{i + 1}}" }, "b": { "$ref": "#/$defs/d{{i
                            + 1}}" } } }
                        """
                ));
        var reading = SchemaReader.Read(
            $$"""{ "$ref": "#/$defs/d0", "$defs": { {{definitions}}, "d30": { "type": "string" } } }""",
            "s.json");
        Assert.Equal("AIRS2937", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void A_chain_of_references_is_cut_off()
    {
        var definitions = string.Join(
            ',',
            Enumerable
                .Range(0, 5_000)
                .Select(i =>
                    $$"""
                        "d{{i}}": { "$ref": "#/$defs/d{{i + 1}}" }
                        """
                ));
        var reading = SchemaReader.Read(
            $$"""{ "$ref": "#/$defs/d0", "$defs": { {{definitions}}, "d5000": { "type": "string" } } }""",
            "s.json");
        Assert.Equal("AIRS2937", Assert.Single(reading.Diagnostics).Code);
    }

    [Theory]
    [InlineData('[', 100_000)]
    [InlineData('1', 3_000_000)]
    public void A_file_that_is_too_deep_or_too_large_is_one_error(char unit, int count) =>
        Assert.Equal("AIRS2930", Assert.Single(SchemaReader.Read(new string(unit, count), "s.json").Diagnostics).Code);

    private static Shape ShapeOf(string json)
    {
        var reading = SchemaReader.Read(json, "s.json");
        Assert.Empty(reading.Diagnostics);
        return Assert.IsType<Shape>(reading.Shape, exactMatch: false) with { Constraint = null };
    }
}
