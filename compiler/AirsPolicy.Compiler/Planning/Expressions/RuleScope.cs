using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Where the names of a rule lead: the facts of its point and tool, and the items its quantifiers are at.</summary>
/// <param name="layout">The facts of the point.</param>
/// <param name="tool">The tool it is planned for, or null.</param>
/// <param name="trusted">
/// The check before the decision covers what is read; not so for what a decision adds to the past, which may have been refused for it.
/// </param>
internal sealed class RuleScope(PointLayout layout, ToolLayout? tool, bool trusted = true)
{
    private readonly Dictionary<int, Shape> _items = [];

    /// <summary>Facts named by a path that is not optional are known to be there.</summary>
    public bool Trusted => trusted;

    /// <summary>The fact that a path leads to; the tool's own facts come first.</summary>
    public PlannedFact Find(ValueList<string> path) =>
        (tool is not null && path.Count > 0 && tool.Facts.Find(path[0]) is not null
            ? PlannedFact.Find(tool.Facts, layout.ToolRegion, path)
            : PlannedFact.Find(layout.Facts, 0, path))
        ?? throw new InvalidOperationException($"The point '{layout.Point}' has no fact '{string.Join('.', path)}'.");

    /// <summary>The part of an item that a path leads to; slots are offsets from the item's.</summary>
    public PlannedFact FindItem(int variable, ValueList<string> path) =>
        PlannedFact.Find(_items[variable], 0, path)
        ?? throw new InvalidOperationException($"The item {variable} has no member '{string.Join('.', path)}'.");

    /// <summary>Says what a variable stands for.</summary>
    public void Enter(int variable, Shape item) => _items[variable] = item;
}
