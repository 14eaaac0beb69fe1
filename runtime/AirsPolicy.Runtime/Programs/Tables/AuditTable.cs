using AirsPolicy.Collections;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>What is recorded of decisions.</summary>
/// <param name="Rules">What the policy says.</param>
/// <param name="Detectors">
/// The detectors of its masks, and those that they are made of. They lie apart from those of rules, so that no decision looks for what only
/// records hide.
/// </param>
public sealed record AuditTable(AuditRules Rules, ValueList<DetectorDefinition> Detectors)
{
    /// <summary>Of a policy that says nothing.</summary>
    public static AuditTable None { get; } = new(AuditRules.None, []);
}
