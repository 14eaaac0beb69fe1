using System.Collections.Concurrent;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>Finds facts by name: those of a point, and those that the tool at hand has there.</summary>
internal sealed class FactPlaces(PointLayout layout, ToolLayout? tool)
{
    private readonly ConcurrentDictionary<ValueList<string>, FactPlace?> _places = new();

    /// <summary>The place of the fact that the names lead to, or null where the point has none.</summary>
    public FactPlace? Find(ValueList<string> path) => _places.GetOrAdd(path, Walk);

    private FactPlace? Walk(ValueList<string> path)
    {
        if (path.Count == 0)
            return null;
        return tool?.Facts.Find(path[0]) is not null
            ? Walk(path, tool.Facts, layout.ToolRegion)
            : Walk(path, layout.Facts, 0);
    }

    private static FactPlace? Walk(ValueList<string> path, RecordShape root, int slot)
    {
        Shape shape = root;
        List<int> slots = [];
        var required = 0;
        var optional = false;
        var pointer = "";
        foreach (var name in path)
        {
            if (shape is not RecordShape record || record.Find(name) is not { } member)
                return null;
            slot += SlotLayout.Offset(record, name);
            slots.Add(slot);
            shape = member.Shape;
            pointer += JsonPointer.Segment(member.WireName);
            optional |= member.Optional;
            if (!optional)
                required++;
        }
        return new FactPlace(slot, shape, slots[..^1].ToValueList(), slots[..required].ToValueList(), pointer);
    }
}
