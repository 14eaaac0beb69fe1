using System.Text.Json;

namespace AirsPolicy.Extensions.AI;

/// <summary>What all decisions on one request have in common.</summary>
/// <param name="Facts">What the application knows.</param>
/// <param name="Session">The conversation, or null.</param>
/// <param name="Age">How old it is.</param>
/// <param name="Idle">For how long nothing came in it.</param>
/// <param name="Turns">How often the user has spoken in it.</param>
internal sealed record RequestFacts(ChatFacts Facts, string? Session, TimeSpan Age, TimeSpan Idle, int Turns)
{
    /// <summary>Writes the facts as members of an object that is open.</summary>
    public void Write(Utf8JsonWriter json, bool flagged, string? requestId)
    {
        if (requestId is not null || Facts.User is not null)
        {
            json.WriteStartObject("request"u8);
            WriteText(json, "id", requestId);
            WriteText(json, "user", Facts.User);
            json.WriteEndObject();
        }
        json.WriteStartObject("user"u8);
        WriteText(json, "id", Facts.User);
        WriteTexts(json, "roles", Facts.Roles);
        WriteTexts(json, "groups", Facts.Groups);
        WriteText(json, "language", Facts.Language);
        json.WriteEndObject();
        json.WriteStartObject("session"u8);
        WriteText(json, "id", Session);
        json.WriteNumber("age"u8, (long)Age.TotalSeconds);
        json.WriteNumber("idle"u8, (long)Idle.TotalSeconds);
        json.WriteNumber("turns"u8, Turns);
        WriteTexts(json, "labels", []);
        json.WriteEndObject();
        if (Facts.Agent is { } agent)
        {
            json.WriteStartObject("agent"u8);
            WriteText(json, "id", agent.Id);
            WriteText(json, "kind", agent.Kind);
            WriteTexts(json, "chain", agent.Chain);
            json.WriteNumber("depth"u8, agent.Chain.Count);
            WriteTexts(json, "scope", agent.Scope);
            json.WriteEndObject();
        }
        if (Facts.Run is { } run)
        {
            json.WriteStartObject("run"u8);
            WriteText(json, "id", run);
            json.WriteEndObject();
        }
        json.WriteBoolean("flagged"u8, flagged);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
