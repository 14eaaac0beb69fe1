using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Texts;

/// <summary>A list or record that a walk is in, in slots or in JSON.</summary>
internal record struct WalkLevel
{
    /// <summary>The shape of a list or record in slots; null in JSON.</summary>
    public CompiledShape? Shape;

    /// <summary>The slot of the record, or of the first item of the list.</summary>
    public int Slot;

    /// <summary>How many members or items there are in slots.</summary>
    public int Count;

    /// <summary>The member or item that the walk is at.</summary>
    public int Index;

    /// <summary>The handle of the JSON.</summary>
    public long Json;

    /// <summary>Where in the JSON the walk goes on.</summary>
    public int At;

    /// <summary>The JSON is an object.</summary>
    public bool IsObject;

    /// <summary>Where in the JSON the quote of the member's name stands.</summary>
    public int Name;
}
