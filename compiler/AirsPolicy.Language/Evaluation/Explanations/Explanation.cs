using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>A decision with its reasons.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Rules">Every rule that stood at the point, by control and ordinal; empty where the point as a whole failed.</param>
public sealed record Explanation(Decision Decision, ValueList<RuleExplanation> Rules);

/// <summary>What one rule came to.</summary>
/// <param name="Origin">The rule.</param>
/// <param name="Detect">Its control was in detect mode.</param>
/// <param name="Matched">The rule as it matched or failed; null where its condition was false or its effects changed nothing.</param>
/// <param name="Evaluated">The condition, and then what its effects evaluated, each as a tree.</param>
/// <param name="Refusal">What it refuses, where the language has made it; null for what is written.</param>
public sealed record RuleExplanation(
    RuleOrigin Origin, bool Detect, MatchedRule? Matched, ValueList<ExpressionExplanation> Evaluated, Refusal? Refusal = null);

/// <summary>What one sub-expression came to.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Name">The name of the <c>let</c> whose body it is, or null.</param>
/// <param name="Fact">The fact that it reads (<c>args.amount</c>), or null.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="State">Whether it was evaluated, and how that went.</param>
/// <param name="Value">
/// Its value as the language writes it, long texts cut short; why it failed; null where it was absent or not evaluated.
/// </param>
/// <param name="Decided">The value of the rule's condition follows from it.</param>
/// <param name="Parts">Its parts in order; the body of a quantifier once for each item that was looked at.</param>
/// <param name="Limit">How the limit stood that it asks for, or null where it asks for none, or that cannot be told.</param>
public sealed record ExpressionExplanation(
    string Text,
    string? Name,
    string? Fact,
    Model.SourcePlace Place,
    ExplanationState State,
    string? Value,
    bool Decided,
    ValueList<ExpressionExplanation> Parts,
    LimitReading? Limit = null);

/// <summary>How the evaluation of a sub-expression went.</summary>
public enum ExplanationState
{
    /// <summary>It has a value.</summary>
    Evaluated = 0,

    /// <summary>It is an optional that is absent.</summary>
    Absent = 1,

    /// <summary>It could not be evaluated.</summary>
    Failed = 2,

    /// <summary>Its value was not needed.</summary>
    NotEvaluated = 3,
}
