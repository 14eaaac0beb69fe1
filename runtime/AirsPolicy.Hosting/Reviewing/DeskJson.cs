using System.Text.Json;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>What a desk shows of what waits.</summary>
internal static class DeskJson
{
    /// <summary>What a list says of a request.</summary>
    public static void Write(Utf8JsonWriter json, WaitingRequest waiting)
    {
        json.WriteStartObject();
        WriteMembers(json, waiting);
        json.WriteEndObject();
    }

    /// <summary>All of a request, with its facts and comments.</summary>
    public static void WriteWhole(Utf8JsonWriter json, WaitingRequest waiting)
    {
        json.WriteStartObject();
        WriteMembers(json, waiting);
        json.WritePropertyName("facts");
        if (waiting.Facts is { } facts)
            json.WriteRawValue(facts.Span);
        else
            json.WriteNullValue();
        json.WriteStartArray("changes");
        foreach (var change in Changes(waiting.Request.Decision.Content))
            json.WriteStringValue(change);
        json.WriteEndArray();
        json.WriteStartArray("comments");
        foreach (var comment in waiting.Comments)
        {
            json.WriteStartObject();
            json.WriteString("by", comment.By);
            json.WriteString("at", InstantText.Format(comment.At));
            json.WriteString("text", comment.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, WaitingRequest waiting)
    {
        var request = waiting.Request;
        json.WriteNumber("number", waiting.Number);
        json.WriteString("digest", request.Digest);
        json.WriteString("priority", waiting.Priority.ToString().ToLowerInvariant());
        json.WriteString("since", InstantText.Format(request.Since));
        if (request.Due != long.MaxValue)
            json.WriteString("due", InstantText.Format(request.Due));
        json.WriteString("point", request.Decision.Point);
        if (request.Tool is { } tool)
            json.WriteString("tool", tool);
        WriteTexts(json, "askers", request.Askers);
        json.WriteStartArray("queues");
        foreach (var queue in request.Queues)
        {
            json.WriteStartObject();
            json.WriteString("name", queue.Name);
            json.WriteNumber("missing", waiting.Missing(queue));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteTexts(json, "approvals", waiting.Approvals.Select(approval => approval.By));
        WriteTexts(json, "controls", Holding(request.Decision).Select(rule => rule.Origin.Control).Distinct(StringComparer.Ordinal));
        WriteTexts(json, "why", Why(request.Decision));
        if (waiting.Claim is { } claim)
        {
            json.WriteStartObject("claim");
            json.WriteString("by", claim.By);
            json.WriteString("until", InstantText.Format(claim.Until));
            json.WriteEndObject();
        }
        if (waiting.Replaces is { } replaced)
            json.WriteNumber("replaces", replaced);
    }

    // The controls that hold it, and their messages.
    private static IEnumerable<string> Why(Decision decision)
    {
        var controls = Holding(decision)
            .Select(rule => rule.Failure is { } failure ? $"{rule.Origin.Control}: {failure.Detail}" : rule.Origin.Control)
            .Distinct(StringComparer.Ordinal);
        return decision.Message is { } message ? controls.Append(message) : controls;
    }

    private static IEnumerable<MatchedRule> Holding(Decision decision) =>
        decision.Fired.Where(rule => rule.Effects.Any(effect => effect is HoldEffect));

    private static IEnumerable<string> Changes(ContentChange change)
    {
        if (change.Replacement is not null)
            yield return "It is replaced by another text.";
        foreach (var path in change.Redactions.Select(redaction => redaction.Path).Distinct(StringComparer.Ordinal))
            yield return $"Parts of '{path}' are hidden.";
        if (change.Drops.Count > 0)
            yield return "Items of a list are dropped.";
        if (change.CutToCharacters is not null || change.CutToBytes is not null)
            yield return "It is cut.";
        if (change.Appended.Count > 0)
            yield return "A text is appended.";
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
