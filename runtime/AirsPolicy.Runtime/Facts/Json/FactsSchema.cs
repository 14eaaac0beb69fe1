using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Writes the facts of a point as JSON Schema 2020-12, for those who send them, the schemas of <c>schema "file.json"</c> among it.
/// <c>x-airs</c> names the type of the language, and <c>format</c> refuses. By itself
/// the schema says what fits, and requires nothing but the tool at points with tools: what else is needed the rules in force say, and a
/// <see cref="PointNote"/>.
/// </summary>
public static class FactsSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as JSON text, indented by two spaces with line feeds.</summary>
    /// <param name="layout">The point.</param>
    /// <param name="note">What is said of the facts beside their types, and which of them are required; null for nothing.</param>
    public static string Write([NotNull] PointLayout layout, PointNote? note = null) => Written(json =>
    {
        json.WriteString("$schema", Dialect);
        WritePoint(json, layout, note);
    });

    /// <summary>The schemas of several points in one document, each under <c>$defs</c> by the name of its point.</summary>
    /// <param name="title">What the document is.</param>
    /// <param name="points">The points.</param>
    public static string WriteAll(string title, [NotNull] IEnumerable<(PointLayout Layout, PointNote Note)> points) => Written(json =>
    {
        json.WriteString("$schema", Dialect);
        json.WriteString("title", title);
        json.WriteStartObject("$defs");
        foreach (var (layout, note) in points)
        {
            json.WriteStartObject(layout.Point);
            WritePoint(json, layout, note);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WritePoint(Utf8JsonWriter json, PointLayout layout, PointNote? note)
    {
        json.WriteString("title", $"The facts of {layout.Point}");
        ShapeSchema.WriteDescription(json, note?.Description);
        if (layout.Tools.Count == 0)
        {
            WriteRecord(json, layout.Facts.Members, null, layout.Facts.Open, note?.Facts ?? []);
            return;
        }
        json.WriteStartArray("oneOf");
        foreach (var tool in layout.Tools)
        {
            var own = note?.Tools.FirstOrDefault(known => known.Name == tool.WireName);
            json.WriteStartObject();
            ShapeSchema.WriteDescription(json, own?.Description);
            WriteRecord(
                json,
                layout.Facts.Members.Where(m => m.WireName != "tool").Concat(tool.Facts.Members),
                tool.WireName,
                layout.Facts.Open,
                own?.Members ?? []);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRecord(
        Utf8JsonWriter json,
        IEnumerable<ShapeMember> members,
        string? tool,
        bool open,
        ValueList<FactNote> notes)
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
            ShapeSchema.WriteMember(json, member, ShapeSchema.NoteOf(member, notes));
        json.WriteEndObject();
        ShapeSchema.WriteRequired(
            json,
            [.. tool is null ? (string[])[] : ["tool"], .. notes.Where(note => note.IsRequired).Select(note => note.Name)]);
        json.WriteBoolean("additionalProperties", open);
    }
}
