using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>The facts that a rule can read: those of one decision point, for the tools it stands at.</summary>
/// <param name="Point">The decision point, or null for the facts of a decision that a test looks at.</param>
/// <param name="Layout">Where they lie.</param>
/// <param name="Tools">The tools that the rule is confined to; empty for all.</param>
internal sealed record PointFacts(DecisionPoint? Point, PointLayout Layout, ImmutableArray<ToolLayout> Tools)
{
    public string Name => Layout.Point;

    /// <summary>The path of what <c>text</c> means here, as the language writes it.</summary>
    public string TextName { get; } = string.Join('.', Layout.PrimaryText);

    /// <summary>One sentence on what <c>text</c> means here.</summary>
    public string TextSummary { get; } = $"The text of this point: {string.Join('.', Layout.PrimaryText)}.";

    /// <summary>What the text of this point is: bounds may stand with it.</summary>
    public Shape TextShape { get; } =
        SlotLayout.Find(Layout.Facts, Layout.PrimaryText.AsSpan())?.Shape ?? Runtime.Facts.Shapes.TextShape.Instance;

    /// <summary>Where the names that are looked for are noted, found or not; null where nobody wants to know.</summary>
    public HashSet<string>? Asked { get; init; }

    /// <summary>A fact by the first name of its path, in the common part or in every tool's own.</summary>
    public ShapeMember? Find(string name)
    {
        Asked?.Add(name);
        return Layout.Facts.Find(name) ?? (Tools.IsEmpty ? null : Tools[0].Facts.Find(name));
    }

    /// <summary>Whether the name is one that each tool defines for itself.</summary>
    public bool IsOfTool(string name) => Layout.Tools.Any(tool => tool.Facts.Find(name) is not null);

    /// <summary>The names that a path can begin with.</summary>
    public IEnumerable<ShapeMember> Roots => Layout.Facts.Members.Concat(Tools.IsEmpty ? [] : Tools[0].Facts.Members);
}
