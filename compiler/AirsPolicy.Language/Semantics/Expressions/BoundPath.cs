using System.Collections.Immutable;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>What a name was found to mean, before anyone asked whether it is there.</summary>
/// <param name="Expression">The read.</param>
/// <param name="Keys">The keys of the optional parts along the path, outermost first.</param>
/// <param name="Absent">The first of them that is not known to be present, or null.</param>
/// <param name="Question">What tells that it is there, as it is written; null for <c>has</c> of what is absent.</param>
internal readonly record struct BoundPath(Expression Expression, ImmutableArray<string> Keys, string? Absent, string? Question = null)
{
    public static BoundPath Present(Expression expression) => new(expression, [], null);
}
