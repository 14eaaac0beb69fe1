namespace AirsPolicy.Runtime.Facts.Writing;

/// <summary>The items of a list that has been added; each is filled through <see cref="FactSlot.At"/>.</summary>
public readonly struct FactItems
{
    internal FactItems(int first, int width, int count)
    {
        First = first;
        Width = width;
        Count = count;
    }

    internal int First { get; }

    internal int Width { get; }

    /// <summary>How many items there are; 0 where the list did not fit.</summary>
    public int Count { get; }
}
