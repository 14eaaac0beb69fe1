using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AirsPolicy.LanguageServer.Grammars;

/// <summary>Writes the TextMate grammar from the table of keywords.</summary>
internal static class TextMateGrammar
{
    public static string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            ))
        {
            json.WriteStartObject();
            json.WriteString("name", "AIRS policy");
            json.WriteString("scopeName", "source.airs");
            json.WriteStartArray("fileTypes");
            json.WriteStringValue("airs");
            json.WriteEndArray();
            json.WriteStartArray("patterns");
            Match(json, "comment.line.documentation.airs", "///.*$");
            Match(json, "comment.line.double-slash.airs", "//.*$");
            Region(json, "string.quoted.triple.airs", "\"\"\"", "\"\"\"");
            Region(json, "string.quoted.double.airs", "\"", "\"|$");
            Match(json, "string.regexp.airs", """/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/i?""");
            Match(json, "constant.numeric.date.airs", """\b\d{4}-\d{2}-\d{2}\b""");
            Parts(json, Numbers, "constant.numeric.airs", "keyword.other.unit.airs");
            Match(json, "variable.other.enummember.catalogue.airs", """\b[A-Z][A-Za-z\d]*(?:[-.][A-Za-z\d]+)*\b""");
            Parts(json, Packages, "storage.type.airs", "entity.name.namespace.airs");
            Parts(json, $@"{Words(WordGroups.Declarations)}\s+([a-z_]\w*)", "storage.type.airs", "entity.name.type.airs");
            Match(json, "storage.type.airs", Words(WordGroups.Declarations));
            Match(json, "keyword.control.airs", Words(WordGroups.Reserved));
            Match(json, "constant.language.airs", Words(WordGroups.Constants));
            Match(json, "support.function.effect.airs", Words(WordGroups.Effects));
            Match(json, "keyword.other.airs", Words(WordGroups.Members));
            Match(json, "entity.name.function.airs", """\b[a-z_]\w*(?=\()""");
            Match(json, "variable.other.property.airs", """(?<=\.)[a-z_]\w*""");
            Match(json, "keyword.operator.airs", """==|!=|<=|>=|<|>|\?\?|->|[-+*=?|]""");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private const string Numbers = """\b(\d[\d_]*(?:\.\d+)?)(%|[A-Za-z][A-Za-z\d]*|\s+[A-Z]{3}\b)?""";

    private const string Packages = """(?<![.\w])(policy|library|use|extends)\s+([a-z_][\w.]*)""";

    // Behind a dot any word is a name.
    private static string Words(IEnumerable<string> words) => $@"(?<![.\w])({string.Join('|', words)})\b";

    // Each group of the pattern with a name of its own.
    private static void Parts(Utf8JsonWriter json, string pattern, params ReadOnlySpan<string> names)
    {
        json.WriteStartObject();
        json.WriteString("match", pattern);
        json.WriteStartObject("captures");
        for (var i = 0; i < names.Length; i++)
        {
            json.WriteStartObject((i + 1).ToString(CultureInfo.InvariantCulture));
            json.WriteString("name", names[i]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Match(Utf8JsonWriter json, string name, string pattern)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("match", pattern);
        json.WriteEndObject();
    }

    private static void Region(Utf8JsonWriter json, string name, string begin, string end)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("begin", begin);
        json.WriteString("end", end);
        json.WriteStartArray("patterns");
        Match(json, "constant.character.escape.airs", """\\.""");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
