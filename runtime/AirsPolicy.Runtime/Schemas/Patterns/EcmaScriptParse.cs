using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary>What a text is as a pattern of ECMAScript.</summary>
/// <param name="Tree">The pattern, or null where it cannot be matched.</param>
/// <param name="IsWellFormed">It is a pattern of ECMAScript, be it one that cannot be matched here.</param>
/// <param name="Problem">What keeps it from being matched, as the rest of a sentence; null where there is a tree.</param>
internal sealed record EcmaScriptParse(PatternTree? Tree, bool IsWellFormed, string? Problem);
