namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>A multiple of a term.</summary>
/// <param name="Term">The term.</param>
/// <param name="Factor">How often it is taken; not 0.</param>
internal sealed record LinearPart(NumberTerm Term, decimal Factor);
