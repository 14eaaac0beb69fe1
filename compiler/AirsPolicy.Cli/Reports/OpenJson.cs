using System.Text.Json;
using AirsPolicy.Language.Analysis.Openings;

namespace AirsPolicy.Cli.Reports;

/// <summary>Where nothing of policies stands, as JSON.</summary>
internal static class OpenJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<(string Policy, OpenPlaces Open)> policies)
    {
        json.WriteStartArray("open");
        foreach (var (policy, open) in policies)
        {
            json.WriteStartObject();
            json.WriteString("package", policy);
            Write(json, "points", open.Points);
            Write(json, "tried", open.Tried);
            Write(json, "tools", open.Tools);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
