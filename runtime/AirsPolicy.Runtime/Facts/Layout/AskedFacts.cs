using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>
/// The facts of each decision point that say what a request asks for: people who approve it approve these. What the policy adds, and how
/// things stand, is asked anew when it is decided again.
/// </summary>
internal static class AskedFacts
{
    private static readonly Dictionary<string, string[]> s_asked = new(StringComparer.Ordinal)
    {
        [PointNames.Session] = ["session_event"],
        [PointNames.Input] = ["input"],
        [PointNames.Ingest] = ["document"],
        [PointNames.Retrieve] = ["query", "sources"],
        [PointNames.Prompt] = ["prompt"],
        [PointNames.Plan] = ["plan"],
        [PointNames.Commit] = ["changes"],
        [PointNames.Output] = ["output"],
        [PointNames.ToolCall] = ["tool", "args"],
        [PointNames.ToolResult] = ["tool", "args", "result", "result_text"],
        [PointNames.Delegate] = ["to", "to_new", "scope"],
        [PointNames.Message] = ["message", "from", "to"],
        [PointNames.Remember] = ["memory.text", "memory.key", "memory.scope", "memory.user"],
        [PointNames.Recall] = ["memory.text", "memory.key", "memory.scope", "memory.user"],
        [PointNames.Approval] = ["approver"],
        [PointNames.Recovery] = ["recovery", "approver"],
    };

    /// <summary>Their paths.</summary>
    public static string[] Of(string point) => s_asked.GetValueOrDefault(point, []);
}
