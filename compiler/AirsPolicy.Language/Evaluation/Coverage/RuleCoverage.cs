using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>A rule and what tests have seen of it.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Asked">How often it was asked, wherever it stands.</param>
/// <param name="Matched">How often it matched; that it could not be evaluated is no match.</param>
/// <param name="Conditions">
/// Its conditions, those of what it counts and of the lets it names included, in the order of the file; each once.
/// </param>
public sealed record RuleCoverage(SourcePlace Place, int Asked, int Matched, ValueList<ConditionCoverage> Conditions);
