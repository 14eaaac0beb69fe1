using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>A request that waits, as a desk tells of it.</summary>
/// <param name="json">What the desk has said.</param>
internal sealed class WaitingItem(JsonObject json)
{
    public long Number { get; } = (long?)json["number"] ?? 0;

    public string Digest { get; } = TextOf(json, "digest");

    public string Priority { get; } = TextOf(json, "priority");

    public string Point { get; } = TextOf(json, "point");

    public string? Tool { get; } = (string?)json["tool"];

    public string What => Tool is null ? Point : $"{Point} of {Tool}";

    public ValueList<string> AskedBy { get; } = Texts(json, "askers");

    public string Askers => string.Join(", ", AskedBy);

    public ValueList<string> ApprovedBy { get; } = Texts(json, "approvals");

    public string Approvals => string.Join(", ", ApprovedBy);

    /// <summary>The controls that hold it.</summary>
    public ValueList<string> Controls { get; } = Texts(json, "controls");

    public string Why { get; } = string.Join(", ", Texts(json, "why"));

    public ValueList<string> QueueNames { get; } =
        [.. (json["queues"] as JsonArray ?? []).Select(queue => (string?)queue?["name"]).OfType<string>()];

    public string Queues { get; } = string.Join(
        ", ",
        (json["queues"] as JsonArray ?? []).Select(queue => $"{(string?)queue?["name"]} ({(long?)queue?["missing"]} more)"));

    public string? ClaimedBy { get; } = (string?)json["claim"]?["by"];

    public long? Replaces { get; } = (long?)json["replaces"];

    public JsonObject? Facts { get; } = json["facts"] as JsonObject;

    public IReadOnlyList<string> Changes { get; } = [.. (json["changes"] as JsonArray ?? []).Select(change => (string?)change ?? "")];

    public IReadOnlyList<string> Comments { get; } =
    [
        .. (json["comments"] as JsonArray ?? [])
            .Select(comment => $"{(string?)comment?["by"]} at {(string?)comment?["at"]}: {(string?)comment?["text"]}"),
    ];

    public DateTimeOffset? Since { get; } = Time(json, "since");

    public DateTimeOffset? Due { get; } = Time(json, "due");

    /// <summary>How long it has waited.</summary>
    public string Age(DateTimeOffset now) => Since is { } since ? Span(now - since) : "";

    /// <summary>How long people have for it.</summary>
    public string Left(DateTimeOffset now) => Due is { } due ? Span(due - now) : "no end";

    private static string Span(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? "<1m"
        : span < TimeSpan.FromHours(1) ? $"{(int)span.TotalMinutes}m"
        : span < TimeSpan.FromDays(2) ? $"{(int)span.TotalHours}h{span.Minutes:00}m"
        : $"{(int)span.TotalDays}d";

    private static DateTimeOffset? Time(JsonObject json, string name) =>
        InstantText.TryParse((string?)json[name] ?? "", out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static string TextOf(JsonObject json, string name) => (string?)json[name] ?? "";

    private static ValueList<string> Texts(JsonObject json, string name) =>
        [.. (json[name] as JsonArray ?? []).Select(text => (string?)text).OfType<string>()];
}
