using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Samples;

/// <summary>A sample of a queue.</summary>
/// <param name="Syntax">The clause.</param>
/// <param name="Points">The points at which it is drawn.</param>
/// <param name="Where">What its <c>where</c> says beside the points; null where it says nothing else.</param>
internal sealed record QueueSample(SampleMemberSyntax Syntax, ImmutableArray<DecisionPoint> Points, ExpressionSyntax? Where);
