using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>A place in the life of a request where a policy is asked.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="When">When it is asked, one sentence.</param>
/// <param name="PrimaryText">What <c>text</c> means there; empty where the point has no text of its own.</param>
/// <param name="Facts">Its own facts; the common ones stand in <see cref="CommonFacts"/>.</param>
internal sealed record DecisionPoint(string Name, string When, ValueList<string> PrimaryText, ValueList<PointFact> Facts)
{
    /// <summary>The point knows a tool: rules may stand <c>of</c> tools and read <c>tool</c> and <c>args</c>.</summary>
    public bool HasTool => Name is PointNames.ToolCall or PointNames.ToolResult;
}
