using System.Text.Json.Nodes;
using AirsPolicy.Cli.Reviewing;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Operating;

/// <summary>What operators ask of a desk.</summary>
internal static class DeskRequests
{
    /// <summary>A request with the members that have a value.</summary>
    public static JsonObject Of(DeskAction action, params (string Name, string? Value)[] members)
    {
        var request = DeskAnswer.Request(action);
        foreach (var (name, value) in members)
        {
            if (value is not null)
                request[name] = value;
        }
        return request;
    }
}
