using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Tests.Models;

/// <summary>The points and facts that tests of the compiler write policies over.</summary>
internal static class TestFacts
{
    public static readonly EnumShape Level = new(["low", "medium", "high"], Rising: true, "level");

    public static readonly EnumShape Channel = new(["web", "mail", "phone"], Rising: false, "channel");

    public static readonly Shape Texts = new ListShape(TextShape.Instance);

    public static RecordShape Common { get; } =
        new([
            Member("now", InstantShape.Instance),
            Member("today", DateShape.Instance),
            Member("request", new RecordShape([Member("id", TextShape.Instance)])),
            Member(
                "user",
                new RecordShape([
                    Member("id", TextShape.Instance),
                    Member("roles", Texts),
                    Member("language", TextShape.Instance, optional: true),
                ])
            ),
            Member("level", Level),
            Member("channel", Channel),
            Member("turns", IntShape.Instance),
            Member("amount", DecimalShape.Instance),
            Member("price", new MoneyShape("GBP")),
            Member("risk", ShareShape.Instance),
            Member("flagged", BoolShape.Instance),
            Member("input", new RecordShape([Member("text", TextShape.Instance)])),
            Member(
                "items",
                new ListShape(
                    new RecordShape([
                        Member("name", TextShape.Instance),
                        Member("count", IntShape.Instance),
                        Member("cost", DecimalShape.Instance, optional: true),
                    ])
                )),
            Member("order", new RecordShape([Member("id", TextShape.Instance), Member("total", DecimalShape.Instance)]), optional: true),
            Member("note", TextShape.Instance, optional: true),
            Member(
                "approvals",
                new ListShape(new RecordShape([Member("queue", TextShape.Instance), Member("by", TextShape.Instance)])),
                optional: true),
        ]);

    public static PointLayout Input { get; } = new("input", Common, ["input", "text"], []);

    public static PointLayout ToolCall(params ReadOnlySpan<ToolLayout> tools) =>
        new(
            "tool_call",
            new RecordShape(
                Common
                    .Members.Append(
                        Member("tool", new EnumShape(tools.ToArray().Select(t => t.WireName).ToValueList(), Rising: false, "tool")))
                    .ToValueList()),
            [],
            ValueList.Create(tools));

    public static ToolLayout Tool(string name, params ReadOnlySpan<ShapeMember> arguments) => new(
        name, name, new RecordShape([Member("args", new RecordShape(ValueList.Create(arguments)))]));

    public static ShapeMember Member(string name, Shape shape, bool optional = false) => new(name, name, shape, optional);
}
