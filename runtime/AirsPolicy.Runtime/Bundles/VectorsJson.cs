using System.Buffers;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Programs.Tables.Json;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>Decision vectors as JSON in UTF-8. The same vectors always give the same bytes.</summary>
public static class VectorsJson
{
    /// <summary>The bytes of vectors.</summary>
    public static byte[] Write(ValueList<DecisionVector> vectors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var vector in vectors)
            {
                writer.WriteStartObject();
                writer.Optional("run", vector.Run == 0 ? null : (long?)vector.Run);
                writer.WriteString("point", vector.Point);
                writer.WriteString("facts", vector.Facts);
                writer.WritePropertyName("decision");
                DecisionJson.Write(writer, vector.Decision);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The vectors of bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no vectors.</exception>
    public static ValueList<DecisionVector> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.EnumerateArray()
                .Select(vector => new DecisionVector(
                    vector.Text("point"),
                    vector.Text("facts"),
                    DecisionJson.Read(vector.GetProperty("decision")),
                    vector.OptionalInt("run") ?? 0))
                .ToValueList();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The vectors cannot be read: {fault.Message}", fault);
        }
    }
}
