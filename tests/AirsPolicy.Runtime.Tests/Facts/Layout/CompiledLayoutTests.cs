using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Tests.Facts.Layout;

public class CompiledLayoutTests
{
    private static readonly ToolLayout s_narrow = new("narrow", "narrow", new RecordShape([new("args", "args", BoolShape.Instance)]));

    private static readonly ToolLayout s_wide = new(
        "wide",
        "wide",
        new RecordShape([new("args", "args", BoolShape.Instance), new("more", "more", BoolShape.Instance)]));

    [Fact]
    public void A_point_takes_its_facts_and_the_widest_of_its_tools()
    {
        var without = CompiledLayout.Of(Point([], "none"));
        var with = CompiledLayout.Of(Point([s_narrow, s_wide], "narrow", "wide"));
        Assert.Equal(without.Root.Width, without.Slots);
        Assert.Equal(with.Root.Width + with.Tools[1].Width, with.Slots);
        Assert.True(with.Tools[1].Width > with.Tools[0].Width);
    }

    [Fact]
    public void A_fact_that_is_called_tool_is_one_like_others_where_there_are_no_tools() =>
        Assert.Equal(-1, CompiledLayout.Of(Point([], "narrow", "wide")).ToolMember);

    [Fact]
    public void Tools_need_a_fact_that_names_each_of_them()
    {
        Assert.Equal(0, CompiledLayout.Of(Point([s_narrow, s_wide], "narrow", "wide")).ToolMember);
        Assert.Throws<ArgumentException>(() => CompiledLayout.Of(Point([s_narrow, s_wide], "narrow")));
        Assert.Throws<ArgumentException>(() => CompiledLayout.Of(Point([s_narrow, s_wide], "narrow", "wide", "third")));
        Assert.Throws<ArgumentException>(() => CompiledLayout.Of(new PointLayout("tool_call", new RecordShape([]), [], [s_narrow])));
    }

    [Fact]
    public void A_frame_was_filled_by_the_same_layout_or_an_equal_one()
    {
        var frame = new FactFrame();
        var layout = CompiledLayout.Of(Point([], "none"));
        Assert.False(layout.HasFilled(frame));
        Assert.Null(new FactReader().Read(layout, "{}"u8, frame));
        Assert.True(layout.HasFilled(frame));
        Assert.True(CompiledLayout.Of(Point([], "none")).HasFilled(frame));
        Assert.False(CompiledLayout.Of(Point([s_narrow], "narrow")).HasFilled(frame));
    }

    private static PointLayout Point(ToolLayout[] tools, params string[] names) => new(
        "tool_call",
        new RecordShape([new("tool", "tool", new EnumShape([.. names], false)), new("first_use", "first_use", BoolShape.Instance)]),
        [],
        [.. tools]);
}
