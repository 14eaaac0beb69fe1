using System.Text.Json;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>What is recorded, as tables and manifests have it.</summary>
internal static class AuditJson
{
    public static void Write(Utf8JsonWriter writer, AuditRules audit)
    {
        writer.WriteStartObject();
        writer.WriteString("record", DecisionWords.Of(audit.Record));
        if (audit.Also.Count > 0)
            writer.Texts("also", audit.Also);
        writer.Texts("mask", audit.Masks);
        writer.List("retain", audit.Retentions, retention =>
        {
            writer.WriteStartObject();
            writer.WriteString("kind", DecisionWords.Of(retention.Kind));
            writer.WriteNumber("least", retention.Least);
            writer.Optional("most", retention.Most);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    public static AuditRules Read(JsonElement json) =>
        new(
            DecisionWords.Parse<RecordDepth>(json.Text("record")),
            json.Texts("mask"),
            json.List(
                "retain",
                retention => new Retention(
                    DecisionWords.Parse<RecordKind>(retention.Text("kind")),
                    retention.Long("least"),
                    retention.OptionalLong("most"))),
            json.TryGetProperty("also", out _) ? json.Texts("also") : []);

    /// <exception cref="InvalidDataException">
    /// A mask is no detector of the table, a kind is kept twice, or no time could be kept to.
    /// </exception>
    public static void Check(AuditTable table)
    {
        var audit = table.Rules;
        // A mask that nobody knows would hide nothing.
        if (audit.Masks.FirstOrDefault(mask => !table.Detectors.Any(detector => detector.Name == mask)) is { } unknown)
            throw new InvalidDataException($"There is no detector '{unknown}' to hide what it finds in records.");
        if (audit.Retentions.Select(retention => retention.Kind).Distinct().Count() != audit.Retentions.Count)
            throw new InvalidDataException("Records of one kind are kept for two times.");
        foreach (var retention in audit.Retentions)
        {
            if (retention.Least <= 0 || retention.Most < retention.Least)
                throw new InvalidDataException(
                    $"Records of {DecisionWords.Of(retention.Kind)} are kept for at least {retention.Least} ticks and at most {retention.Most}."
                );
        }
    }
}
