namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>Steps through JSON that a frame holds as text. Reading has found it well-formed, so nothing is checked again.</summary>
internal static class JsonText
{
    /// <summary>Where white space ends.</summary>
    public static int Start(ReadOnlySpan<char> json, int at)
    {
        while (at < json.Length && json[at] is ' ' or '\n' or '\r' or '\t')
            at++;
        return at;
    }

    /// <summary>Where the value that begins at <paramref name="at"/> ends.</summary>
    public static int End(ReadOnlySpan<char> json, int at)
    {
        var depth = 0;
        do
        {
            switch (json[at])
            {
                case '"':
                    at = TextEnd(json, at);
                    break;
                case '{' or '[':
                    depth++;
                    at++;
                    break;
                case '}' or ']':
                    depth--;
                    at++;
                    break;
                default:
                    at++;
                    if (depth == 0)
                    {
                        while (at < json.Length && json[at] is not (',' or '}' or ']' or ' ' or '\n' or '\r' or '\t'))
                            at++;
                    }
                    break;
            }
        }
        while (depth > 0);
        return at;
    }

    /// <summary>Behind the closing quote of the text whose opening quote stands at <paramref name="at"/>.</summary>
    public static int TextEnd(ReadOnlySpan<char> json, int at)
    {
        at++;
        while (true)
        {
            at += json[at..].IndexOfAny('"', '\\');
            if (json[at] == '"')
                return at + 1;
            at += 2;
        }
    }

    /// <summary>Writes a text without its quotes and escapes and gives its length.</summary>
    /// <param name="quoted">The text with its quotes.</param>
    /// <param name="destination">At least as long as <paramref name="quoted"/>.</param>
    public static int Decode(ReadOnlySpan<char> quoted, Span<char> destination)
    {
        var length = 0;
        for (var at = 1; at < quoted.Length - 1; at++)
        {
            var unit = quoted[at];
            if (unit == '\\')
            {
                at++;
                unit = quoted[at] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)(Hex(quoted[at + 1]) << 12 | Hex(quoted[at + 2]) << 8 | Hex(quoted[at + 3]) << 4 | Hex(quoted[at + 4])),
                    var other => other,
                };
                if (quoted[at] == 'u')
                    at += 4;
            }
            destination[length++] = unit;
        }
        return length;
    }

    private static int Hex(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
