using System.Globalization;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>What the versions say does not apply. No decision shows it: what a tier asks of the policy gets less, or more.</summary>
internal static class InapplicableIds
{
    public static IEnumerable<DeclarationDifference> Of(GovernanceModel before, GovernanceModel after)
    {
        var (first, second) = (before.Inapplicable.ToDictionary(Id), after.Inapplicable.ToDictionary(Id));
        foreach (var id in first.Keys.Union(second.Keys, StringComparer.Ordinal))
        {
            var (earlier, later) = (first.GetValueOrDefault(id), second.GetValueOrDefault(id));
            var (was, now) = (Words(earlier), Words(later));
            if (was != now)
                yield return new DeclarationDifference("inapplicable", id, was, now, Direction(earlier?.Until ?? -1, later?.Until ?? -1));
        }
    }

    private static string Id(InapplicableModel inapplicable) => inapplicable.Id;

    // For longer is more loosely.
    private static DifferenceDirection Direction(int before, int after) =>
        before < after ? DifferenceDirection.Looser
        : before > after ? DifferenceDirection.Tighter
        : DifferenceDirection.AsStrict;

    private static string? Words(InapplicableModel? inapplicable)
    {
        if (inapplicable is null)
            return null;
        var until = DateOnly.FromDayNumber(inapplicable.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var role = inapplicable.Role is null ? "" : $" as {inapplicable.Role}";
        return $"until {until}, approved by {inapplicable.ApprovedBy}{role}: {inapplicable.Because}";
    }
}
