using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>The recorded decision that a question about the past is at.</summary>
/// <param name="Facts">What it can be asked for.</param>
/// <param name="Declared">Where its name is given.</param>
internal sealed record EventName(PointFacts Facts, SyntaxToken Declared) : LocalName;
