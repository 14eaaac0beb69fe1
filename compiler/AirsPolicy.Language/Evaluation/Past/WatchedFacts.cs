using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The facts of a decision, and what conditions come to on them apart from every rule.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Tool">The tool, by its name in the language, or null.</param>
/// <param name="Expressions">Evaluates on them.</param>
internal sealed record WatchedFacts(FactSource Facts, string? Tool, ExpressionEvaluator Expressions)
{
    /// <summary>What a condition comes to.</summary>
    public Value Evaluate(Expression condition) => Expressions.Apart(() => Expressions.Evaluate(condition));
}
