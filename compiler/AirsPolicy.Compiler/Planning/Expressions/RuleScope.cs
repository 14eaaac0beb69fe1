using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Where the names of a rule lead: the facts of its point and tool, and the items its quantifiers are at.</summary>
/// <param name="layout">The facts of the point.</param>
/// <param name="tool">The tool it is planned for, or null.</param>
/// <param name="trusted">The check before the decision covers what the rule reads; not so in detect mode, where a rule fails alone.</param>
internal sealed class RuleScope(PointLayout layout, ToolLayout? tool, bool trusted)
{
    private readonly Dictionary<int, Shape> _items = [];
    private readonly List<(string Path, ValueList<int> Slots)> _reads = [];

    /// <summary>Facts named by a path that is not optional are known to be there.</summary>
    public bool Trusted => trusted;

    /// <summary>The facts named so far with what must be present for each, in order of reading.</summary>
    public IReadOnlyList<(string Path, ValueList<int> Slots)> Reads => _reads;

    /// <summary>The fact that a path leads to; the tool's own facts come first.</summary>
    public PlannedFact Find(ValueList<string> path)
    {
        var fact = tool is not null && path.Count > 0 && tool.Facts.Find(path[0]) is not null
            ? PlannedFact.Find(tool.Facts, layout.ToolRegion, path)
            : PlannedFact.Find(layout.Facts, 0, path);
        var name = string.Join('.', path);
        if (fact is null)
            throw new InvalidOperationException($"The point '{layout.Point}' has no fact '{name}'.");
        if (fact.Required.Count > 0)
            _reads.Add((name, fact.Required));
        return fact;
    }

    /// <summary>The part of an item that a path leads to; slots are offsets from the item's.</summary>
    public PlannedFact FindItem(int variable, ValueList<string> path) =>
        PlannedFact.Find(_items[variable], 0, path)
        ?? throw new InvalidOperationException($"The item {variable} has no member '{string.Join('.', path)}'.");

    /// <summary>Says what a variable stands for.</summary>
    public void Enter(int variable, Shape item) => _items[variable] = item;
}
