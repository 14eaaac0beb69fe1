using System.Collections.Frozen;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Audits;

/// <summary>From which depth on a fact is recorded. What is not named here is what a policy declares, and is context.</summary>
internal static class RecordedDepths
{
    // Ids, times, states and measures: they say who asked, where and what became of it.
    private static readonly string[] s_metadata =
    [
        "request",
        "now",
        "today",
        "time_of_day",
        "user",
        "agent",
        "session",
        "run",
        "pace",
        "flagged",
        "approvals",
        "session_event",
        "tool",
        "first_use",
        "cost",
        "changes",
        "to",
        "to_new",
        "from",
        "scope",
        "approver",
        "recovery",
        "guardrail",
        "judge",
        "queue",
        "breaker",
    ];

    private static readonly string[] s_full =
    [
        "input",
        "document",
        "query",
        "prompt",
        "plan",
        "output",
        "args",
        "result",
        "result_text",
        "message",
        "memory",
    ];

    private static readonly FrozenDictionary<string, RecordDepth> s_facts = s_metadata
        .Select(name => (Name: name, Depth: RecordDepth.Metadata))
        .Concat(s_full.Select(name => (Name: name, Depth: RecordDepth.Full)))
        .Append((Name: "sources", Depth: RecordDepth.Context))
        .ToFrozenDictionary(fact => fact.Name, fact => fact.Depth, StringComparer.Ordinal);

    // Members that lie deeper than the fact they belong to.
    private static readonly FrozenDictionary<(string Fact, string Member), RecordDepth> s_members = new Dictionary<
        (string, string),
        RecordDepth
    >
    {
        [("session", "transcript")] = RecordDepth.Context,
        [("prompt", "system")] = RecordDepth.Context,
        [("output", "reasoning")] = RecordDepth.Reasoning,
    }.ToFrozenDictionary();

    /// <summary>The facts of the language that are named; a test holds them to its table of decision points.</summary>
    public static IEnumerable<string> Known => s_facts.Keys;

    /// <summary>The depth of a fact.</summary>
    public static RecordDepth Of(string fact) =>
        s_facts.TryGetValue(fact, out var depth) ? depth
        : JudgeFact.IsAnswer(fact) ? RecordDepth.Full
        : fact.Contains(':', StringComparison.Ordinal) ? RecordDepth.Metadata
        : RecordDepth.Context;

    /// <summary>The depth of a member of a fact.</summary>
    public static RecordDepth Of(string fact, string member) => s_members.TryGetValue((fact, member), out var depth) ? depth : Of(fact);
}
