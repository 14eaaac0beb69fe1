using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>Writes the parts of a decision as JSON.</summary>
internal static class DecisionWriter
{
    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("point", decision.Point);
        json.WriteString("outcome", DecisionWords.Of(decision.Outcome));
        WriteOptional(json, "message", decision.Message);
        WriteList(json, "fired", decision.Fired, WriteRule);
        WriteList(json, "would", decision.Detected, WriteRule);
        WriteContent(json, decision.Content);
        WriteList(json, "holds", decision.Holds, EffectJson.WriteValues);
        WriteList(json, "halts", decision.Halts, EffectJson.WriteValues);
        WriteList(json, "stops", decision.Stops, Write);
        WriteList(json, "events", decision.Events, EffectJson.WriteValues);
        WriteList(json, "duties", decision.Duties, (j, duty) => j.WriteStringValue(duty));
        WriteFailure(json, decision.Failure);
        if (decision.Retracted)
            json.WriteBoolean("retracted", true);
        WriteOptional(json, "bundle", decision.Bundle);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, ContentChange content)
    {
        json.WriteStartObject("content");
        WriteOptional(json, "replacement", content.Replacement);
        WriteList(json, "redactions", content.Redactions, WriteRedaction);
        WriteList(json, "drops", content.Drops, EffectJson.WriteValues);
        if (content.CutToCharacters is { } characters)
            json.WriteNumber("cut_to_characters", characters);
        if (content.CutToBytes is { } bytes)
            json.WriteNumber("cut_to_bytes", bytes);
        WriteList(json, "appended", content.Appended, (j, text) => j.WriteStringValue(text));
        WriteList(json, "labels", content.Labels, (j, label) => j.WriteStringValue(label));
        json.WriteEndObject();
    }

    public static void WriteRule(Utf8JsonWriter json, MatchedRule rule)
    {
        json.WriteStartObject();
        json.WriteString("control", rule.Origin.Control);
        WriteOptional(json, "title", rule.Origin.Title);
        WriteOptional(json, "severity", rule.Origin.Severity);
        json.WriteStartArray("satisfies");
        foreach (var id in rule.Origin.Satisfies.Length == 0 ? [] : rule.Origin.Satisfies.Split(','))
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteNumber("rule", rule.Origin.Ordinal);
        json.WriteString("file", rule.Origin.File);
        json.WriteNumber("line", rule.Origin.Line);
        json.WriteNumber("column", rule.Origin.Column);
        WriteList(json, "effects", rule.Effects, EffectJson.Write);
        if (rule.Refusal is { } refusal)
            Write(json, refusal);
        WriteFailure(json, rule.Failure);
        json.WriteEndObject();
    }

    /// <summary>Why a rule refuses that the language has made, as decisions, tables and explanations have it.</summary>
    public static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteStartObject("refusal");
        json.WriteString("kind", DecisionWords.Of(refusal.Kind));
        json.WriteString("reason", refusal.Reason);
        json.WriteEndObject();
    }

    private static void WriteRedaction(Utf8JsonWriter json, Redaction redaction)
    {
        json.WriteStartObject();
        json.WriteString("path", redaction.Path);
        json.WriteNumber("start", redaction.Start);
        json.WriteNumber("end", redaction.End);
        json.WriteString("method", DecisionWords.Of(redaction.Method));
        json.WriteString("kind", redaction.Kind);
        json.WriteEndObject();
    }

    /// <summary>What happens to work in flight, as decisions, tables and manifests have it.</summary>
    public static void Write(Utf8JsonWriter json, ToolStop stop)
    {
        json.WriteStartObject();
        json.WriteString("tool", stop.Tool);
        json.WriteString("action", DecisionWords.Of(stop.Action));
        WriteOptional(json, "by", stop.By);
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, Failure? failure)
    {
        if (failure is null)
            return;
        json.WriteStartObject("failure");
        json.WriteString("kind", DecisionWords.Of(failure.Kind));
        json.WriteString("detail", failure.Detail);
        json.WriteEndObject();
    }

    public static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }
}
