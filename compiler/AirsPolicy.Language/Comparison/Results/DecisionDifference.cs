using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>A request that two versions of a policy decide differently.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool as the facts name it, or null where the point knows none.</param>
/// <param name="Facts">The facts as JSON text of one object. A version is handed them without those that only the other knows.</param>
/// <param name="Line">The line of the recorded traffic, from 1; null for a request that was made up.</param>
/// <param name="Before">What the earlier version decides.</param>
/// <param name="After">What the later version decides.</param>
/// <param name="Direction">Which is stricter.</param>
/// <param name="Past">
/// What came before it, from the earliest on, all of which both versions decide alike; empty where the request shows it by itself.
/// </param>
internal sealed record DecisionDifference(
    string Point,
    string? Tool,
    string Facts,
    int? Line,
    Decision Before,
    Decision After,
    DifferenceDirection Direction,
    ValueList<EarlierRequest> Past = default);
