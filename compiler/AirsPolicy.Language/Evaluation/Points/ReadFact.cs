using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>A fact that a rule reads.</summary>
/// <param name="Name">As the policy names it (<c>args.amount</c>).</param>
/// <param name="Place">Where it lies.</param>
/// <param name="OnError">What its provider says of its absence.</param>
internal sealed record ReadFact(string Name, FactPlace Place, ValueList<Effect> OnError);
