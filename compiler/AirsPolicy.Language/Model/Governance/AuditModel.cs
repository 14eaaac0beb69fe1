using AirsPolicy.Collections;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>What is recorded of decisions.</summary>
/// <param name="Rules">What every <c>audit</c> in force says, joined.</param>
/// <param name="Detectors">The detectors of its masks, and those that they are made of, ordered by name.</param>
public sealed record AuditModel(AuditRules Rules, ValueList<DetectorDefinition> Detectors);
