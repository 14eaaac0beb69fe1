using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>A part of a condition that says nothing.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsTrue">It always holds where it is asked; else it never does.</param>
/// <param name="Because">What is asked before it and leaves it no other truth; empty where no request gives it another.</param>
internal sealed record ConstantPart(Expression Part, bool IsTrue, IReadOnlyList<Expression> Because);
