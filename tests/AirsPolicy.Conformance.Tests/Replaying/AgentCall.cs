using System.Text.Json.Nodes;

namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>A call of a tool that a task or an injection asks for.</summary>
internal sealed record AgentCall(string Tool, JsonObject Args)
{
    // What a model writes itself; everything else it copies from what it was told or has read.
    private static readonly HashSet<string> s_written =
    [
        "subject", "body", "content", "title", "description", "start_time", "end_time", "new_start_time", "date", "query", "day",
    ];

    /// <summary>The texts among its arguments that a model copies.</summary>
    public IEnumerable<string> Copied =>
        Args.Where(argument => !s_written.Contains(argument.Key)).SelectMany(argument => Texts(argument.Value));

    /// <summary>The texts of one argument, however deep.</summary>
    public IEnumerable<string> TextsOf(string argument) => Texts(Args[argument]);

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
