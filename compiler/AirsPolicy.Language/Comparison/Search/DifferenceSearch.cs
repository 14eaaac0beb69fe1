using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>Makes requests up, point by point and rule by rule, and keeps those on which the versions differ.</summary>
internal sealed class DifferenceSearch(VersionPair pair, ComparisonBounds bounds)
{
    private readonly HashSet<(string Point, string Facts)> _asked = [];
    private readonly List<(DecisionDifference Difference, string? Tool)> _found = [];

    /// <summary>The differences found, each with the tool that only one version declares, or null.</summary>
    public IReadOnlyList<(DecisionDifference Difference, string? Tool)> Found => _found;

    /// <summary>A rule gave rise to more requests than the bounds allow.</summary>
    public bool Bounded { get; private set; }

    public void Run()
    {
        foreach (var request in pair.Requests())
        {
            var calm = CalmFacts.Of(pair, request);
            Ask(request, calm);
            foreach (var (scope, rule) in RulesAtPoint.At(pair, request))
                Ask(request, RuleRequests.Of(scope, rule, calm));
        }
        // What the authors found worth a test is worth a question.
        foreach (var given in TestVectors.From(pair.Before.Model).Concat(TestVectors.From(pair.After.Model)))
        {
            if (JsonNode.Parse(given.Facts) is JsonObject facts && pair.Find(given.Point, facts["tool"]?.ToString()) is { } request)
                Ask(request, facts);
        }
    }

    private void Ask(RequestShape request, IEnumerable<JsonObject> requests)
    {
        var count = 0;
        foreach (var facts in requests)
        {
            if (count++ == bounds.RequestsOfOneRule || _asked.Count >= bounds.Requests)
            {
                Bounded = true;
                return;
            }
            Ask(request, facts);
            foreach (var day in DaysAfterDetect(request))
                Ask(request, request.With(facts, new FactPath(["today"]), day) ?? facts);
        }
    }

    private void Ask(RequestShape request, JsonObject facts)
    {
        if (_asked.Add((request.Point, facts.ToJsonString(WireJson.Options))) && pair.Difference(request, facts) is { } difference)
            _found.Add((difference, pair.OneSidedTool(request)));
    }

    // A control in detect mode comes into force on the day after.
    private List<JsonNode> DaysAfterDetect(RequestShape request) =>
    [
        .. from control in pair.Before.Model.Controls.Concat(pair.After.Model.Controls)
           where control.Detect is { Until: not null } && control.Placements.Any(placement => placement.Point == request.Point)
           let day = control.Detect!.Until!.Value + 1
           where day <= CheckedArithmetic.MaxDate
           select (JsonNode)JsonValue.Create(DateText.Format(day)),
    ];
}
