using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Compiler.Tests.Models;

/// <summary>Fills a frame by name.</summary>
internal sealed class FrameBuilder
{
    private readonly PointLayout _layout;
    private readonly ToolLayout? _tool;

    public FrameBuilder(PointLayout layout, ToolLayout? tool = null)
    {
        _layout = layout;
        _tool = tool;
        Frame.Reset(layout.ToolRegion + layout.Tools.Select(t => SlotLayout.Width(t.Facts)).DefaultIfEmpty(0).Max());
    }

    public FactFrame Frame { get; } = new();

    /// <summary>A frame of the input point with every fact that is not optional.</summary>
    public static FrameBuilder Input() => Full(TestFacts.Input);

    public static FrameBuilder Full(PointLayout layout, ToolLayout? tool = null) => new FrameBuilder(layout, tool)
        .Set("now", 638_000_000_000_000_000L).Set("today", 739_000L)
        .Set("request.id", "r1").Set("user.id", "u1").SetTexts("user.roles", "clerk")
        .Set("level", 0L).Set("channel", 0L).Set("turns", 1L).Set("amount", 10m).Set("price", 20m).Set("risk", 100_000L).Set("flagged", 0L)
        .Set("input.text", "hello").SetItems();

    public FrameBuilder Set(string path, long value)
    {
        Frame.Set(Enter(path), value);
        return this;
    }

    public FrameBuilder Set(string path, decimal value)
    {
        Frame.Set(Enter(path), value);
        return this;
    }

    public FrameBuilder Set(string path, string value) => Set(path, Frame.AddText(value));

    public FrameBuilder SetTexts(string path, params ReadOnlySpan<string> texts)
    {
        var first = Frame.AddSlots(texts.Length);
        for (var i = 0; i < texts.Length; i++)
            Frame.Set(first + i, Frame.AddText(texts[i]));
        return Set(path, Handle.Of(first, texts.Length));
    }

    public FrameBuilder SetItems(params ReadOnlySpan<(string Name, long Count, decimal? Cost)> items)
    {
        var first = Frame.AddSlots(items.Length * 4);
        for (var i = 0; i < items.Length; i++)
        {
            Frame.Set(first + i * 4, 1L);
            Frame.Set(first + i * 4 + 1, Frame.AddText(items[i].Name));
            Frame.Set(first + i * 4 + 2, items[i].Count);
            if (items[i].Cost is { } cost)
                Frame.Set(first + i * 4 + 3, cost);
        }
        return Set("items", Handle.Of(first, items.Length));
    }

    public FrameBuilder Clear(string path)
    {
        Frame.Clear(Enter(path));
        return this;
    }

    // The records above a fact are there when it is.
    private int Enter(string path)
    {
        var names = path.Split('.');
        var slot = 0;
        for (var length = 1; length <= names.Length; length++)
        {
            slot = SlotOf(names.AsSpan(0, length));
            if (length < names.Length)
                Frame.Set(slot, 1L);
        }
        return slot;
    }

    private int SlotOf(ReadOnlySpan<string> names)
    {
        if (_tool is not null && _tool.Facts.Find(names[0]) is not null)
            return _layout.ToolRegion + SlotLayout.Find(_tool.Facts, names)!.Value.Offset;
        return SlotLayout.Find(_layout.Facts, names)!.Value.Offset;
    }
}
