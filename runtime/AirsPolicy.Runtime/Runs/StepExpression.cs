using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Runs;

/// <summary>In which order steps follow each other: a regular expression whose letters are the names of tools or agents.</summary>
public abstract record StepExpression;

/// <summary>One step.</summary>
/// <param name="Name">The tool that is called or the agent that works, as the policy names it.</param>
public sealed record NamedStep(string Name) : StepExpression;

/// <summary><c>a -> b</c>: one after the other.</summary>
/// <param name="Steps">In their order; none is a run without steps.</param>
public sealed record StepSequence(ValueList<StepExpression> Steps) : StepExpression;

/// <summary><c>a | b</c>: one of them.</summary>
/// <param name="Alternatives">At least one; their order has no meaning.</param>
public sealed record StepChoice(ValueList<StepExpression> Alternatives) : StepExpression;

/// <summary><c>a+</c>, <c>a*</c> and <c>a?</c>.</summary>
/// <param name="Step">What is repeated.</param>
/// <param name="CanBeAbsent">It may stand no time at all: <c>*</c> and <c>?</c>.</param>
/// <param name="CanRecur">It may stand more than once: <c>+</c> and <c>*</c>.</param>
public sealed record RepeatedStep(StepExpression Step, bool CanBeAbsent, bool CanRecur) : StepExpression;
