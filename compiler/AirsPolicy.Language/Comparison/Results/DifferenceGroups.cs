using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>Brings differences with one cause and one direction together.</summary>
internal static class DifferenceGroups
{
    /// <summary>The groups, those that loosen first, and then by their controls.</summary>
    /// <param name="differences">The differences, each with the tool that only one version declares, or null.</param>
    /// <param name="most">How many witnesses a group keeps.</param>
    public static ValueList<DifferenceGroup> Of(
        IEnumerable<(DecisionDifference Difference, string? Tool)> differences, PolicyModel before, PolicyModel after, int most) =>
        differences
            .GroupBy(found =>
                (
                    Tool: found.Tool,
                    Controls: found.Tool is null ? ControlsThatDiffer.Of(found.Difference).ToValueList() : [],
                    found.Difference.Direction))
            .Select(group => new DifferenceGroup(
                group.Key.Controls.Select(id => Changed(id, before, after)).ToValueList(),
                group.Key.Tool,
                group.Key.Direction,
                group.Count(),
                group
                    .Select(found => found.Difference)
                    .OrderBy(found => found.Past.Count)
                    .ThenBy(found => found.Line ?? found.Facts.Length)
                    .Take(most)
                    .ToValueList()))
            .OrderBy(group => Rank(group.Direction))
            .ThenBy(group => group.Tool ?? "", StringComparer.Ordinal)
            .ThenBy(group => string.Join(' ', group.Controls.Select(control => control.Id)), StringComparer.Ordinal)
            .ToValueList();

    /// <summary>A control with its places in both versions.</summary>
    public static ChangedControl Changed(string id, PolicyModel before, PolicyModel after) =>
        new(
            id,
            before.Controls.FirstOrDefault(control => control.Id == id)?.Place,
            after.Controls.FirstOrDefault(control => control.Id == id)?.Place);

    // What lets more through is read first.
    private static int Rank(DifferenceDirection direction) => direction switch
    {
        DifferenceDirection.Looser => 0,
        DifferenceDirection.Mixed => 1,
        DifferenceDirection.Tighter => 2,
        _ => 3,
    };
}
