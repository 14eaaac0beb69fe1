using System.Globalization;
using System.Text.Json.Nodes;

namespace AirsPolicy.ScriptedModel;

/// <summary>Replies in the form of chat completions.</summary>
internal static class Completion
{
    // Short, so that most texts come in several parts.
    private const int PartLength = 8;

    public static IEnumerable<string> Whole(JsonNode request, ScriptedReply reply)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = reply.Text };
        if (reply.Calls.Count > 0)
            message["tool_calls"] = Calls(reply);
        var choice = new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Finish(reply) };
        var whole = Frame(request, "chat.completion", choice);
        if (reply.Usage is { } usage)
            whole["usage"] = Usage(usage);
        // In two parts, so that a connection can end between them.
        var json = whole.ToJsonString();
        return [json[..^1], json[^1..]];
    }

    public static IEnumerable<string> Streamed(JsonNode request, ScriptedReply reply)
    {
        for (var at = 0; at < reply.Text.Length; at += PartLength)
            yield return Part(request, new JsonObject { ["role"] = "assistant", ["content"] = Cut(reply.Text, at) });
        if (reply.Calls.Count > 0)
            yield return Part(request, new JsonObject { ["role"] = "assistant", ["tool_calls"] = Calls(reply) });
        yield return Part(request, [], Finish(reply));
        if (reply.Usage is { } usage && request["stream_options"]?["include_usage"]?.GetValue<bool>() == true)
        {
            var last = Frame(request, "chat.completion.chunk");
            last["usage"] = Usage(usage);
            yield return last.ToJsonString();
        }
        yield return "[DONE]";
    }

    private static string Part(JsonNode request, JsonObject delta, string? finish = null) =>
        Frame(
            request,
            "chat.completion.chunk",
            new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }).ToJsonString();

    private static JsonObject Frame(JsonNode request, string kind, params JsonNode[] choices) =>
        new()
        {
            ["id"] = "scripted",
            ["object"] = kind,
            ["created"] = 0,
            ["model"] = request["model"]?.DeepClone(),
            ["choices"] = new JsonArray(choices),
        };

    private static JsonArray Calls(ScriptedReply reply) =>
    [
        .. reply.Calls.Select((call, index) => new JsonObject
        {
            ["index"] = index,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"call_{index}_{Guid.NewGuid():N}"),
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Tool, ["arguments"] = call.Arguments },
        }),
    ];

    private static JsonObject Usage(ScriptedUsage usage) =>
        new()
        {
            ["prompt_tokens"] = usage.Input,
            ["completion_tokens"] = usage.Output,
            ["total_tokens"] = unchecked(usage.Input + usage.Output),
        };

    private static string Finish(ScriptedReply reply) => reply.Calls.Count > 0 ? "tool_calls" : "stop";

    private static string Cut(string text, int at) => text.Substring(at, Math.Min(PartLength, text.Length - at));
}
