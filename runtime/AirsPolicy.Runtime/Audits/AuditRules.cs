using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Audits;

/// <summary>What a policy says of the records of its decisions.</summary>
/// <param name="Record">How much of a request is recorded.</param>
/// <param name="Masks">The detectors whose findings are hidden in records, by their qualified or built-in names, ordered.</param>
/// <param name="Retentions">For how long records are kept, one a kind, ordered by kind.</param>
public sealed record AuditRules(RecordDepth Record, ValueList<string> Masks, ValueList<Retention> Retentions)
{
    /// <summary>Of a policy that says nothing: the least is recorded.</summary>
    public static AuditRules None { get; } = new(RecordDepth.Metadata, [], []);
}
