using System.Text;
using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Scanning;

/// <summary>
/// Reads a row: one JSON object with <c>text</c> or <c>text_base64</c>, and maybe <c>id</c>, <c>label</c> and <c>side</c>.
/// </summary>
internal static class RowText
{
    /// <summary>The text of a row.</summary>
    /// <param name="row">The line.</param>
    /// <param name="file">The file it stands in.</param>
    /// <param name="line">Its number.</param>
    /// <param name="groupBy">The member that rows are grouped by, or null.</param>
    /// <exception cref="UsageException">The line is no such object; the message names it.</exception>
    public static ScannedText Read(ReadOnlyMemory<byte> row, string file, int line, string? groupBy)
    {
        try
        {
            return Parse(row.Span, file, line, groupBy) ?? throw Wrong(file, line, "needs a text 'text', or 'text_base64'");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            throw Wrong(file, line, "is no JSON object whose texts are whole");
        }
    }

    private static ScannedText? Parse(ReadOnlySpan<byte> row, string file, int line, string? groupBy)
    {
        string? id = null, text = null, label = null, group = null;
        var side = TextSide.User;
        var json = new Utf8JsonReader(row);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (name == "text" && json.TokenType == JsonTokenType.String)
                text = json.GetString();
            else if (name == "text_base64" && json.TokenType == JsonTokenType.String)
                text ??= Encoding.UTF8.GetString(json.GetBytesFromBase64());
            else if (name == "id")
                id = Value(ref json);
            else if (name == "label")
                label = Value(ref json);
            else if (name == "side")
                side = Value(ref json) switch { "output" => TextSide.Output, "data" => TextSide.Data, _ => TextSide.User };
            if (name == groupBy)
                group = Value(ref json);
            json.Skip();
        }
        // What is behind the object is no row either.
        if (json.Read()) throw new JsonException();
        return text is null ? null : new ScannedText(file, line, id, text, label, group, side);
    }

    private static string? Value(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null => null,
        _ => Encoding.UTF8.GetString(json.ValueSpan),
    };

    private static UsageException Wrong(string file, int line, string what) => new($"Line {line} of '{file}' {what}.");
}
