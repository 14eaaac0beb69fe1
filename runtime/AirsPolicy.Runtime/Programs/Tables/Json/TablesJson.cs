using System.Buffers;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>The tables of a program as JSON in UTF-8. The same tables always give the same bytes.</summary>
public static class TablesJson
{
    private const int MaxDepth = 256;

    /// <summary>The bytes of tables.</summary>
    public static byte[] Write(ProgramTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaxDepth }))
            Write(writer, tables);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The tables of bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no tables of this runtime.</exception>
    public static ProgramTables Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var tables = Read(document.RootElement);
            TablesCheck.Check(tables);
            return tables;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The tables cannot be read: {fault.Message}", fault);
        }
    }

    private static void Write(Utf8JsonWriter writer, ProgramTables tables)
    {
        writer.WriteStartObject();
        writer.List("points", tables.Points, point => PointJson.Write(writer, point));
        writer.List("controls", tables.Controls, control => RuleJson.Write(writer, control));
        writer.List("rules", tables.Rules, rule => RuleJson.Write(writer, rule));
        writer.List("required", tables.Required, fact => RuleJson.Write(writer, fact));
        writer.List("indexes", tables.Indexes, index => Write(writer, index));
        writer.WriteNumber("entries", tables.Entries);
        writer.WriteNumber("blocks", tables.Blocks);
        writer.List("detectors", tables.Detectors, detector => DetectorJson.Write(writer, detector));
        writer.List("patterns", tables.Patterns, pattern => Write(writer, pattern));
        writer.List("shapes", tables.Shapes, shape => ShapeJson.Write(writer, shape));
        writer.Texts("functions", tables.Functions);
        writer.List("textSets", tables.TextSets, set => Write(writer, set));
        writer.WriteNumber("tests", tables.Tests);
        writer.List("aggregates", tables.Aggregates, aggregate => StateJson.Write(writer, aggregate));
        writer.List("limits", tables.Limits, limit => StateJson.Write(writer, limit));
        writer.List("stops", tables.Stops, stop => DecisionWriter.Write(writer, stop));
        writer.Texts("origins", tables.Origins);
        writer.List("contents", tables.Contents, content => StateJson.Write(writer, content));
        writer.List("runs", tables.Runs, run => RunJson.Write(writer, run));
        writer.Ints("runPoints", tables.RunPoints);
        writer.List("charts", tables.Charts, chart => PaceJson.Write(writer, chart));
        writer.List("breakers", tables.Breakers, breaker => PaceJson.Write(writer, breaker));
        writer.Ints("pacePoints", tables.PacePoints);
        writer.WritePropertyName("stream");
        StreamJson.Write(writer, tables.Stream);
        writer.List("judges", tables.Judges, judge => JudgeJson.Write(writer, judge));
        if (tables.Recorded is { } audit)
        {
            writer.WritePropertyName("audit");
            AuditJson.Write(writer, audit.Rules);
            writer.List("auditDetectors", audit.Detectors, detector => DetectorJson.Write(writer, detector));
        }
        writer.List("queues", tables.Queues, queue => QueueJson.Write(writer, queue));
        writer.List("data", tables.Data, table => DataJson.Write(writer, table));
        writer.WriteEndObject();
    }

    private static ProgramTables Read(JsonElement json) =>
        new(
            json.List("points", PointJson.Read),
            json.List("controls", RuleJson.ReadControl),
            json.List("rules", RuleJson.ReadRule),
            json.List("required", RuleJson.ReadRequired),
            json.List("indexes", ReadIndex),
            json.Int("entries"),
            json.Int("blocks"),
            json.List("detectors", DetectorJson.Read),
            json.List("patterns", pattern => new PatternTable(pattern.Text("source"), pattern.Flag("ignoreCase"))),
            json.List("shapes", ShapeJson.Read),
            json.Texts("functions"),
            json.List("textSets", set => set.EnumerateArray().Select(text => text.GetString() ?? "").ToValueList()),
            json.Int("tests"),
            json.List("aggregates", StateJson.ReadAggregate),
            json.List("limits", StateJson.ReadLimit),
            json.List("stops", DecisionReading.ReadStop),
            json.Texts("origins"),
            json.List("contents", StateJson.ReadContent),
            json.List("runs", RunJson.Read),
            json.Ints("runPoints"),
            StreamJson.Read(json.GetProperty("stream")),
            json.List("charts", PaceJson.ReadChart),
            json.List("breakers", PaceJson.ReadBreaker),
            json.Ints("pacePoints"),
            json.List("judges", JudgeJson.Read),
            json.TryGetProperty("audit", out var audit)
                ? new AuditTable(AuditJson.Read(audit), json.List("auditDetectors", DetectorJson.Read))
                : null,
            json.List("queues", QueueJson.Read),
            json.List("data", DataJson.Read));

    private static void Write(Utf8JsonWriter writer, IndexTable index)
    {
        writer.WriteStartObject();
        if (index is EnumIndexTable names)
            writer.Ints("names", names.Blocks);
        else
            writer.List("texts", ((TextIndexTable)index).Keys, key => Write(writer, key));
        writer.WriteEndObject();
    }

    private static IndexTable ReadIndex(JsonElement json) =>
        json.TryGetProperty("names", out _)
            ? new EnumIndexTable(json.Ints("names"))
            : new TextIndexTable(json.List("texts", key => new TextIndexEntry(key.Text("text"), key.Int("block"))));

    private static void Write(Utf8JsonWriter writer, TextIndexEntry key)
    {
        writer.WriteStartObject();
        writer.WriteString("text", key.Text);
        writer.WriteNumber("block", key.Block);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PatternTable pattern)
    {
        writer.WriteStartObject();
        writer.WriteString("source", pattern.Source);
        writer.Flag("ignoreCase", pattern.IgnoreCase);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ValueList<string> set)
    {
        writer.WriteStartArray();
        foreach (var text in set)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
