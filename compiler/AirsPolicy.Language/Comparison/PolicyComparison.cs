using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Meanings;
using AirsPolicy.Language.Comparison.Pasts;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison;

/// <summary>
/// How two versions of a policy differ. Requests are made up from the rules of both, and both versions decide them by their reference
/// meaning: what is reported as a difference is always a request that shows it. The search is bounded and the same every time; what means
/// something else and was not shown by it is not decided. No difference there is where nothing means something else.
/// </summary>
internal static class PolicyComparison
{
    /// <summary>Looks for requests that the versions decide differently.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="bounds">How far to look; <see cref="ComparisonBounds.Default"/> where nothing is said.</param>
    /// <param name="asked">Told how many requests both versions have been asked so far, or null.</param>
    public static ComparisonReport Compare(
        PolicyModel before,
        PolicyModel after,
        ComparisonBounds? bounds = null,
        Action<int>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var limits = bounds ?? ComparisonBounds.Default;
        var pair = new VersionPair(before, after, limits.Day, asked);
        var search = new DifferenceSearch(pair, limits);
        search.Run();
        var changes = new ModelChanges(before, after);
        var past = new PastSearch(pair, limits);
        past.Run(changes, [.. search.Found.Select(found => found.Difference)]);
        var requests = pair.Asked;
        (DecisionDifference Difference, string? Tool)[] found =
        [
            .. search.Found,
            .. past.Found.Select(difference => (difference, OneSided(pair, difference))),
        ];
        var groups = DifferenceGroups
            .Of(found, before, after, limits.WitnessesOfOneGroup)
            .Select(group => Smallest(pair, group))
            .ToValueList();
        var declared = Declarations.Of(pair).ToValueList();
        var open = changes.Undecided([.. found.Select(shown => shown.Difference)], declared).ToValueList();
        DifferenceDirection[] directions =
        [
            .. groups.Select(group => group.Direction),
            .. declared.Select(difference => difference.Direction).OfType<DifferenceDirection>(),
        ];
        var verdict =
            directions.Length == 0 && declared.Count + open.Count > 0
                ? ComparisonVerdict.NotDecided
                : DecisionOrder.Verdict(directions);
        return new ComparisonReport(verdict, groups, declared, open, requests, search.Bounded || past.Bounded);
    }

    /// <summary>
    /// Asks both versions recorded requests. A request that a version cannot take is decided by that version's posture, as in operation.
    /// </summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="traffic">The requests, in their order.</param>
    /// <param name="asked">Told how many requests both versions have been asked so far, or null.</param>
    public static TrafficReport Replay(
        PolicyModel before,
        PolicyModel after,
        IEnumerable<RecordedRequest> traffic,
        Action<int>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(traffic);
        var pair = new VersionPair(before, after, asked: asked);
        var found = traffic.Select(request => Recorded(pair, request)).OfType<DecisionDifference>()
            .Select(difference => (difference, OneSided(pair, difference))).ToList();
        var groups = DifferenceGroups.Of(found, before, after, int.MaxValue);
        return new TrafficReport(DecisionOrder.Verdict([.. groups.Select(group => group.Direction)]), groups, pair.Asked, found.Count);
    }

    private static DecisionDifference? Recorded(VersionPair pair, RecordedRequest recorded)
    {
        var facts = (JsonObject)JsonNode.Parse(recorded.Facts)!;
        var tool = facts["tool"] is JsonValue named && named.GetValueKind() == JsonValueKind.String ? named.GetValue<string>() : null;
        var request = pair.Find(recorded.Point, tool) ?? new RequestShape(recorded.Point, tool, new RecordShape([]));
        var (before, after) = pair.DecideRecorded(request, facts);
        return DecisionOrder.Between(before, after) is { } direction
            ? new DecisionDifference(recorded.Point, tool, recorded.Facts, recorded.Line, before, after, direction)
            : null;
    }

    private static string? OneSided(VersionPair pair, DecisionDifference difference) =>
        pair.Find(difference.Point, difference.Tool) is { } request ? pair.OneSidedTool(request) : null;

    private static DifferenceGroup Smallest(VersionPair pair, DifferenceGroup group) =>
        group with
        {
            Witnesses = group
                .Witnesses.Select(witness => WitnessReduction.Of(pair, witness))
                .DistinctBy(witness => (witness.Point, witness.Tool, witness.Facts, witness.Past))
                .OrderBy(witness => witness.Past.Count)
                .ThenBy(witness => witness.Facts.Length)
                .ToValueList(),
        };
}
