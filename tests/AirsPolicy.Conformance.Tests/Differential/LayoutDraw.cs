using AirsPolicy.Collections;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Facts of every shape, in random order, some optional and some inside records.</summary>
internal sealed class LayoutDraw(Draw draw)
{
    public static readonly ValueList<Shape> Scalars =
    [
        BoolShape.Instance,
        IntShape.Instance,
        DecimalShape.Instance,
        ShareShape.Instance,
        new MoneyShape("GBP"),
        DurationShape.Instance,
        InstantShape.Instance,
        DateShape.Instance,
        SizeShape.Instance,
        TextShape.Instance,
        new EnumShape(["low", "medium", "high", "critical"], true, "risk"),
        new EnumShape(["red", "green", "blue"], false, "colour"),
    ];

    /// <summary>With the day of the week, which no fact is and a function gives.</summary>
    public static readonly ValueList<Shape> WithWeekdays = [.. Scalars, FactShapes.Weekday];

    private int _names;

    /// <summary>A point with text, and one with tools; facts of the first list stand at both.</summary>
    /// <param name="sessions">With the facts <c>session.id</c> and <c>user.id</c>, and without <c>time_of_day</c>.</param>
    public ValueList<PointLayout> Layouts(ValueList<string> tools, bool sessions = false)
    {
        var common = AllScalars().Append(Optional(Name(), draw.From(Scalars))).ToList();
        common.Add(
            Required(
                "approvals",
                new ListShape(new RecordShape([Required("queue", TextShape.Instance), Required("by", TextShape.Instance)]))));
        if (sessions)
        {
            common.Add(Required("session", new RecordShape([Required("id", TextShape.Instance)])));
            common.Add(Required("user", new RecordShape([Required("id", TextShape.Instance)])));
        }
        else
        {
            common.Add(new ShapeMember("time_of_day", "time_of_day", DurationShape.Instance));
        }
        return
        [
            new PointLayout("output", Root([.. common, Output(), .. Composites()]), ["output", "text"], []),
            new PointLayout(
                "tool_call",
                Root([.. common, new ShapeMember("tool", "tool", new EnumShape(tools, false, "tool")), .. Composites()]),
                [],
                tools.Select(Tool).ToValueList()),
        ];
    }

    private static RecordShape Root(IEnumerable<ShapeMember> members) => new(members.ToValueList());

    private IEnumerable<ShapeMember> AllScalars()
    {
        yield return new ShapeMember("now", "now", InstantShape.Instance);
        yield return new ShapeMember("today", "today", DateShape.Instance);
        foreach (var shape in Scalars)
            yield return Required(Name(), shape);
    }

    private static ShapeMember Output() =>
        Required("output", new RecordShape([Required("text", TextShape.Instance), Optional("reasoning", TextShape.Instance)]));

    private IEnumerable<ShapeMember> Composites()
    {
        yield return Required(Name(), new ListShape(TextShape.Instance));
        yield return Required(Name(), new ListShape(draw.From(Scalars)));
        yield return Required(Name(), new ListShape(Record()));
        yield return Optional(Name(), Record());
        yield return Optional(Name(), new ListShape(TextShape.Instance));
        yield return Required(Name(), AnyShape.Instance);
        for (var i = 0; i < 4; i++)
            yield return Optional(Name(), draw.From(Scalars));
    }

    // A tool that declares no arguments takes any.
    private ToolLayout Tool(string tool) =>
        new(tool, tool, new RecordShape([draw.Chance(25) ? Optional("args", AnyShape.Instance) : Required("args", Record())]));

    private RecordShape Record()
    {
        var members = draw.Many(2, 4, () => Member(draw.From(Scalars)));
        members.Add(Required(Name(), TextShape.Instance));
        if (draw.Chance(50))
            members.Add(Member(new ListShape(draw.From(Scalars))));
        return new RecordShape(members.ToValueList(), draw.Chance(50));
    }

    private ShapeMember Member(Shape shape) => draw.Chance(30) ? Optional(Name(), shape) : Required(Name(), shape);

    // The name on the wire differs now and then, and needs escaping in a pointer.
    private static ShapeMember Required(string name, Shape shape) => new(name, name.EndsWith('7') ? $"{name}/~x" : name, shape);

    private static ShapeMember Optional(string name, Shape shape) => Required(name, shape) with { Optional = true };

    private string Name() => $"f{_names++}";
}
