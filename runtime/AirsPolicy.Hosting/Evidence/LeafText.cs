using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>
/// Texts as canonical JSON has them (RFC 8785, section 3.2.2.2): escaped are <c>"</c>, <c>\</c> and controls, each in one way.
/// </summary>
internal static class LeafText
{
    private const int LongestEscape = 6;

    private static readonly SearchValues<byte> s_escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>Writes a text in UTF-8, without quotes round it.</summary>
    public static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        Span<byte> escape = stackalloc byte[LongestEscape];
        for (int next; (next = text.IndexOfAny(s_escaped)) >= 0; text = text[(next + 1)..])
        {
            output.Write(text[..next]);
            output.Write(Escape(text[next], escape));
        }
        output.Write(text);
    }

    /// <summary>How long the text is that ends at the next quote; -1 where none ends it, or it is written in another way.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> escape = stackalloc byte[LongestEscape];
        var length = 0;
        while (bytes[length..].IndexOfAny(s_escaped) is >= 0 and var next)
        {
            length += next;
            if (bytes[length] == (byte)'"')
                return Utf8.IsValid(bytes[..length]) ? length : -1;
            var written = Escape(Escaped(bytes[length..]), escape);
            if (!bytes[length..].StartsWith(written))
                return -1;
            length += written.Length;
        }
        return -1;
    }

    /// <summary>The text that was written.</summary>
    public static string Read(ReadOnlySpan<byte> written)
    {
        Span<byte> escape = stackalloc byte[LongestEscape];
        var text = new ArrayBufferWriter<byte>();
        for (int next; (next = written.IndexOf((byte)'\\')) >= 0;)
        {
            text.Write(written[..next]);
            var character = Escaped(written[next..]);
            text.Write([character]);
            written = written[(next + Escape(character, escape).Length)..];
        }
        text.Write(written);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static ReadOnlySpan<byte> Escape(byte character, Span<byte> space)
    {
        switch (character)
        {
            case (byte)'"': return "\\\""u8;
            case (byte)'\\': return "\\\\"u8;
            case (byte)'\b': return "\\b"u8;
            case (byte)'\t': return "\\t"u8;
            case (byte)'\n': return "\\n"u8;
            case (byte)'\f': return "\\f"u8;
            case (byte)'\r': return "\\r"u8;
            default:
                "\\u00"u8.CopyTo(space);
                Convert.TryToHexStringLower([character], space[4..], out _);
                return space[..LongestEscape];
        }
    }

    // What an escape stands for; where it is none, something whose escape is another.
    private static byte Escaped(ReadOnlySpan<byte> escape) => escape switch
    {
        [(byte)'\\', (byte)'"', ..] => (byte)'"',
        [(byte)'\\', (byte)'\\', ..] => (byte)'\\',
        [(byte)'\\', (byte)'b', ..] => (byte)'\b',
        [(byte)'\\', (byte)'t', ..] => (byte)'\t',
        [(byte)'\\', (byte)'n', ..] => (byte)'\n',
        [(byte)'\\', (byte)'f', ..] => (byte)'\f',
        [(byte)'\\', (byte)'r', ..] => (byte)'\r',
        [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', (byte)'0', var low, ..] => (byte)HexDigit(low),
        [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', (byte)'1', var low, ..] => (byte)(0x10 + HexDigit(low)),
        _ => 0,
    };

    private static int HexDigit(byte digit) => Math.Max(0, "0123456789abcdef"u8.IndexOf(digit));
}
