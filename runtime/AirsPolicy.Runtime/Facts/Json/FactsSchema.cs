using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Writes the facts of a point as JSON Schema 2020-12, for those who send them, the schemas of <c>schema "file.json"</c> among it. <c>x-airs</c> names the type of the language, and <c>format</c> refuses. No fact is
/// required by the schema, since a rule in force that reads it is what needs it; at points with tools the tool is.
/// </summary>
public static class FactsSchema
{
    /// <summary>The schema as JSON text, indented by two spaces with line feeds.</summary>
    public static string Write([NotNull] PointLayout layout)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WritePoint(json, layout);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WritePoint(Utf8JsonWriter json, PointLayout layout)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", $"The facts of {layout.Point}");
        if (layout.Tools.Count == 0)
        {
            WriteRecord(json, layout.Facts.Members, null, layout.Facts.Open);
        }
        else
        {
            json.WriteStartArray("oneOf");
            foreach (var tool in layout.Tools)
            {
                json.WriteStartObject();
                WriteRecord(json, layout.Facts.Members.Where(m => m.WireName != "tool").Concat(tool.Facts.Members), tool.WireName, layout.Facts.Open);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteRecord(Utf8JsonWriter json, IEnumerable<ShapeMember> members, string? tool, bool open)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        if (tool is not null)
        {
            json.WriteStartObject("tool");
            json.WriteString("const", tool);
            json.WriteEndObject();
        }
        foreach (var member in members)
        {
            json.WriteStartObject(member.WireName);
            ShapeSchema.WriteOptional(json, member.Shape);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (tool is not null)
        {
            json.WriteStartArray("required");
            json.WriteStringValue("tool");
            json.WriteEndArray();
        }
        json.WriteBoolean("additionalProperties", open);
    }
}
