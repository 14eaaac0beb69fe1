using AirsPolicy.Language.Evaluation.Facts;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>A fact that a rule reads.</summary>
/// <param name="Name">As the policy names it (<c>args.amount</c>).</param>
/// <param name="Place">Where it lies.</param>
internal sealed record ReadFact(string Name, FactPlace Place);
