using System.Text.Json;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>How answers stream, as JSON.</summary>
internal static class StreamJson
{
    public static void Write(Utf8JsonWriter writer, StreamTable stream)
    {
        writer.WriteStartObject();
        writer.WriteNumber("mode", (int)stream.Mode);
        writer.List("rules", stream.Rules, rule => Write(writer, rule));
        writer.WriteEndObject();
    }

    public static StreamTable Read(JsonElement json) =>
        new(json.Named<StreamMode>("mode"), json.List("rules", rule => new StreamedRuleTable(rule.Int("rule"), rule.Ints("detectors"))));

    /// <exception cref="InvalidDataException">A number leads nowhere.</exception>
    public static void Check(ProgramTables tables)
    {
        TablesCheck.Within(tables.Stream.Rules.Select(rule => rule.Rule), tables.Rules.Count, "rule");
        TablesCheck.Within(tables.Stream.Rules.SelectMany(rule => rule.Detectors), tables.Detectors.Count, "detector");
    }

    private static void Write(Utf8JsonWriter writer, StreamedRuleTable rule)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rule", rule.Rule);
        writer.Ints("detectors", rule.Detectors);
        writer.WriteEndObject();
    }
}
