namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>
/// The facts of each decision point that say what a request asks for: people who approve it approve these. What the policy adds, and how
/// things stand, is asked anew when it is decided again.
/// </summary>
internal static class AskedFacts
{
    private static readonly Dictionary<string, string[]> s_asked = new(StringComparer.Ordinal)
    {
        ["session"] = ["session_event"],
        ["input"] = ["input"],
        ["ingest"] = ["document"],
        ["retrieve"] = ["query", "sources"],
        ["prompt"] = ["prompt"],
        ["plan"] = ["plan"],
        ["commit"] = ["changes"],
        ["output"] = ["output"],
        ["tool_call"] = ["tool", "args"],
        ["tool_result"] = ["tool", "args", "result", "result_text"],
        ["delegate"] = ["to", "to_new", "scope"],
        ["message"] = ["message", "from", "to"],
        ["remember"] = ["memory.text", "memory.key", "memory.scope", "memory.user"],
        ["recall"] = ["memory.text", "memory.key", "memory.scope", "memory.user"],
        ["approval"] = ["approver"],
        ["recovery"] = ["recovery", "approver"],
    };

    /// <summary>Their paths.</summary>
    public static string[] Of(string point) => s_asked.GetValueOrDefault(point, []);
}
