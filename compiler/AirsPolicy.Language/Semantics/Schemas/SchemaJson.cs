using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Reads JSON into nodes that know where they stand, within bounds.</summary>
internal static class SchemaJson
{
    private const int MostBytes = 1 << 20;
    private const int MostDepth = 64;

    /// <summary>The root, or null with a clause that says what is wrong and the byte at which it is.</summary>
    public static SchemaNode? Parse(byte[] json, out string? problem, out int at)
    {
        at = 0;
        if (json.Length > MostBytes)
        {
            problem = "the file is larger than 1 MiB";
            return null;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth + 2 });
        try
        {
            return Read(ref reader, out problem, out at);
        }
        catch (JsonException exception)
        {
            at = Offset(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            problem = at >= json.AsSpan().TrimEnd(" \t\r\n"u8).Length ? "the text ends too early" : "this is not expected here";
            return null;
        }
        catch (InvalidOperationException)
        {
            // A text that holds half of a surrogate pair cannot be decoded.
            at = (int)reader.TokenStartIndex;
            problem = "this text holds a lone surrogate";
            return null;
        }
    }

    private static SchemaNode? Read(ref Utf8JsonReader reader, out string? problem, out int at)
    {
        problem = null;
        at = 0;
        SchemaNode? root = null, open = null;
        var key = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                key = reader.GetString()!;
                at = (int)reader.TokenStartIndex;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open!.EndAt((int)reader.BytesConsumed);
                open = open.Parent;
                continue;
            }

            if (reader.CurrentDepth > MostDepth)
            {
                at = (int)reader.TokenStartIndex;
                problem = string.Create(CultureInfo.InvariantCulture, $"it is nested more than {MostDepth} deep");
                return null;
            }

            if (open?.Kind == SchemaNodeKind.Array)
                key = open.Items.Count.ToString(CultureInfo.InvariantCulture);
            var node = NodeOf(ref reader, open, key);
            root ??= node;
            if (open is not null && !open.Add(node))
            {
                problem = $"the key '{key}' stands here twice";
                return null;
            }

            if (node.Kind is SchemaNodeKind.Object or SchemaNodeKind.Array)
                open = node;
        }

        return root;
    }

    private static SchemaNode NodeOf(ref Utf8JsonReader reader, SchemaNode? parent, string key)
    {
        var start = (int)reader.TokenStartIndex;
        var kind = reader.TokenType switch
        {
            JsonTokenType.StartObject => SchemaNodeKind.Object,
            JsonTokenType.StartArray => SchemaNodeKind.Array,
            JsonTokenType.String => SchemaNodeKind.Text,
            JsonTokenType.Number => SchemaNodeKind.Number,
            JsonTokenType.True => SchemaNodeKind.True,
            JsonTokenType.False => SchemaNodeKind.False,
            _ => SchemaNodeKind.Null,
        };
        var text = kind switch
        {
            SchemaNodeKind.Text => reader.GetString()!,
            SchemaNodeKind.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => "",
        };
        var node = new SchemaNode(parent, key, kind, start, text);
        node.EndAt((int)reader.BytesConsumed);
        return node;
    }

    private static int Offset(byte[] json, long line, long column)
    {
        var start = 0;
        for (; line > 0; line--)
            start += json.AsSpan(start).IndexOf((byte)'\n') + 1;
        return (int)Math.Min(start + column, json.Length);
    }
}
