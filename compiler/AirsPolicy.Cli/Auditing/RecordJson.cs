using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Auditing;

/// <summary>
/// What <c>airs audit show --json</c> says to programs: each leaf as it stands in the log, and what is kept of its content.
/// </summary>
internal static class RecordJson
{
    public static void Write(TextWriter output, IReadOnlyList<ShownRecord> records) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var record in records)
        {
            json.WriteStartObject();
            json.WritePropertyName("leaf");
            json.WriteRawValue(record.Bytes);
            if (record.Content is not null)
            {
                json.WriteStartObject("content");
                foreach (var (name, text) in record.Fields())
                    json.WriteString(name, text);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
