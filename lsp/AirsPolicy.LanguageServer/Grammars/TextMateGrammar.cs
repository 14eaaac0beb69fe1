using System.Buffers;
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
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
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
            Match(json, "constant.numeric.airs", """\b\d[\d_]*(?:\.\d+)?(?:%|[A-Za-z][A-Za-z\d]*|\s+[A-Z]{3}\b)?""");
            Match(json, "constant.other.catalogue.airs", """\b[A-Z][A-Za-z\d]*(?:[-.][A-Za-z\d]+)*\b""");
            Match(json, "storage.type.airs", Words(WordGroups.Declarations));
            Match(json, "keyword.operator.word.airs", Words(WordGroups.Reserved));
            Match(json, "constant.language.airs", Words(WordGroups.Constants));
            Match(json, "support.function.effect.airs", Words(WordGroups.Effects));
            Match(json, "keyword.other.airs", Words(WordGroups.Members));
            Match(json, "keyword.operator.airs", """==|!=|<=|>=|<|>|\?\?|->|[-+*=?|]""");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    // Behind a dot any word is a name.
    private static string Words(IEnumerable<string> words) => $@"(?<![.\w])(?:{string.Join('|', words)})\b";

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
