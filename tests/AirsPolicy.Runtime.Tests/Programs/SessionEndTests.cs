using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Past;

namespace AirsPolicy.Runtime.Tests.Programs;

public sealed class SessionEndTests
{
    [Theory]
    [InlineData("session", "ends", "s1", true, "s1")]
    [InlineData("session", "ends", null, true, null)]
    [InlineData("session", "starts", "s1", false, null)]
    [InlineData("session", "timer", "s1", false, null)]
    [InlineData("session", null, "s1", false, null)]
    [InlineData("input", "ends", "s1", false, null)]
    public void A_session_ends_where_its_own_point_says_that_it_does(
        string point,
        string? happened,
        string? id,
        bool isAsked,
        string? session)
    {
        var layout = new PointLayout(
            point,
            new RecordShape([
                new("session_event", "session_event", new EnumShape(["starts", "ends", "timer"], false), Optional: true),
                new("session", "session", new RecordShape([new("id", "id", TextShape.Instance, Optional: true)]))]),
            [], []);
        var facts = new FactFrame();
        var json =
            $"{{{(happened is null ? "" : $"\"session_event\":\"{happened}\",")}\"session\":{{{(id is null ? "" : $"\"id\":\"{id}\"")}}}}}";
        Assert.Null(new FactReader().Read(CompiledLayout.Of(layout), Encoding.UTF8.GetBytes(json), facts));

        var end = new SessionEnd(layout);
        Assert.Equal((isAsked, session), (end.IsAsked(facts), end.Of(facts)));
    }
}
