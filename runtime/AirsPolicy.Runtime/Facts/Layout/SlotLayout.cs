using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>
/// Where the parts of a shape lie, relative to the slot of the whole. A scalar, text or list takes one slot. A record takes one
/// slot for its presence and after it the slots of its members in order, each member's own layout following its slot.
/// </summary>
public static class SlotLayout
{
    /// <summary>How many slots a value of the shape takes in place (a list's items lie elsewhere).</summary>
    public static int Width(Shape shape)
    {
        if (shape is not RecordShape record)
            return 1;
        var width = 1;
        foreach (var member in record.Members)
            width += Width(member.Shape);
        return width;
    }

    /// <summary>The offset of a direct member from its record's slot, or -1.</summary>
    public static int Offset(RecordShape record, string member)
    {
        var offset = 1;
        foreach (var candidate in record.Members)
        {
            if (string.Equals(candidate.Name, member, StringComparison.Ordinal))
                return offset;
            offset += Width(candidate.Shape);
        }
        return -1;
    }

    /// <summary>The offset and shape of the part that <paramref name="path"/> leads to, or null where the shape has no such part.</summary>
    public static (int Offset, Shape Shape)? Find(Shape shape, ReadOnlySpan<string> path)
    {
        var offset = 0;
        foreach (var name in path)
        {
            if (shape is not RecordShape record || record.Find(name) is not { } member)
                return null;
            offset += Offset(record, name);
            shape = member.Shape;
        }
        return (offset, shape);
    }
}
