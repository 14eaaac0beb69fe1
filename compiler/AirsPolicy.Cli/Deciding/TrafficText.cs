using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Deciding;

/// <summary>Recorded requests, one JSON object a line.</summary>
internal static class TrafficText
{
    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    /// <summary>The requests of the lines that are not empty, with the time added where the facts leave it out.</summary>
    /// <exception cref="UsageException">A line is no such object; the message names the line.</exception>
    public static IReadOnlyList<RecordedRequest> Read(string text, SystemModel? system, DateTimeOffset now)
    {
        var requests = new List<RecordedRequest>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                requests.Add(Parse(line, number, system, now));
        }
        return requests;
    }

    /// <summary>Reads every text: half of a surrogate pair is none, and asking for it throws.</summary>
    /// <exception cref="InvalidOperationException">A text is not whole.</exception>
    public static void RequireWhole(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    RequireWhole(member.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    RequireWhole(item);
                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }

    private static RecordedRequest Parse(string line, int number, SystemModel? system, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(line, s_once);
            var root = document.RootElement;
            RequireWhole(root);
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("point", out var point) && point.ValueKind == JsonValueKind.String
                && root.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Object)
            {
                return new RecordedRequest(number, point.GetString()!, FactsText.Complete(facts.GetRawText(), tool: null, system, now));
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new UsageException(
                $"Line {number} of the traffic is no JSON object in which each name stands once and every text is whole.");
        }
        throw new UsageException($"Line {number} of the traffic needs a text 'point' and an object 'facts'.");
    }
}
