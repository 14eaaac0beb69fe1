using AirsPolicy.Language.Reasoning.Formulas;

namespace AirsPolicy.Language.Reasoning.Solving;

/// <summary>A bound on the difference of two numbers that was taken for true or false.</summary>
internal sealed record TakenDifference(OrderAtom Atom, bool Truth);
