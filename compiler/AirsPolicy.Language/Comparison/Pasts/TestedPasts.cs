using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// The requests of the policies' own tests, each with those before it in its test: what their authors found worth telling.
/// </summary>
internal sealed class TestedPasts(VersionPair pair)
{
    private const int MostEvents = 130;
    private const int MostOfOnePlace = 8;

    private readonly List<List<(RequestShape Request, JsonObject Facts)>> _tests =
    [
        .. Tests(pair, pair.Before.Model),
        .. Tests(pair, pair.After.Model),
    ];

    /// <summary>Whole tests, as the last request with those before it.</summary>
    public IEnumerable<(MadeUpPast Past, RequestShape Request, JsonObject Facts)> Whole() =>
        _tests.Select(test => Until(test, test.Count - 1));

    /// <summary>Requests at a point, and of a tool there, that have something before them.</summary>
    public IEnumerable<(MadeUpPast Past, JsonObject Facts)> At(RequestShape request) =>
        _tests
            .SelectMany(test =>
                test.Index()
                    .Where(step => step.Index > 0 && step.Item.Request.Point == request.Point && step.Item.Request.Tool == request.Tool)
                    .TakeLast(1)
                    .Select(step => Until(test, step.Index)))
            .Take(MostOfOnePlace)
            .Select(tested => (tested.Past, tested.Facts));

    private static IEnumerable<List<(RequestShape, JsonObject)>> Tests(VersionPair pair, PolicyModel model) =>
        TestVectors
            .From(model)
            .GroupBy(vector => vector.Run)
            .Select(test =>
                test.Take(MostEvents)
                    .Select(vector => Read(pair, vector))
                    .TakeWhile(step => step is not null)
                    .Select(step => step!.Value)
                    .ToList())
            .Where(test => test.Count > 1);

    private static (RequestShape, JsonObject)? Read(VersionPair pair, TestVector vector) =>
        JsonNode.Parse(vector.Facts) is JsonObject facts
        && pair.Find(vector.Point, (facts["tool"] as JsonValue)?.ToString()) is { } request
        && TimeOf(facts) is not null
            ? (request, facts)
            : null;

    private static (MadeUpPast Past, RequestShape Request, JsonObject Facts) Until(
        List<(RequestShape Request, JsonObject Facts)> test,
        int last)
    {
        var now = TimeOf(test[last].Facts)!.Value;
        return (
            new MadeUpPast([
                .. test.Take(last).Select(step => new MadeUpEvent(step.Request, step.Facts, Math.Max(0, now - TimeOf(step.Facts)!.Value))),
            ]),
            test[last].Request,
            test[last].Facts);
    }

    private static long? TimeOf(JsonObject facts) =>
        facts["now"] is JsonValue time && InstantText.TryParse(time.ToString(), out var now) ? now : null;
}
