using System.Text.Json;
using AirsPolicy.Language.Analysis.Costs;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>What decisions cost at most, as JSON. Every rule is listed, the dearest first; times are literals of the language.</summary>
internal static class CostJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<PolicyModel> models)
    {
        json.WriteStartArray("cost");
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("package", model.Name);
            json.WriteStartArray("points");
            foreach (var point in PolicyCost.Of(model))
                Write(json, point);
            json.WriteEndArray();
            json.WriteStartArray("patterns");
            foreach (var pattern in PatternCosts.Of(model))
                Write(json, pattern);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PatternCosts pattern)
    {
        json.WriteStartObject();
        json.WriteString("pattern", pattern.Source);
        json.WriteString("of", pattern.Where);
        json.WriteNumber("steps", pattern.Steps);
        json.WriteNumber("nanoseconds", pattern.Nanoseconds);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PointCost point)
    {
        json.WriteStartObject();
        json.WriteString("point", point.Point);
        if (point.Tool is { } tool)
            json.WriteString("tool", tool);
        Write(json, point.Cost);
        if (point.Waits is { } waits)
            json.WriteString("waits", DurationText.Format(waits));
        json.WriteStartArray("rules");
        foreach (var rule in point.Rules)
        {
            json.WriteStartObject();
            json.WriteString("control", rule.Control);
            json.WriteNumber("rule", rule.Ordinal);
            json.WriteString("path", rule.Place.File);
            json.WriteNumber("line", rule.Place.Line);
            json.WriteNumber("column", rule.Place.Column);
            Write(json, rule.Cost);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("asks");
        foreach (var asked in point.Outside)
            Write(json, asked);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OutsideQuestion asked)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(asked.Kind.ToString()));
        json.WriteString("name", asked.Name);
        json.WriteNumber("times", asked.Times);
        if (asked.Within is { } within)
            json.WriteString("within", DurationText.Format(within));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Cost cost)
    {
        json.WriteNumber("steps", cost.Total);
        json.WriteNumber("operations", cost.Steps);
        json.WriteNumber("characters", cost.Characters);
        json.WriteNumber("lookUps", cost.LookUps);
    }
}
