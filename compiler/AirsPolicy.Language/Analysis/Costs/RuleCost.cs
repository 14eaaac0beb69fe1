using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>What a rule costs at most at one point.</summary>
/// <param name="Control">The id of its control.</param>
/// <param name="Ordinal">Its number in the control.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Cost">What it costs.</param>
internal sealed record RuleCost(string Control, int Ordinal, SourcePlace Place, Cost Cost);
