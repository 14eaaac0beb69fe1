using System.Buffers;
using System.Collections;
using System.Text.Json;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Bundles;

/// <summary>
/// The policy model as JSON, for reports and tools. A record is an object with its kind of <c>node</c> and its parameters in the order
/// they are declared; null is left out. It follows the records, so that a new kind of node needs nothing here.
/// </summary>
public static class ModelJson
{
    // Deeper than the parser lets a policy nest, flattened chains of operators included.
    private const int MaxDepth = 1 << 16;

    /// <summary>Under which name a shape has the JSON Schema that its values have to fit.</summary>
    internal const string ConstraintName = "constraint";

    /// <summary>The bytes of a model in UTF-8.</summary>
    public static byte[] Write(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaxDepth }))
            WriteValue(writer, model);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The model of bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model of this compiler.</exception>
    public static PolicyModel Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return ModelReader.Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or OverflowException or InsufficientExecutionStackException or System.Reflection.TargetInvocationException)
        {
            throw new InvalidDataException($"The model cannot be read: {fault.Message}", fault);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            // A number would lose that 1.0 and 1 are written differently to some readers.
            case decimal number:
                writer.WriteStringValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case Enum name:
                writer.WriteStringValue(name.ToString());
                break;
            case IEnumerable items:
                WriteList(writer, items);
                break;
            default:
                WriteRecord(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (item is null)
                writer.WriteNullValue();
            else
                WriteValue(writer, item);
        }
        writer.WriteEndArray();
    }

    private static void WriteRecord(Utf8JsonWriter writer, object record)
    {
        writer.WriteStartObject();
        writer.WriteString("node", record.GetType().Name);
        foreach (var (_, member) in ModelRecords.Members(record.GetType()))
        {
            if (member.GetValue(record) is not { } value)
                continue;
            writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(member.Name));
            WriteValue(writer, value);
        }
        // The one member that no constructor takes.
        if (record is Shape { Constraint: { } constraint })
        {
            writer.WritePropertyName(ConstraintName);
            WriteRecord(writer, constraint);
        }
        writer.WriteEndObject();
    }
}
