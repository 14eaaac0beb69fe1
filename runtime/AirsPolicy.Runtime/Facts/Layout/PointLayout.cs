using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>The facts of one decision point as they lie in a frame: slot 0 is the root record.</summary>
/// <param name="Point">The decision point, as the language names it (<c>tool_call</c>).</param>
/// <param name="Facts">All facts that do not depend on the tool.</param>
/// <param name="PrimaryText">The path of the text that <c>text</c> means here, or empty.</param>
/// <param name="Tools">The declared tools, in the order of the tool enum; empty where the point knows no tool.</param>
public sealed record PointLayout(string Point, RecordShape Facts, ValueList<string> PrimaryText, ValueList<ToolLayout> Tools)
{
    /// <summary>
    /// The slot where the tool's own record (<c>args</c> or <c>result</c>) begins; the same for every tool, which share the region.
    /// </summary>
    public int ToolRegion => SlotLayout.Width(Facts);
}

/// <summary>The facts of a decision point that only one tool has.</summary>
/// <param name="Tool">The declared name of the tool.</param>
/// <param name="WireName">The tool's name on the wire.</param>
/// <param name="Facts">
/// A record whose members are <c>args</c> and, at <c>tool_result</c>, <c>result</c>, and facts declared for this tool alone.
/// </param>
public sealed record ToolLayout(string Tool, string WireName, RecordShape Facts);
