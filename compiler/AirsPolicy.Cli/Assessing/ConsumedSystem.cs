using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Assessing;

/// <summary>
/// What a tier requires of a system that others make and run: a policy in front of it decides what goes in and comes out, and its maker
/// shows the rest.
/// </summary>
internal static class ConsumedSystem
{
    private const string Provider = "provider";

    private static readonly Dictionary<string, CatalogueEntry> s_entries = ShippedCatalogues.All
        .SelectMany(catalogue => catalogue.Entries.Values).ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>What the framework has users ask of whoever provides a model or system, by id.</summary>
    public static IEnumerable<CatalogueEntry> Asked =>
        s_entries.Values.Where(entry => entry.Owner == Provider).OrderBy(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>Whether a policy in front of the system can decide what is required, and its maker need not show it.</summary>
    public static bool IsInFront(RequiredIdModel required)
    {
        var entry = s_entries[required.Id];
        return entry.IsDecidedAtRunTime && (entry.Points.Count == 0 || entry.Points.Any(IsOutside));
    }

    // What a system reads, calls and remembers inside nobody in front of it sees; sessions and readings a gateway has of its own.
    private static bool IsOutside(string point) =>
        point is PointNames.Input or PointNames.Output or PointNames.Session or PointNames.Signal;
}
