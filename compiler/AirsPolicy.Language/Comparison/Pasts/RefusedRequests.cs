using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>A few requests of each point and tool that were refused.</summary>
internal sealed class RefusedRequests
{
    private const int MostOfOne = 4;

    private readonly Dictionary<(string Point, string? Tool), List<JsonObject>> _kept = [];

    public void Keep(RequestShape request, JsonObject facts)
    {
        if (!_kept.TryGetValue((request.Point, request.Tool), out var kept))
            _kept.Add((request.Point, request.Tool), kept = []);
        if (kept.Count < MostOfOne)
            kept.Add((JsonObject)facts.DeepClone());
    }

    public IEnumerable<JsonObject> Of(RequestShape request) => _kept.GetValueOrDefault((request.Point, request.Tool), []);
}
