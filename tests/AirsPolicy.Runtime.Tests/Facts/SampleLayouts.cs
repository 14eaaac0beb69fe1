using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Tests.Facts;

/// <summary>Layouts with every shape, for tests.</summary>
internal static class SampleLayouts
{
    public static readonly RecordShape Line = new([
        new("sku", "sku", new TextShape()),
        new("price", "price", new MoneyShape("GBP")),
        new("tags", "tags", new ListShape(new TextShape()), Optional: true)]);

    public static readonly PointLayout Every = new(
        "output",
        new RecordShape([
            new("flag", "flag", BoolShape.Instance),
            new("count", "count", new IntShape(-5, 1_000_000_000_000)),
            new("ratio", "ratio", new DecimalShape(-1000m, 1000m)),
            new("risk", "risk", ShareShape.Instance),
            new("cost", "cost", new MoneyShape("GBP")),
            new("wait", "wait", DurationShape.Instance),
            new("now", "now", InstantShape.Instance),
            new("today", "today", DateShape.Instance),
            new("size", "size", SizeShape.Instance),
            new("text", "text", TextShape.Instance),
            new("short", "short", new TextShape(1, 5)),
            new("code", "code", new TextShape(Pattern: "^[a-z]+\\d?$")),
            new("tier", "tier", new EnumShape(["low", "medium", "high"], true)),
            new("names", "names", new ListShape(TextShape.Instance, 0, 4)),
            new("grid", "grid", new ListShape(new ListShape(IntShape.Instance))),
            new(
                "order",
                "order-1",
                new RecordShape([new("id", "id", TextShape.Instance), new("lines", "lines", new ListShape(Line))], Open: true)),
            new("raw", "raw", AnyShape.Instance),
            new("level", "level", new RestrictedShape(IntShape.Instance, ["1", "3"])),
            new("own_record", "own", new RecordShape([new("x", "x", IntShape.Instance), new("y", "y", IntShape.Instance)])),
        ]),
        ["text"],
        []);

    public static readonly PointLayout Tool = new("tool_call", new RecordShape([
        new("first_use", "first_use", BoolShape.Instance),
        new("tool", "tool", new EnumShape(["refund", "web-search"], false))]), [], [
            new ToolLayout("refund", "refund", new RecordShape([new("args", "args", new RecordShape([
                new("order_id", "order-id", TextShape.Instance),
                new("amount", "amount", new MoneyShape("GBP")),
                new("recipient", "recipient", TextShape.Instance, Optional: true)]))])),
            new ToolLayout("web_search", "web-search", new RecordShape([
                new("args", "args", new RecordShape([new("query", "query", TextShape.Instance)])),
                new("result", "result", AnyShape.Instance)]))]);

    public static readonly CompiledLayout EveryCompiled = CompiledLayout.Of(Every);

    public static readonly CompiledLayout ToolCompiled = CompiledLayout.Of(Tool);
}
