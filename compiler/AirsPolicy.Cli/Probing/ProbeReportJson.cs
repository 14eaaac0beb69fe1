using System.Collections.Immutable;
using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Probing;

/// <summary>What a probe has shown, for programs.</summary>
internal static class ProbeReportJson
{
    public static void Write(TextWriter output, ImmutableArray<ProbeResult> results) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var (question, without, with) in results)
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("way", question.Way);
            json.WriteBoolean("honest", question.Honest);
            Write(json, "without", without);
            Write(json, "with", with);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, string name, ProbeAnswer answer)
    {
        json.WriteStartObject(name);
        json.WriteString("end", JsonNamingPolicy.SnakeCaseLower.ConvertName(answer.End.ToString()));
        if (answer.Rules.Length > 0)
            json.WriteString("rules", answer.Rules);
        if (answer.Why is not null)
            json.WriteString("why", answer.Why);
        json.WriteEndObject();
    }
}
