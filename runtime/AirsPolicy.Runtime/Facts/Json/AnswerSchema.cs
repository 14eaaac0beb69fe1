using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Writes what a judge returns as JSON Schema 2020-12, closed and with what is required, for those that bind a model to it.
/// </summary>
public static class AnswerSchema
{
    /// <summary>The schema as JSON text.</summary>
    /// <param name="shape">The shape of the fact that is the answer.</param>
    public static string Write([NotNull] Shape shape)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            ShapeSchema.Write(json, shape);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
