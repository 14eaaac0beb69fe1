using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Writing;

/// <summary>A resolved path: where a fact lies, or a part of a list's item counted from that item.</summary>
/// <param name="Pointer">The JSON pointer; an item of a list is <c>*</c>.</param>
/// <param name="Shape">What the fact is.</param>
/// <param name="Offset">Its slot, counted from the frame or from the item.</param>
/// <param name="Parents">The records above it, counted alike, which are there when it is.</param>
/// <param name="Tool">The index of the only tool that has it, or -1.</param>
internal sealed record FactPath(string Pointer, CompiledShape Shape, int Offset, int[] Parents, int Tool)
{
    /// <summary>The part of a record that names lead to.</summary>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public FactPath Down(ReadOnlySpan<char> names)
    {
        var path = this;
        foreach (var part in names.ToString().Split('.', StringSplitOptions.RemoveEmptyEntries))
            path = path.Member(part);
        return path;
    }

    private FactPath Member(string name)
    {
        var member =
            Array.Find(Shape.Members, m => m.Member.Name == name)
            ?? throw new ArgumentException(
                $"'{Pointer}' has no member '{name}'; it has {string.Join(", ", Shape.Members.Select(m => $"'{m.Member.Name}'"))}.",
                nameof(name));
        return new FactPath($"{Pointer}/{member.Member.WireName}", member.Shape, Offset + member.Offset, [.. Parents, Offset], Tool);
    }
}
