using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AirsPolicy.Cli.Scanning;

namespace AirsPolicy.Cli.Reports;

/// <summary>What was found in texts, for tools: one JSON object a line for each text in which something was found.</summary>
internal static class ScanJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, ScannedText text, IReadOnlyList<FoundDetector> found)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
            Write(json, text, found);
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, ScannedText text, IReadOnlyList<FoundDetector> found)
    {
        json.WriteStartObject();
        json.WriteString("file", text.File);
        if (text.Line > 0) json.WriteNumber("line", text.Line);
        if (text.Id is not null) json.WriteString("id", text.Id);
        if (text.Label is not null) json.WriteString("label", text.Label);
        json.WriteStartArray("found");
        foreach (var detector in found)
        {
            json.WriteStartObject();
            json.WriteString("detector", detector.Name);
            json.WriteNumber("score", detector.Score / 1_000_000m);
            json.WriteStartArray("spans");
            foreach (var match in detector.Matches)
            {
                json.WriteStartArray();
                json.WriteNumberValue(match.Start);
                json.WriteNumberValue(match.End);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
