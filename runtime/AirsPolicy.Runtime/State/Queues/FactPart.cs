using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A fact, or a part of one, that is written as JSON.</summary>
/// <param name="Name">Its name, with dots where it is a part.</param>
/// <param name="Slot">Where it lies.</param>
/// <param name="Shape">What it is.</param>
internal sealed record FactPart(string Name, int Slot, CompiledShape Shape)
{
    /// <summary>Finds it; null where the facts have no such part.</summary>
    public static FactPart? Of(Shape facts, int first, string[] path) =>
        SlotLayout.Find(facts, path) is var (offset, shape)
            ? new FactPart(string.Join('.', path), first + offset, CompiledShape.Of(shape))
            : null;

    /// <summary>Its canonical JSON, or <c>-</c> where it is missing.</summary>
    public string Text(FactFrame facts) => facts.Has(Slot) ? Encoding.UTF8.GetString(Write(facts)) : "-";

    /// <summary>
    /// Its canonical JSON, with what an open record has beyond what it lists; empty where it is missing. Holds until the next call.
    /// </summary>
    public ReadOnlySpan<byte> Write(FactFrame facts) =>
        !facts.Has(Slot) ? default
        : facts.Whole(Slot) is { IsEmpty: false } whole ? facts.Canonical.OfAny(whole)
        : facts.Canonical.Of(facts, Slot, Shape);
}
