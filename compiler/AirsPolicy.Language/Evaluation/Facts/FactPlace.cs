using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Evaluation.Facts;

/// <summary>Where a fact lies in the frames of one point.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Above">The slots of the records it lies in, the point's root left out; absent ones make it absent.</param>
/// <param name="Required">The slots, its own included, that have to be present: all before the first optional member.</param>
/// <param name="Pointer">Its JSON pointer in the facts (RFC 6901).</param>
internal sealed record FactPlace(int Slot, Shape Shape, ValueList<int> Above, ValueList<int> Required, string Pointer);
