using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Pasts;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>The two versions, asked side by side.</summary>
/// <param name="day">The day of requests that are made up, or null for that of policy tests.</param>
/// <param name="asked">Told how many requests both were asked so far, or null.</param>
internal sealed class VersionPair(PolicyModel before, PolicyModel after, DateOnly? day = null, Action<int>? asked = null)
{
    private readonly RefusedRequests _refused = new();
    private IReadOnlyList<RequestShape>? _requests;

    public PolicyVersion Before { get; } = new(before);

    public PolicyVersion After { get; } = new(after);

    /// <summary>How many requests both were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>What both decide on a recorded request.</summary>
    public (Decision Before, Decision After) DecideRecorded(RequestShape request, JsonObject facts)
    {
        Count();
        return (Before.DecideRecorded(request, facts, After), After.DecideRecorded(request, facts, Before));
    }

    /// <summary>What both decide on a request that is made up.</summary>
    public (Decision Before, Decision After) Decide(RequestShape request, JsonObject facts)
    {
        Count();
        var (before, after) = (Before.Decide(request, facts, After), After.Decide(request, facts, Before));
        if (before.Outcome > Outcome.Hold && after.Outcome > Outcome.Hold && before.Failure is null && after.Failure is null)
            _refused.Keep(request, facts);
        return (before, after);
    }

    /// <summary>Requests that both versions have refused.</summary>
    public IEnumerable<JsonObject> Refused(RequestShape request) => _refused.Of(request);

    /// <summary>
    /// The first difference that a request shows, or what is made up to have come before it, once that has happened; or null.
    /// </summary>
    public DecisionDifference? Difference(MadeUpPast past, RequestShape request, JsonObject facts, bool withStateMachines = false)
    {
        var happened = new List<EarlierRequest>();
        foreach (var (asked, timed, at, before, after) in Replay(past, request, facts, withStateMachines))
        {
            if (!Fits(before, Before, asked) || !Fits(after, After, asked))
                return null;
            var json = timed.ToJsonString(WireJson.Options);
            if (DecisionOrder.Between(before, after) is { } direction)
                return new DecisionDifference(asked.Point, asked.Tool, json, null, before, after, direction, happened.ToValueList());
            happened.Add(new EarlierRequest(asked.Point, json, at, before.Outcome == Outcome.Hold));
        }
        return null;
    }

    /// <summary>What both decide on a request, once what is made up to have come before it has happened.</summary>
    public (Decision Before, Decision After) DecideAfter(MadeUpPast past, RequestShape request, JsonObject facts)
    {
        var (_, _, _, before, after) = Replay(past, request, facts, withStateMachines: false).Last();
        return (before, after);
    }

    private IEnumerable<(RequestShape Request, JsonObject Facts, long At, Decision Before, Decision After)> Replay(
        MadeUpPast past,
        RequestShape request,
        JsonObject facts,
        bool withStateMachines)
    {
        var now = facts["now"] is JsonValue time && InstantText.TryParse(time.ToString(), out var said) ? said : VirtualClock.Start.Ticks;
        var (first, second) = (Before.Replay(withStateMachines), After.Replay(withStateMachines));
        foreach (var (asked, known, ago) in past.Events.Append(new MadeUpEvent(request, facts, 0)))
        {
            Count();
            var at = Math.Max(now - ago, 0);
            var timed = MadeUpEvent.At(known, at);
            // What is held goes on: people approve it at once.
            var answer = new HeldAnswer(true, at);
            yield return (
                asked, timed, at,
                first.DecideAlone(asked.Point, Before.Handed(asked, timed, After).ToJsonString(WireJson.Options), at, answer),
                second.DecideAlone(asked.Point, After.Handed(asked, timed, Before).ToJsonString(WireJson.Options), at, answer));
        }
    }

    /// <summary>
    /// The difference that made-up facts show, or null. Facts that a version cannot take show none, unless they call a tool that only one
    /// version declares.
    /// </summary>
    public DecisionDifference? Difference(RequestShape request, JsonObject facts)
    {
        var (first, second) = Decide(request, facts);
        return Fits(first, Before, request) && Fits(second, After, request) && DecisionOrder.Between(first, second) is { } direction
            ? new DecisionDifference(request.Point, request.Tool, facts.ToJsonString(WireJson.Options), null, first, second, direction)
            : null;
    }

    /// <summary>Every point that both know, with every tool that a version declares there.</summary>
    public IReadOnlyList<RequestShape> Requests() => _requests ??=
    [
        .. from layout in Before.Model.Layouts
           let other = After.Model.Layouts.FirstOrDefault(known => known.Point == layout.Point)
           where other is not null
           let tools = layout.Tools.Concat(other.Tools).Select(tool => tool.WireName).Distinct(StringComparer.Ordinal)
           from tool in tools.DefaultIfEmpty(null)
           select Shape(layout.Point, tool),
    ];

    /// <summary>What a request of that point and tool holds; null where only one version knows the point.</summary>
    public RequestShape? Find(string point, string? tool) =>
        Before.Shape(point, null) is null || After.Shape(point, null) is null ? null : Shape(point, tool);

    /// <summary>The tool, where one version declares tools and knows it and the other does not.</summary>
    public string? OneSidedTool(RequestShape request) =>
        request.Tool is not null && Before.Shape(request.Point, request.Tool) is null != After.Shape(request.Point, request.Tool) is null
            ? request.Tool
            : null;

    private void Count()
    {
        Asked++;
        asked?.Invoke(Asked);
    }

    private RequestShape Shape(string point, string? tool)
    {
        var (first, second) = (Before.Shape(point, tool), After.Shape(point, tool));
        RecordShape facts =
            first is not null && second is not null ? MergedShape.Of(first, second) : first ?? second ?? new RecordShape([]);
        return new RequestShape(point, tool, facts, day);
    }

    private static bool Fits(Decision decision, PolicyVersion version, RequestShape request) =>
        decision.Failure is null || version.Shape(request.Point, request.Tool) is null;
}
