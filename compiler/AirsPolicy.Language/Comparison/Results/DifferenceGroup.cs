using AirsPolicy.Collections;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>Differences with one cause and one direction.</summary>
/// <param name="Controls">The controls that fire differently, ordered by id.</param>
/// <param name="Tool">The tool that only one version declares, or null where that is not the cause.</param>
/// <param name="Direction">Which version is stricter.</param>
/// <param name="Count">How many differing requests there were; <paramref name="Witnesses"/> keeps the first of them.</param>
/// <param name="Witnesses">Requests that show it, the smallest first; of recorded traffic in its order.</param>
internal sealed record DifferenceGroup(
    ValueList<ChangedControl> Controls, string? Tool, DifferenceDirection Direction, int Count, ValueList<DecisionDifference> Witnesses);
