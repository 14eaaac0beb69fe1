using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Facts.Shapes;

/// <summary>One of a closed list of names; the index of the name in a slot.</summary>
/// <param name="Names">The values as written on the wire, in order, each once.</param>
/// <param name="Rising">The order means something: values compare, and join by maximum.</param>
/// <param name="Name">The declared name where two enums with the same values must differ, or null.</param>
public sealed record EnumShape(ValueList<string> Names, bool Rising, string? Name = null) : Shape
{
    /// <summary>The index of a name, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (name.SequenceEqual(Names[i]))
                return i;
        }
        return -1;
    }
}
