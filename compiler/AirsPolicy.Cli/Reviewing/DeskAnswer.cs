using System.Text.Json.Nodes;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>What a desk says to the requests of a reviewer.</summary>
internal static class DeskAnswer
{
    /// <summary>What waits, in its order.</summary>
    /// <exception cref="DeskLostException">Nobody answers.</exception>
    public static JsonObject List(IDesk desk, string? queue)
    {
        var request = Request(DeskAction.List);
        if (queue is not null)
            request["queue"] = queue;
        return desk.Ask(request);
    }

    /// <summary>The requests of a list.</summary>
    public static IReadOnlyList<WaitingItem> Items(JsonObject list) =>
        [.. (list["items"] as JsonArray ?? []).OfType<JsonObject>().Select(item => new WaitingItem(item))];

    /// <summary>All of a request; null where it waits no more, with what the desk says of it.</summary>
    /// <exception cref="DeskLostException">Nobody answers.</exception>
    public static WaitingItem? Show(IDesk desk, long number, out string message)
    {
        var answer = desk.Ask(Request(DeskAction.Show, number));
        message = MessageOf(answer);
        return answer["item"] is JsonObject item ? new WaitingItem(item) : null;
    }

    /// <summary>A request for something.</summary>
    public static JsonObject Request(DeskAction action, long? number = null)
    {
        var request = new JsonObject { ["do"] = DeskRequest.NameOf(action) };
        if (number is { } of)
            request["number"] = of;
        return request;
    }

    /// <summary>What a desk says, for people to read.</summary>
    public static string MessageOf(JsonObject answer) => Text(answer["message"]) ?? Text(answer["error"]) ?? "";

    /// <summary>A word was counted.</summary>
    public static bool Counts(JsonObject answer) => Text(answer["answer"]) is "Counted" or "Complete" or "Refused";

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
