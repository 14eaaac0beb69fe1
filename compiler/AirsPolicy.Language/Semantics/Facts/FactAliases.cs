namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>
/// Names whose members are facts of their own: <c>tool</c> and <c>to</c> are single values on the wire, and what is known about them
/// lies beside them.
/// </summary>
internal static class FactAliases
{
    /// <summary>The fact that <c>name.member</c> leads to, or null.</summary>
    public static string? Of(string name, string member) => (name, member) switch
    {
        ("tool", "first_use") => "first_use",
        ("to", "new") => "to_new",
        ("session", "event") => "session_event",
        ("result", "text") => "result_text",
        _ => null,
    };
}
