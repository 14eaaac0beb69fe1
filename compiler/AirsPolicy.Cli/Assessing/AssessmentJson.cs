using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Assessing;

/// <summary>An assessment for programs.</summary>
internal static class AssessmentJson
{
    public static void Write(TextWriter output, Assessment assessment, IReadOnlyCollection<Lack>? lacks) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("title", assessment.System.Title);
        json.WriteStartArray("schemes");
        foreach (var scheme in assessment.Answered)
            Write(json, scheme, assessment.System.IsConsumed);
        json.WriteEndArray();
        if (assessment.System.IsConsumed)
            Asked(json);
        if (lacks is not null)
        {
            json.WriteStartArray("lacks");
            foreach (var lack in lacks)
            {
                json.WriteStartObject();
                json.WriteString("tier", lack.Tier);
                json.WriteString("id", lack.Id);
                json.WriteString("what", lack.What);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    });

    private static void Asked(Utf8JsonWriter json)
    {
        json.WriteStartArray("asked_of_maker");
        foreach (var entry in ConsumedSystem.Asked)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("title", entry.Title);
            json.WriteString("from", entry.From);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AssessedScheme scheme, bool isConsumed)
    {
        json.WriteStartObject();
        json.WriteString("scheme", scheme.Name);
        json.WriteString("tier", scheme.Tier.Name);
        json.WriteString("at_least", scheme.Scheme.Tiers[scheme.Score.Least].Name);
        json.WriteNumber("score", scheme.Points);
        Strings(json, "because", scheme.Score.Counted.Select(rule => rule.Because));
        Strings(json, "not_known", scheme.Score.Unknown.Select(rule => rule.Because));
        json.WriteStartArray("requires");
        foreach (var (tier, required) in scheme.Ids)
        {
            json.WriteStartObject();
            json.WriteString("id", required.Id);
            json.WriteString("title", required.Entry.Title);
            json.WriteString("from", tier.Name);
            Strings(json, "points", required.Entry.Points);
            if (isConsumed)
                json.WriteString("by", ConsumedSystem.IsInFront(required) ? "gateway" : "maker");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
