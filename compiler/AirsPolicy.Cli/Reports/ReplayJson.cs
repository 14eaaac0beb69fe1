using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>A replayed trace for tools.</summary>
internal static class ReplayJson
{
    public static void Write(TextWriter output, PolicyModel model, IReadOnlyList<ReplayedEvent> events) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("policy", model.Name);
        if (model.Version is not null)
            json.WriteString("version", model.Version);
        json.WriteNumber("differing", events.Count(replayed => replayed.Differs));
        json.WriteStartArray("events");
        foreach (var replayed in events)
        {
            json.WriteStartObject();
            json.WriteNumber("line", replayed.Event.Line);
            json.WriteString("time", InstantText.Format(replayed.Event.At));
            json.WritePropertyName("decision");
            DecisionJson.Write(json, replayed.Decision);
            if (replayed.Event.Outcome is { } recorded)
            {
                json.WriteString("recorded", OutcomeTone.Word(recorded));
                json.WriteBoolean("differs", replayed.Differs);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
