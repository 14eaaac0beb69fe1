using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Tests.Facts;

public partial class ShapeSchemaTests
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // How numbers and times are written as texts is held to the reader by the laws of FactsSchemaLaws.
    public static TheoryData<Shape, string> Shapes => new()
    {
        { BoolShape.Instance, """{"type":"boolean","x-airs":"bool"}""" },
        { new IntShape(1, 9), """{"type":"integer","x-airs":"int","minimum":1,"maximum":9}""" },
        { new DecimalShape(0, 5), """{"type":"number","x-airs":"decimal","minimum":0,"maximum":5}""" },
        { new DecimalShape(0, 5, true, true), """{"type":"number","x-airs":"decimal","exclusiveMinimum":0,"exclusiveMaximum":5}""" },
        { ShareShape.Instance, """{"type":"number","x-airs":"share","minimum":0,"maximum":1,"multipleOf":0.000001}""" },
        { new MoneyShape("GBP"), """{"x-airs":"money GBP","oneOf":[{"type":"number"},{"type":"string","minLength":1,"pattern":"…"},{"type":"object","properties":{"amount":{"oneOf":[{"type":"number"},{"type":"string","minLength":1,"pattern":"…"}]},"currency":{"const":"GBP"}},"required":["amount","currency"],"additionalProperties":false}]}""" },
        { DurationShape.Instance, """{"x-airs":"duration","oneOf":[{"type":"number","minimum":0,"maximum":922337203685.4775807,"multipleOf":0.0000001},{"type":"string","minLength":1,"pattern":"…"}]}""" },
        { SizeShape.Instance, """{"x-airs":"size","oneOf":[{"type":"number","minimum":0,"maximum":9223372036854775807,"multipleOf":1},{"type":"string","minLength":1,"pattern":"…"}]}""" },
        { InstantShape.Instance, """{"type":"string","x-airs":"instant","format":"date-time"}""" },
        { DateShape.Instance, """{"type":"string","x-airs":"date","format":"date"}""" },
        { new TextShape(), """{"type":"string","x-airs":"text"}""" },
        { new TextShape(2, 5, "^a"), """{"type":"string","x-airs":"text","minLength":2,"maxLength":5,"pattern":"^a"}""" },
        { new EnumShape(["calm", "angry"], true), """{"x-airs":"rising","enum":["calm","angry"]}""" },
        { new EnumShape(["red", "blue"], false), """{"x-airs":"one of","enum":["red","blue"]}""" },
        { new ListShape(BoolShape.Instance, 1, 3), """{"type":"array","minItems":1,"maxItems":3,"items":{"type":"boolean","x-airs":"bool"}}""" },
        { new RestrictedShape(IntShape.Instance, ["1", "3"]), """{"type":"integer","x-airs":"int","minimum":-9223372036854775808,"maximum":9223372036854775807,"enum":[1,3]}""" },
        { new RecordShape([new("a", "a", BoolShape.Instance), new("b", "b", DateShape.Instance, true)], false, true), """{"type":"object","properties":{"a":{"type":"boolean","x-airs":"bool"},"b":{"type":"string","x-airs":"date","format":"date"}},"additionalProperties":false,"required":["a"]}""" },
        { new RecordShape([new("a", "a", BoolShape.Instance)], true), """{"type":"object","properties":{"a":{"anyOf":[{"type":"boolean","x-airs":"bool"},{"type":"null"}]}},"additionalProperties":true}""" },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void A_fact_is_described_by_its_type_or_null(Shape shape, string expected) =>
        Assert.Equal($$"""{"anyOf":[{{expected}},{"type":"null"}]}""", Of(shape, note: null));

    [Fact]
    public void A_fact_of_any_type_is_held_to_nothing() => Assert.Equal("""{"x-airs":"any"}""", Of(AnyShape.Instance, note: null));

    [Fact]
    public void A_required_fact_is_not_null_and_says_what_it_means() =>
        Assert.Equal(
            """{"description":"Whether it rains.","type":"boolean","x-airs":"bool"}""",
            Of(BoolShape.Instance, new FactNote("fact", "Whether it rains.", true, [])));

    [Fact]
    public void A_fact_without_anything_to_say_has_no_description() =>
        Assert.Equal("""{"type":"boolean","x-airs":"bool"}""", Of(BoolShape.Instance, new FactNote("fact", "", true, [])));

    [Fact]
    public void Required_members_of_an_open_record_are_listed() =>
        Assert.Equal(
            """{"type":"object","properties":{"a":{"type":"boolean","x-airs":"bool"},"b":{"anyOf":[{"type":"boolean","x-airs":"bool"},{"type":"null"}]}},"additionalProperties":true,"required":["a"]}""",
            Of(
                new RecordShape([new("a", "a", BoolShape.Instance), new("b", "b", BoolShape.Instance)], true),
                new FactNote("fact", null, true, [new FactNote("a", null, true, [])])));

    [Fact]
    public void A_point_says_when_it_is_asked_and_what_it_needs()
    {
        var note = new PointNote("Before it is said.", [new FactNote("fact", null, true, [])], []);
        Assert.Equal(
            """{"title":"The facts of input","description":"Before it is said.","type":"object","properties":{"fact":{"type":"boolean","x-airs":"bool"}},"required":["fact"],"additionalProperties":false}""",
            Plain(Root(FactsSchema.WriteAll("All of them", [(Point(BoolShape.Instance), note)])).GetProperty("$defs").GetProperty("input")));
    }

    [Fact]
    public void A_document_of_several_points_has_a_title_and_one_dialect()
    {
        var note = new PointNote("", [], []);
        var root = Root(FactsSchema.WriteAll("All of them", [(Point(BoolShape.Instance), note), (Point(DateShape.Instance, "output"), note)]));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root.GetProperty("$schema").GetString());
        Assert.Equal("All of them", root.GetProperty("title").GetString());
        Assert.Equal(["input", "output"], root.GetProperty("$defs").EnumerateObject().Select(point => point.Name));
    }

    [Fact]
    public void Each_tool_says_what_it_is_and_what_it_needs()
    {
        var note = new PointNote(
            "Before it is called.",
            [],
            [new FactNote("web-search", "Looks things up.", true, [new FactNote("first_use", null, true, [])])]);
        var branches = Root(FactsSchema.Write(SampleLayouts.Tool, note)).GetProperty("oneOf").EnumerateArray().ToList();
        Assert.False(branches[0].TryGetProperty("description", out _));
        Assert.Equal("Looks things up.", branches[1].GetProperty("description").GetString());
        Assert.Equal("""["tool"]""", Plain(branches[0].GetProperty("required")));
        Assert.Equal("""["tool","first_use"]""", Plain(branches[1].GetProperty("required")));
        Assert.All(branches, branch => Assert.Equal("object", branch.GetProperty("type").GetString()));
    }

    private static string Of(Shape shape, FactNote? note) =>
        Plain(
            Root(FactsSchema.Write(Point(shape), note is null ? null : new PointNote("", [note], []))).GetProperty("properties").GetProperty("fact"));

    private static PointLayout Point(Shape shape, string point = "input") =>
        new(point, new RecordShape([new ShapeMember("fact", "fact", shape)]), [], []);

    private static JsonElement Root(string schema) => JsonDocument.Parse(schema).RootElement;

    private static string Plain(JsonElement element) => Written().Replace(JsonSerializer.Serialize(element, s_plain), "\"pattern\":\"…\"");

    [GeneratedRegex("""
        "pattern":"\^(?!a")[^"]*"
        """)]
    private static partial Regex Written();
}
