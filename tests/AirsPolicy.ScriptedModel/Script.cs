using System.Text.Json.Nodes;

namespace AirsPolicy.ScriptedModel;

/// <summary>Which reply a request is given.</summary>
internal sealed class Script(IReadOnlyList<ScriptedReply> replies)
{
    private readonly int[] _given = new int[replies.Count];

    public ScriptedReply? Next(JsonNode request)
    {
        var messages = request["messages"]!.AsArray();
        var result = Role(messages[^1]) == "tool" ? Text(messages[^1]) : null;
        var user = Text(messages.LastOrDefault(message => Role(message) == "user"));
        lock (_given)
        {
            for (var i = 0; i < replies.Count; i++)
            {
                if (_given[i] < replies[i].Times && Fits(replies[i].User, user) && FitsResult(replies[i].ToolResult, result))
                {
                    _given[i]++;
                    return replies[i];
                }
            }
        }
        return null;
    }

    private static bool Fits(string? part, string text) => part is null || text.Contains(part, StringComparison.Ordinal);

    private static bool FitsResult(string? part, string? result) =>
        part is null ? result is null : result is not null && Fits(part, result);

    private static string? Role(JsonNode? message) => message?["role"]?.GetValue<string>();

    // A text, or parts of which some are texts.
    private static string Text(JsonNode? message) => message?["content"] switch
    {
        JsonArray parts => string.Concat(parts.Select(part => part?["text"]?.GetValue<string>())),
        JsonValue text => text.GetValue<string>(),
        _ => "",
    };
}
