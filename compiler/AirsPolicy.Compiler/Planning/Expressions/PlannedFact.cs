using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Where a fact lies, and what has to be there for it to be.</summary>
/// <param name="Slot">Its slot, or its offset where it is a part of an item.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Required">The slots before the first optional member of the path, its own included where nothing is optional.</param>
/// <param name="Optional">The slots from the first optional member on, its own last; empty where nothing is optional.</param>
/// <param name="Pointer">Its JSON pointer (RFC 6901) in the facts, by names on the wire.</param>
internal sealed record PlannedFact(int Slot, Shape Shape, ValueList<int> Required, ValueList<int> Optional, string Pointer)
{
    /// <summary>Walks a path from a record.</summary>
    /// <param name="root">The record.</param>
    /// <param name="slot">The slot of the record.</param>
    /// <param name="path">The names.</param>
    /// <returns>The fact, or null where the record has no such part.</returns>
    public static PlannedFact? Find(Shape root, int slot, ValueList<string> path)
    {
        var shape = root;
        var required = new List<int>();
        var optional = new List<int>();
        var pointer = "";
        foreach (var name in path)
        {
            if (shape is not RecordShape record || record.Find(name) is not { } member)
                return null;
            slot += SlotLayout.Offset(record, name);
            shape = member.Shape;
            pointer += "/" + member.WireName.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            (member.Optional || optional.Count > 0 ? optional : required).Add(slot);
        }
        return new PlannedFact(slot, shape, required.ToValueList(), optional.ToValueList(), pointer);
    }
}
