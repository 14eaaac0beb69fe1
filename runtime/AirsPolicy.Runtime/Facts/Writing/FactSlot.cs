namespace AirsPolicy.Runtime.Facts.Writing;

/// <summary>Where one fact goes, resolved once by name and used for every set of facts of the layout.</summary>
public readonly struct FactSlot
{
    private readonly int _origin;

    internal FactSlot(FactPath path, int origin)
    {
        Path = path;
        _origin = origin;
    }

    internal FactPath Path { get; }

    internal int Slot => _origin + Path.Offset;

    internal int Origin => _origin;

    /// <summary>The slot of a list's item, or of a part of it, before it is known which item.</summary>
    /// <param name="names">The members from the item, with dots between them; empty for the item itself.</param>
    /// <exception cref="ArgumentException">This is no list, or its items have no such part.</exception>
    public FactSlot Item(string names = "")
    {
        var element =
            Path.Shape.Kind == Layout.ShapeKind.List
                ? Path.Shape.Inner!
                : throw new ArgumentException($"'{Path.Pointer}' is no list.", nameof(names));
        return new FactSlot(new FactPath(Path.Pointer + "/*", element, 0, [], Path.Tool).Down(names), 0);
    }

    /// <summary>The slot in one item of a list.</summary>
    /// <param name="items">The items of the list that <see cref="Item"/> was asked of.</param>
    /// <param name="index">0 to the number of items, exclusive.</param>
    public FactSlot At(FactItems items, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, items.Count);
        return new FactSlot(Path, items.First + index * items.Width);
    }
}
