using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Scanning;

namespace AirsPolicy.Cli.Reports;

/// <summary>What detectors find in labelled texts, for tools.</summary>
internal static class MeasureJson
{
    public static void Write(TextWriter output, Measurement measurement, string? groupBy) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var file in measurement.Files())
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            Write(json, "recall", file.Recall);
            Write(json, "precision", file.Precision);
            Write(json, "falseAlarms", file.FalseAlarms);
            json.WriteStartArray("labels");
            foreach (var tally in measurement.Tallies.Where(tally => tally.File == file.File))
                Write(json, tally, groupBy);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Tally tally, string? groupBy)
    {
        json.WriteStartObject();
        if (groupBy is not null) json.WriteString("group", tally.Group);
        json.WriteString("label", tally.Label);
        json.WriteNumber("texts", tally.Texts);
        json.WriteNumber("flagged", tally.Flagged);
        Write(json, "share", tally.Share);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } value) json.WriteNumber(name, Math.Round((decimal)value, 4));
    }
}
