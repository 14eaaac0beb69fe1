using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Facts.Shapes;

/// <summary>A list of values of one shape; its slot is a handle (first slot in the upper half, count in the lower).</summary>
/// <param name="Element">What each item is.</param>
/// <param name="MinItems">The least number of items that fits.</param>
/// <param name="MaxItems">The greatest number of items that fits; more do not fit.</param>
public sealed record ListShape(Shape Element, int MinItems = 0, int MaxItems = ListShape.Cap) : Shape
{
    /// <summary>How long a list may be where nothing says less.</summary>
    public const int Cap = 1_000;
}

/// <summary>Named members. The slot of a record says only whether it is there; its members follow in slots of their own.</summary>
/// <param name="Members">The members, in the order of their slots, each name and wire name once.</param>
/// <param name="Open">Members that are not listed are passed over; otherwise they do not fit.</param>
/// <param name="Strict">
/// As JSON Schema has it: members that are not optional are there, and null is a value like any other and no absence. Otherwise a missing
/// member is noticed where a rule reads it.
/// </param>
public sealed record RecordShape(ValueList<ShapeMember> Members, bool Open = false, bool Strict = false) : Shape
{
    /// <summary>The member of that name in the language, or null.</summary>
    public ShapeMember? Find(string name)
    {
        foreach (var member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
                return member;
        }
        return null;
    }
}

/// <summary>A member of a record.</summary>
/// <param name="Name">The name in the language.</param>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Shape">What the member is.</param>
/// <param name="Optional">The member may be absent; null on the wire is absence.</param>
public sealed record ShapeMember(string Name, string WireName, Shape Shape, bool Optional = false);

/// <summary>
/// Any JSON value, which expressions cannot take apart: it is given whole to detectors, <c>size</c> and <c>digest</c>.
/// Its slot is the handle of its JSON text as it was received.
/// </summary>
public sealed record AnyShape : Shape
{
    public static readonly AnyShape Instance = new();
}

/// <summary>
/// A value that must be one of some JSON scalars of differing type or of values that are not names (JSON Schema <c>enum</c>, <c>const</c>).
/// </summary>
/// <param name="Inner">The shape the values have in common.</param>
/// <param name="Values">The allowed values as canonical JSON text.</param>
public sealed record RestrictedShape(Shape Inner, ValueList<string> Values) : Shape;
