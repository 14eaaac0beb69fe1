using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Checking;

namespace AirsPolicy.Cli.Auditing;

/// <summary>What <c>airs audit verify --json</c> says to programs.</summary>
internal static class AuditJson
{
    public static void Write(TextWriter output, string path, EvidenceReport report) => JsonOutput.Write(output, json =>
    {
        var figures = report.Figures;
        json.WriteStartObject();
        json.WriteString("log", path);
        json.WriteBoolean("verified", report.Holds);
        json.WriteNumber("records", figures.Records);
        json.WriteStartObject("kinds");
        foreach (var (kind, count) in figures.Kinds)
            json.WriteNumber(kind.Word(), count);
        json.WriteEndObject();
        if (figures is { First: { } first, Last: { } last })
        {
            json.WriteString("first", first.UtcDateTime);
            json.WriteString("last", last.UtcDateTime);
        }
        json.WriteNumber("contentsKept", figures.ContentsKept);
        json.WriteNumber("contentsDeleted", figures.ContentsDeleted);
        json.WriteNumber("checkpoints", figures.Checkpoints);
        json.WriteNumber("covered", figures.Covered);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteNumber("moreFindings", report.MoreFindings);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, EvidenceFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("fault", JsonNamingPolicy.CamelCase.ConvertName(finding.Fault.ToString()));
        json.WriteBoolean("warning", finding.IsWarning);
        if (finding.Index is { } index)
            json.WriteNumber("index", index);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }
}
