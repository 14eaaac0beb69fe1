using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI;

/// <summary>Decides on what tools have answered, before the model sees it.</summary>
internal static class ToolResults
{
    private const string ResultPath = "/result", TextPath = "/result_text";

    /// <summary>Decides on a result.</summary>
    /// <returns>The decision, and what the model sees: the result, the result as it is changed, or that it is withheld.</returns>
    public static async ValueTask<(Verdict Verdict, object? Result)> DecideAsync(
        Exchange exchange,
        string tool,
        JsonObject arguments,
        object? result,
        CancellationToken cancellation)
    {
        var node = JsonText.Of(result);
        if (node is null && result is not null)
            return Withheld(Verdict.Refuse(PointNames.ToolResult, "The result cannot be read.", exchange.Policy.Host.Digest));
        var text = JsonText.Plain(node);
        var layout = exchange.Policy.Host.Layout(PointNames.ToolResult)?.Layout;
        var verdict = await exchange.DecideAsync(
            PointNames.ToolResult,
            json =>
            {
                json.WriteBoolean("first_use"u8, exchange.IsFirstUse(tool));
                json.WriteString("result_text"u8, text);
                if (layout is null)
                    return;
                if (Exchange.Knows(layout, tool, "args"))
                {
                    json.WritePropertyName("args"u8);
                    arguments.WriteTo(json);
                }
                if (node is JsonObject && Exchange.Knows(layout, tool, "result"))
                {
                    json.WritePropertyName("result"u8);
                    node.WriteTo(json);
                }
            },
            cancellation,
            tool).ConfigureAwait(false);
        if (!verdict.GoesOn)
            return Withheld(verdict);
        if (verdict.IsUnchanged)
            return (verdict, JsonText.Fixed(result));
        return Changed(exchange, verdict.Decision.Content, node, text) is { } changed
            ? (verdict, changed)
            : Withheld(
                Verdict.Refuse(PointNames.ToolResult, "The change of the result cannot be carried out.", verdict.Decision.Bundle));
    }

    private static (Verdict Verdict, object? Result) Withheld(Verdict verdict) =>
        (verdict, $"The policy withholds this result. {verdict.Decision.Message}".TrimEnd());

    // Of a record its members are changed, or else the whole as a text.
    private static object? Changed(Exchange exchange, ContentChange change, JsonNode? node, string text)
    {
        var inText = change.Redactions.Where(redaction => redaction.Path == TextPath).ToList();
        if (inText.Count == change.Redactions.Count)
            return change.Drops.Count == 0 || change.Replacement is not null ? change.Apply(TextPath, text, exchange.Labels) : null;
        return inText.Count == 0 && node is JsonObject record ? JsonChange.Apply(record, ResultPath, change, exchange.Labels) : null;
    }
}
