using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>The facts of a request with the content that a reviewer puts in the place of its own.</summary>
internal static class EditedFacts
{
    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    /// <param name="waiting">The request.</param>
    /// <param name="layout">The facts of its point.</param>
    /// <param name="content">The content, as JSON.</param>
    /// <param name="most">How many bytes the content may take.</param>
    /// <param name="facts">The facts.</param>
    /// <returns>Null; or why there are none.</returns>
    public static ReviewResult? Of(
        WaitingRequest waiting,
        PointLayout layout,
        ReadOnlySpan<byte> content,
        int most,
        out ReadOnlyMemory<byte> facts)
    {
        facts = default;
        var isCall = layout.Point == PointNames.ToolCall;
        string[] path = isCall ? ["args"] : layout.Point == PointNames.ToolResult ? [] : [.. layout.PrimaryText];
        if (waiting.Facts is not { } kept)
            return ReviewMessages.NotKept(waiting.Number);
        if (path.Length == 0)
            return ReviewMessages.NotEditable(waiting.Number, layout.Point);
        if (content.Length > most)
            return ReviewMessages.TooLong(content.Length, most);
        if (Parsed(content) is not { } changed || (isCall ? changed is not JsonObject : !IsText(changed)))
            return ReviewMessages.NotContent(isCall);
        var root = JsonNode.Parse(kept.Span)!;
        if (path[..^1].Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]) is not JsonObject holder)
            return ReviewMessages.NotEditable(waiting.Number, layout.Point);
        try
        {
            if (JsonNode.DeepEquals(holder[path[^1]], changed))
                return ReviewMessages.SameContent(waiting.Number);
            holder[path[^1]] = changed;
            facts = Encoding.UTF8.GetBytes(root.ToJsonString());
            return null;
        }
        // Half of a pair of surrogates is found out where a text is read.
        catch (InvalidOperationException)
        {
            return ReviewMessages.NotContent(isCall);
        }
    }

    private static bool IsText(JsonNode node) => node.GetValueKind() == JsonValueKind.String;

    private static JsonNode? Parsed(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: s_once);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
