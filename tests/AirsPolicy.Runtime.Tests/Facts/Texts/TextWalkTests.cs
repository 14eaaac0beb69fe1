using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Facts.Texts;

namespace AirsPolicy.Runtime.Tests.Facts.Texts;

public sealed class TextWalkTests
{
    private static readonly RecordShape s_person = new([
        new("name", "full/name", TextShape.Instance),
        new("tags", "tags", new ListShape(TextShape.Instance), Optional: true),
    ]);

    private static readonly RecordShape s_record = new(
    [
        new("id", "id", IntShape.Instance, Optional: true),
        new("note", "note", TextShape.Instance, Optional: true),
        new("tier", "tier", new EnumShape(["low", "high"], true), Optional: true),
        new("people", "people", new ListShape(s_person), Optional: true),
        new("one", "one", s_person, Optional: true),
        new("code", "code", new RestrictedShape(TextShape.Instance, ["\"x\"", "\"y\""]), Optional: true),
        new("raw", "raw~", AnyShape.Instance, Optional: true),
    ]);

    [Fact]
    public void Texts_come_in_the_order_of_members_and_items_with_their_pointers() =>
        Assert.Equal(
            [
                "/note=hello",
                "/people/0/full~1name=Ann",
                "/people/0/tags/0=a",
                "/people/0/tags/1=b",
                "/people/1/full~1name=Bob",
                "/one/full~1name=Cid",
                "/code=y",
            ],
            Walk("""
                {"id": 5, "note": "hello", "tier": "low", "people": [{"full/name": "Ann", "tags": ["a", "b"]}, {"full/name": "Bob", "tags": []}],
                 "one": {"full/name": "Cid"}, "code": "y"}
                """));

    [Fact]
    public void Strings_of_json_come_without_escapes_and_names_of_its_members_do_not_come() =>
        Assert.Equal(
            ["/raw~0/a=x", "/raw~0/b\"c/0=\"q\"\n\u00E9", "/raw~0/b\"c/2/d=", "/raw~0/b\"c/4/0/0=deep", "/raw~0/e=\\"],
            Walk(
                """{"raw~": { "a" : "x", "b\"c": [ "\"q\"\n\u00e9", 1.5e3, {"d": "", "n": null}, true, [["deep"], []] ] , "z": {}, "e":"\\" } }"""
            ));

    [Theory]
    [InlineData("\"a, {b}\"", "=a, {b}")]
    [InlineData("[\"a\"]", "/0=a")]
    [InlineData("7", "")]
    [InlineData("{}", "")]
    [InlineData("[[],{},[ ] , {\"a\":[]}]", "")]
    public void A_json_value_can_be_anything(string json, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : ["/raw~0" + expected], Walk($$"""{"raw~": {{json}}}"""));

    [Fact]
    public void Absent_members_have_no_texts() => Assert.Empty(Walk("{}"));

    [Fact]
    public void A_list_is_walked_by_its_handle_and_a_text_is_its_own()
    {
        var frame = Read("""{"note": "hello", "one": {"full/name": "x", "tags": ["a", "b"]}}""");
        var list = frame.Long(1 + SlotLayout.Offset(s_record, "one") + SlotLayout.Offset(s_person, "tags"));
        Assert.Equal(["/0=a", "/1=b"], Walk(frame, new ListShape(TextShape.Instance), 0, list));
        Assert.Equal(["=hello"], Walk(frame, TextShape.Instance, 0, frame.Long(1 + SlotLayout.Offset(s_record, "note"))));
    }

    [Fact]
    public void Keys_tell_texts_apart()
    {
        var frame = Read("""{"note": "a", "people": [{"full/name": "a"}], "raw~": ["a", "\u0061", "a\n", ["a"]]}""");
        var walk = new TextWalk();
        var keys = new List<long>();
        walk.Start(frame, CompiledShape.Of(s_record), 1, 0);
        while (walk.MoveNext())
            keys.Add(walk.Key);
        Assert.Equal(6, keys.Count);
        Assert.Equal(6, keys.Distinct().Count());
    }

    [Fact]
    public void After_a_warm_up_nothing_is_allocated()
    {
        var frame = Read("""{"note": "a", "people": [{"full/name": "a"}], "raw~": ["a\n", {"b": [[[[[[[[["c"]]]]]]]]]}]}""");
        var shape = CompiledShape.Of(s_record);
        var walk = new TextWalk();
        var length = 0L;
        Assert.Equal(0, Allocated.Least(() =>
        {
            length = 0;
            walk.Start(frame, shape, 1, 0);
            while (walk.MoveNext())
                length += walk.Text.Length;
        }));
        Assert.Equal(5, length);
    }

    private static List<string> Walk(string json) => Walk(Read(json), s_record, 1, 0);

    private static List<string> Walk(FactFrame frame, Shape shape, int slot, long value)
    {
        var walk = new TextWalk();
        var texts = new List<string>();
        walk.Start(frame, CompiledShape.Of(shape), slot, value);
        while (walk.MoveNext())
            texts.Add($"{walk.Pointer()}={walk.Text}");
        return texts;
    }

    private static FactFrame Read(string json)
    {
        var layout = CompiledLayout.Of(new PointLayout("output", new RecordShape([new("x", "x", s_record)]), [], []));
        var frame = new FactFrame();
        Assert.Null(new FactReader().Read(layout, Encoding.UTF8.GetBytes($$"""{"x": {{json}}}"""), frame));
        return frame;
    }
}
