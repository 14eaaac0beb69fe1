using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>Differences between two versions for tools, with every request kept.</summary>
internal static class DifferenceJson
{
    public static void Write(TextWriter output, PolicyModel before, PolicyModel after, ComparisonReport report) =>
        JsonOutput.Write(
            output,
            json =>
            {
                Begin(json, before, after, report.Verdict, report.Asked);
                json.WriteBoolean("bounded", report.Bounded);
                Write(json, report.Groups);
                json.WriteStartArray("declarations");
                foreach (var declared in report.Declarations)
                    Write(json, declared);
                json.WriteEndArray();
                json.WriteStartArray("not_decided");
                foreach (var change in report.NotDecided)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", change.Kind);
                    json.WriteString("name", change.Name);
                    WriteChange(json, change.Before, change.After);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    public static void Write(TextWriter output, PolicyModel before, PolicyModel after, TrafficReport report) =>
        JsonOutput.Write(
            output,
            json =>
            {
                Begin(json, before, after, report.Verdict, report.Asked);
                json.WriteNumber("differing", report.Differing);
                Write(json, report.Groups);
                json.WriteEndObject();
            }
        );

    private static void Begin(Utf8JsonWriter json, PolicyModel before, PolicyModel after, ComparisonVerdict verdict, int asked)
    {
        json.WriteStartObject();
        json.WriteString("verdict", DifferenceWords.Key(verdict));
        Write(json, "before", before);
        Write(json, "after", after);
        json.WriteNumber("requests", asked);
    }

    private static void Write(Utf8JsonWriter json, string name, PolicyModel model)
    {
        json.WriteStartObject(name);
        json.WriteString("policy", model.Name);
        if (model.Version is not null)
            json.WriteString("version", model.Version);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ValueList<DifferenceGroup> groups)
    {
        json.WriteStartArray("changes");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("direction", DifferenceWords.Key(group.Direction));
            if (group.Tool is not null)
                json.WriteString("tool", group.Tool);
            Write(json, "controls", group.Controls);
            json.WriteNumber("count", group.Count);
            json.WriteStartArray("requests");
            foreach (var witness in group.Witnesses)
                Write(json, witness);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DecisionDifference witness)
    {
        json.WriteStartObject();
        json.WriteString("point", witness.Point);
        if (witness.Tool is not null)
            json.WriteString("tool", witness.Tool);
        if (witness.Line is { } line)
            json.WriteNumber("line", line);
        json.WritePropertyName("facts");
        json.WriteRawValue(witness.Facts);
        if (witness.Past.Count > 0)
            Write(json, witness.Past);
        json.WritePropertyName("before");
        DecisionJson.Write(json, witness.Before);
        json.WritePropertyName("after");
        DecisionJson.Write(json, witness.After);
        json.WriteEndObject();
    }

    // As the lines of a trace, so that they can be replayed.
    private static void Write(Utf8JsonWriter json, ValueList<EarlierRequest> past)
    {
        json.WriteStartArray("past");
        foreach (var earlier in past)
        {
            json.WriteStartObject();
            json.WriteString("time", InstantText.Format(earlier.At));
            json.WriteString("point", earlier.Point);
            json.WritePropertyName("facts");
            json.WriteRawValue(earlier.Facts);
            if (earlier.IsApproved)
            {
                json.WriteStartObject("approval");
                json.WriteBoolean("approved", true);
                json.WriteString("time", InstantText.Format(earlier.At));
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ValueList<ChangedControl> controls)
    {
        json.WriteStartArray(name);
        foreach (var control in controls)
        {
            json.WriteStartObject();
            json.WriteString("control", control.Id);
            WriteChange(json, control.Before, control.After);
        }
        json.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter json, SourcePlace? before, SourcePlace? after)
    {
        json.WriteString("change", DifferenceWords.Change(before, after));
        Write(json, "before", before);
        Write(json, "after", after);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, SourcePlace? place)
    {
        if (place is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DeclarationDifference declared)
    {
        json.WriteStartObject();
        json.WriteString("kind", declared.Kind);
        json.WriteString("name", declared.Name);
        json.WriteString("change", DifferenceWords.Change(declared.Before, declared.After));
        if (declared.Direction is { } direction)
            json.WriteString("direction", DifferenceWords.Key(direction));
        if (declared.Before is not null)
            json.WriteString("before", declared.Before);
        if (declared.After is not null)
            json.WriteString("after", declared.After);
        json.WriteEndObject();
    }
}
