using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AirsPolicy.Cli.Importing;

/// <summary>
/// Writes the schema of a server as a schema file of the language: JSON Schema 2020-12 in ASCII, with words that mean something only there
/// marked as foreign.
/// </summary>
internal sealed class SchemaRewriting
{
    private const string Version = "https://json-schema.org/draft/2020-12/schema";

    private readonly SortedSet<string> _foreign = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    private SchemaRewriting()
    {
    }

    /// <summary>The text of the file.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Words that are no keywords of JSON Schema, and say nothing.</summary>
    public IReadOnlyCollection<string> Foreign => _foreign;

    /// <summary>Why the schema cannot be written, as sentences; empty where it can.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Writes a schema; nothing where there is none.</summary>
    public static SchemaRewriting Of(JsonElement? schema)
    {
        var rewriting = new SchemaRewriting();
        if (schema is not { } written)
            return rewriting;
        var bytes = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(bytes, options))
            rewriting.Write(written, writer, isRoot: true);
        rewriting.Text = Ascii(Encoding.UTF8.GetString(bytes.WrittenSpan)) + "\n";
        return rewriting;
    }

    // As deep as the manifest, which has been bounded when it was read.
    private void Write(JsonElement schema, Utf8JsonWriter writer, bool isRoot = false)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            schema.WriteTo(writer);
            return;
        }
        writer.WriteStartObject();
        if (isRoot)
            writer.WriteString("$schema", Version);
        foreach (var member in schema.EnumerateObject())
            WriteKeyword(schema, member, writer, isRoot);
        writer.WriteEndObject();
    }

    private void WriteKeyword(JsonElement schema, JsonProperty member, Utf8JsonWriter writer, bool isRoot)
    {
        var (name, value) = (member.Name, member.Value);
        switch (name)
        {
            case "$schema":
                CheckVersion(value, isRoot);
                return;
            // It says where the schema was published; references that need it lead outside.
            case "$id" when isRoot:
                return;
            case "$ref" or "$dynamicRef":
                CheckReference(name, value);
                break;
            case "$recursiveRef" or "$recursiveAnchor":
                _problems.Add($"'{name}' is a word of an earlier JSON Schema; '$dynamicRef' took its place.");
                return;
            case "items" when value.ValueKind == JsonValueKind.Array:
                WriteList("prefixItems", value, writer);
                return;
            case "additionalItems":
                if (schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
                    WriteOne("items", value, writer);
                return;
            case "dependencies" when value.ValueKind == JsonValueKind.Object:
                WriteDependencies(schema, value, writer);
                return;
        }
        switch (SchemaWords.KindOf(name))
        {
            case SchemaWordKind.Schema:
                WriteOne(name, value, writer);
                break;
            case SchemaWordKind.Schemas when value.ValueKind == JsonValueKind.Array:
                WriteList(name, value, writer);
                break;
            case SchemaWordKind.NamedSchemas when value.ValueKind == JsonValueKind.Object:
                WriteNamed(name, value.EnumerateObject(), writer);
                break;
            case SchemaWordKind.Foreign:
                WriteForeign(name, value, writer);
                break;
            default:
                writer.WritePropertyName(name);
                WriteValue(value, writer);
                break;
        }
    }

    private void CheckVersion(JsonElement value, bool isRoot)
    {
        var version = value.ValueKind == JsonValueKind.String ? value.GetString()!.TrimEnd('#') : "";
        if (!isRoot || !SchemaWords.Versions.Contains(version))
            _problems.Add(
                isRoot
                    ? "'$schema' names no JSON Schema from draft 6 to 2020-12."
                    : "'$schema' stands inside the schema; it stands at its root.");
    }

    private void CheckReference(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String
            && !value.GetString()!.StartsWith('#')
            && !value.GetString()!.StartsWith("https://json-schema.org/draft/2020-12/", StringComparison.Ordinal)
        )
            _problems.Add($"'{name}' leads outside the schema; nothing is fetched, so what it leads to has to stand under '$defs'.");
    }

    // What an earlier JSON Schema says in one word 2020-12 says in two.
    private void WriteDependencies(JsonElement schema, JsonElement value, Utf8JsonWriter writer)
    {
        if (schema.TryGetProperty("dependentRequired", out _) || schema.TryGetProperty("dependentSchemas", out _))
        {
            _problems.Add("'dependencies' stands beside the words that took its place.");
            return;
        }
        writer.WritePropertyName("dependentRequired");
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
            member.WriteTo(writer);
        writer.WriteEndObject();
        WriteNamed("dependentSchemas", value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Array), writer);
    }

    // The word that names a type of the language is the author's of the policy to write.
    private void WriteForeign(string name, JsonElement value, Utf8JsonWriter writer)
    {
        _foreign.Add(name);
        writer.WritePropertyName("x-manifest-" + name);
        WriteValue(value, writer);
    }

    private void WriteOne(string name, JsonElement value, Utf8JsonWriter writer)
    {
        writer.WritePropertyName(name);
        Write(value, writer);
    }

    private void WriteList(string name, JsonElement list, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(name);
        foreach (var item in list.EnumerateArray())
            Write(item, writer);
        writer.WriteEndArray();
    }

    private void WriteNamed(string name, IEnumerable<JsonProperty> members, Utf8JsonWriter writer)
    {
        writer.WriteStartObject(name);
        foreach (var member in members)
            WriteOne(member.Name, member.Value, writer);
        writer.WriteEndObject();
    }

    private static void WriteValue(JsonElement value, Utf8JsonWriter writer) => value.WriteTo(writer);

    // Beyond ASCII there is text alone, in which an escape means the same.
    private static string Ascii(string json)
    {
        if (System.Text.Ascii.IsValid(json))
            return json;
        var ascii = new StringBuilder(json.Length);
        foreach (var unit in json)
        {
            if (unit < 0x7F)
                ascii.Append(unit);
            else
                ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
        return ascii.ToString();
    }
}
