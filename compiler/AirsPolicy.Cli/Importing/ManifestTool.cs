using System.Text.Json;

namespace AirsPolicy.Cli.Importing;

/// <summary>One tool of a manifest. All of it is what a server says about itself.</summary>
/// <param name="WireName">The name by which it is called.</param>
/// <param name="Json">The tool as it stands in the manifest.</param>
internal sealed record ManifestTool(string WireName, JsonElement Json)
{
    /// <summary>The title, or null.</summary>
    public string? Title => Text(Json, "title") ?? (Member("annotations") is { } annotations ? Text(annotations, "title") : null);

    /// <summary>The description, or null.</summary>
    public string? Description => Text(Json, "description");

    /// <summary>The schema of its arguments, or null.</summary>
    public JsonElement? Input => Member("inputSchema");

    /// <summary>The schema of its result, or null.</summary>
    public JsonElement? Output => Member("outputSchema");

    /// <summary>What the server hints at, each with its truth; hints that are neither true nor false are left out.</summary>
    public IEnumerable<(string Name, bool Value)> Hints
    {
        get
        {
            foreach (var name in new[] { "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint" })
            {
                if (Member("annotations") is { ValueKind: JsonValueKind.Object } annotations
                    && annotations.TryGetProperty(name, out var hint)
                    && hint.ValueKind is JsonValueKind.True or JsonValueKind.False)
                    yield return (name, hint.ValueKind == JsonValueKind.True);
            }
        }
    }

    /// <summary>A member of the tool, or null.</summary>
    public JsonElement? Member(string name) => Json.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
