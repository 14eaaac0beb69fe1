using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>A member of a compiled record.</summary>
/// <param name="Member">As declared.</param>
/// <param name="Shape">Its compiled shape.</param>
/// <param name="Offset">Its slot, counted from the slot of the record.</param>
internal sealed record CompiledMember(ShapeMember Member, CompiledShape Shape, int Offset);
