using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Audits;

/// <summary>What a policy says of the records of its decisions.</summary>
/// <param name="Record">How much of a request is recorded.</param>
/// <param name="Masks">The detectors whose findings are hidden in records, by their qualified or built-in names, ordered.</param>
/// <param name="Retentions">For how long records are kept, one a kind, ordered by kind.</param>
/// <param name="Also">
/// The facts, and the members of facts, that are recorded though they lie deeper, as JSON pointers into the facts (<c>/output/text</c>),
/// ordered.
/// </param>
public sealed record AuditRules(
    RecordDepth Record, ValueList<string> Masks, ValueList<Retention> Retentions, ValueList<string> Also = default)
{
    /// <summary>Of a policy that says nothing: the least is recorded.</summary>
    public static AuditRules None { get; } = new(RecordDepth.Metadata, [], []);
}
