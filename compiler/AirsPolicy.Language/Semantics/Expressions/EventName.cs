using AirsPolicy.Language.Semantics.Facts;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>The recorded decision that a question about the past is at.</summary>
/// <param name="Facts">What it can be asked for.</param>
internal sealed record EventName(PointFacts Facts) : LocalName;
