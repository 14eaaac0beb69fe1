using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Tests.Facts;

public sealed class SessionLabelsTests
{
    private static readonly PointLayout s_layout = Layout(
        new("id", "id", TextShape.Instance, Optional: true),
        new("age", "age", DurationShape.Instance),
        new("turns", "turns", IntShape.Instance),
        new("labels", "labels", new ListShape(TextShape.Instance), Optional: true),
        new("idle", "idle", DurationShape.Instance));

    [Theory]
    [InlineData("""["a","b"]""", new[] { "b", "c" }, """["a","b","c"]""")]
    [InlineData("""["a"]""", new string[0], """["a"]""")]
    [InlineData("""[]""", new[] { "c" }, """["c"]""")]
    [InlineData(null, new[] { "c" }, """["c"]""")]
    [InlineData(null, new string[0], "[]")]
    [InlineData("""["A"]""", new[] { "a" }, """["A","a"]""")]
    public void What_a_session_carries_is_added_once_to_what_the_host_says_of_it(string? given, string[] carried, string expected)
    {
        var facts = Frame(given, id: "s1");
        new SessionLabels(s_layout).Put(facts, carried);
        Assert.Equal(expected, Written(facts, "labels"));
    }

    [Fact]
    public void The_rest_of_the_session_stays_as_the_host_says()
    {
        var facts = Frame("""["a"]""", id: "s1");
        new SessionLabels(s_layout).Put(facts, ["b", "c"]);
        Assert.Equal(["\"s1\"", "\"5m\"", "7", "\"1m\""], new[] { "id", "age", "turns", "idle" }.Select(name => Written(facts, name)));
    }

    [Fact]
    public void Only_facts_that_name_a_session_and_have_room_for_its_labels_take_them()
    {
        var labels = new SessionLabels(s_layout);
        Assert.True(labels.CanTake(Frame("[]", id: "s1")));
        Assert.False(labels.CanTake(Frame("[]", id: null)));
        var frame = Frame("[]", id: "s1");
        Assert.Equal("s1", labels.SessionOf(frame).ToString());
        Assert.False(new SessionLabels(Layout(new ShapeMember("id", "id", TextShape.Instance))).CanTake(frame));
        Assert.False(new SessionLabels(Layout(new ShapeMember("labels", "labels", new ListShape(TextShape.Instance)))).CanTake(frame));
    }

    private static PointLayout Layout(params ShapeMember[] session) =>
        new("input", new RecordShape([new("session", "session", new RecordShape([.. session]))]), [], []);

    private static FactFrame Frame(string? labels, string? id)
    {
        var facts = new FactFrame();
        var json =
            $"{{{(id is null ? "" : $"\"id\":\"{id}\",")}\"age\":\"5m\",\"turns\":7,{(labels is null ? "" : $"\"labels\":{labels},")}\"idle\":\"1m\"}}";
        Assert.Null(new FactReader().Read(CompiledLayout.Of(s_layout), Encoding.UTF8.GetBytes($"{{\"session\":{json}}}"), facts));
        return facts;
    }

    private static string Written(FactFrame facts, string name)
    {
        var (slot, shape) = SlotLayout.Find(s_layout.Facts, ["session", name])!.Value;
        return Encoding.UTF8.GetString(facts.Canonical.Of(facts, slot, CompiledShape.Of(shape)));
    }
}
