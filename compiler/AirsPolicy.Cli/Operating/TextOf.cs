using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Operating;

/// <summary>What a desk says, as texts that a terminal can show.</summary>
internal static class TextOf
{
    public static IEnumerable<JsonObject> Items(JsonObject answer, string name) => (answer[name] as JsonArray ?? []).OfType<JsonObject>();

    public static string Member(JsonObject item, string name) =>
        item[name] is JsonValue value ? DisplayText.Visible(value.ToString()) : "";

    /// <summary>How long ago a time was, or how far away it is.</summary>
    public static string Distance(JsonObject item, string name, DateTimeOffset now)
    {
        if (!InstantText.TryParse(Member(item, name), out var ticks))
            return "";
        var distance = new DateTimeOffset(ticks, TimeSpan.Zero) - now;
        var span = distance.Duration();
        return span < TimeSpan.FromMinutes(1) ? "<1m"
            : span < TimeSpan.FromHours(1) ? $"{(int)span.TotalMinutes}m"
            : span < TimeSpan.FromDays(2) ? $"{(int)span.TotalHours}h{span.Minutes:00}m"
            : $"{(int)span.TotalDays}d";
    }
}
