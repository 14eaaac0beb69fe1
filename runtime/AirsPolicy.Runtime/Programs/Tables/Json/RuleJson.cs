using System.Text.Json;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Controls and rules as JSON.</summary>
internal static class RuleJson
{
    public static void Write(Utf8JsonWriter writer, ControlTable control)
    {
        writer.WriteStartObject();
        writer.WriteString("id", control.Origin.Control);
        writer.Optional("title", control.Origin.Title);
        writer.Optional("severity", control.Origin.Severity);
        writer.WriteString("satisfies", control.Origin.Satisfies);
        writer.WriteNumber("ordinal", control.Origin.Ordinal);
        WritePlace(writer, control.Origin.File, control.Origin.Line, control.Origin.Column);
        writer.List("onError", control.OnError, effect => EffectJson.Write(writer, effect));
        writer.Flag("detect", control.Detect);
        writer.Optional("until", (long?)control.Until);
        writer.WriteEndObject();
    }

    public static ControlTable ReadControl(JsonElement json) => new(
        new RuleOrigin(
            json.Text("id"), json.OptionalText("title"), json.OptionalText("severity"), json.Text("satisfies"),
            json.Int("ordinal"), json.Text("file"), json.Int("line"), json.Int("column")),
        json.List("onError", EffectJson.Read),
        json.Flag("detect"),
        json.OptionalInt("until"));

    public static void Write(Utf8JsonWriter writer, RuleOrigin origin)
    {
        writer.WriteStartObject();
        writer.WriteString("id", origin.Control);
        writer.Optional("title", origin.Title);
        writer.WriteNumber("ordinal", origin.Ordinal);
        WritePlace(writer, origin.File, origin.Line, origin.Column);
        writer.WriteEndObject();
    }

    public static RuleOrigin ReadOrigin(JsonElement json) =>
        new(
            json.Text("id"),
            json.OptionalText("title"),
            null,
            "",
            json.Int("ordinal"),
            json.Text("file"),
            json.Int("line"),
            json.Int("column"));

    public static void Write(Utf8JsonWriter writer, RuleTable rule)
    {
        writer.WriteStartObject();
        writer.WriteNumber("control", rule.Control);
        writer.WriteNumber("ordinal", rule.Ordinal);
        WritePlace(writer, rule.File, rule.Line, rule.Column);
        writer.List("effects", rule.Effects, effect => Write(writer, effect));
        writer.Ints("required", rule.Required);
        if (rule.Refusal is { } refusal)
            DecisionWriter.Write(writer, refusal);
        writer.WriteEndObject();
    }

    public static RuleTable ReadRule(JsonElement json) => new(
        json.Int("control"), json.Int("ordinal"), json.Text("file"), json.Int("line"), json.Int("column"),
        json.List("effects", effect => new RuleEffect(EffectJson.Read(effect), effect.Flag("computed"))),
        json.Ints("required"),
        DecisionReading.ReadRefusal(json));

    public static void Write(Utf8JsonWriter writer, RequiredFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("path", fact.Path);
        writer.Ints("slots", fact.Slots);
        writer.Flag("json", fact.Json);
        writer.List("onError", fact.OnError, effect => EffectJson.Write(writer, effect));
        writer.WriteEndObject();
    }

    public static RequiredFact ReadRequired(JsonElement json) =>
        new(json.Text("path"), json.Ints("slots"), json.Flag("json"), json.List("onError", EffectJson.Read));

    private static void Write(Utf8JsonWriter writer, RuleEffect effect)
    {
        writer.WriteStartObject();
        EffectJson.WriteInto(writer, effect.Effect);
        writer.Flag("computed", effect.Computed);
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, string file, int line, int column)
    {
        writer.WriteString("file", file);
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
    }
}
