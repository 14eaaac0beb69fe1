using System.Diagnostics.CodeAnalysis;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>
/// A <see cref="PointLayout"/> made ready to be filled from JSON and from .NET. Made once, immutable, for any number of threads.
/// </summary>
/// <remarks>
/// The tool is named by the fact <c>tool</c> at the root, an enum whose names are the tools' wire names in the order of
/// <see cref="PointLayout.Tools"/>. Where there are tools every set of facts names one; a name that is not declared is refused.
/// </remarks>
public sealed class CompiledLayout
{
    private readonly string[] _asked;

    private CompiledLayout(PointLayout layout)
    {
        Layout = layout;
        Root = CompiledShape.Of(layout.Facts);
        Tools = [.. layout.Tools.Select(t => CompiledShape.Of(t.Facts))];
        ToolMember = Tools.Length > 0 ? Array.FindIndex(Root.Members, m => m.Member.WireName == "tool") : -1;
        if (Tools.Length > 0
            && (ToolMember < 0 || Root.Members[ToolMember].Shape is not { Kind: ShapeKind.Enum } tool || tool.Names.Count != Tools.Length))
            throw new ArgumentException("A point with tools has a fact 'tool' that is one of the tools' wire names.", nameof(layout));
        _asked = AskedFacts.Of(layout.Point);
        Slots = Root.Width + (Tools.Length > 0 ? Tools.Max(t => t.Width) : 0);
    }

    /// <summary>What was made ready.</summary>
    public PointLayout Layout { get; }

    /// <summary>How many slots the point takes in place: its facts and the widest of its tools' regions.</summary>
    public int Slots { get; }

    /// <summary>The facts of the point.</summary>
    public CompiledShape Root { get; }

    /// <summary>The facts of each tool, in the order of the tool enum.</summary>
    internal CompiledShape[] Tools { get; }

    /// <summary>The index of the root member <c>tool</c>, or -1 where the point has no tools.</summary>
    internal int ToolMember { get; }

    /// <summary>The slot of the fact <c>tool</c>.</summary>
    internal int ToolSlot => Root.Members[ToolMember].Offset;

    /// <summary>The slot where the tool's own record begins.</summary>
    internal int ToolRegion => Root.Width;

    /// <summary>
    /// Whether a fact says what a request asks for, so that the whole of it is kept where its shape does not list everything.
    /// </summary>
    internal bool IsAsked(CompiledMember fact) => Array.IndexOf(_asked, fact.Member.Name) >= 0;

    /// <summary>Whether a frame was filled by this layout, or by one that lays out the same facts in the same slots.</summary>
    public bool HasFilled([NotNull] FactFrame frame) =>
        frame.Layout is { } filled && (ReferenceEquals(filled, this) || filled.Layout == Layout);

    /// <summary>Makes a layout ready.</summary>
    /// <exception cref="ArgumentException">The point has tools and no fitting fact <c>tool</c>.</exception>
    public static CompiledLayout Of([NotNull] PointLayout layout) => new(layout);
}
