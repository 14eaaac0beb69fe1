using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>The content of a leaf as a line of JSON in a folder: its index, its salt in hexadecimal, its values in base64.</summary>
internal static class ContentLine
{
    /// <summary>The most bytes of a line: the values in base64, with room for the rest.</summary>
    public const int MaxBytes = StoredContent.MaxBytes / 3 * 4 + (1 << 16);

    /// <summary>The line, without its line feed.</summary>
    public static byte[] Write(long seq, StoredContent content)
    {
        var output = new ArrayBufferWriter<byte>(512);
        Ascii(output, string.Create(
            CultureInfo.InvariantCulture, $"{{\"seq\":{seq},\"salt\":\"{Convert.ToHexStringLower(content.Salt.Span)}\",\"fields\":{{"));
        foreach (var (number, field) in content.Fields.Index())
        {
            Ascii(output, $"{(number > 0 ? "," : "")}\"{field.Name}\":\"");
            var space = output.GetSpan(Base64.GetMaxEncodedToUtf8Length(field.Value.Length));
            Base64.EncodeToUtf8(field.Value.Span, space, out _, out var length);
            output.Advance(length);
            Ascii(output, "\"");
        }
        Ascii(output, "}}");
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a line; null where it is not written exactly as <see cref="Write"/> does.</summary>
    public static (long Seq, StoredContent Content)? Read(ReadOnlySpan<byte> line)
    {
        var rest = line;
        if (!Take(ref rest, "{\"seq\":"u8)
            || !Utf8Parser.TryParse(rest, out long seq, out var digits)
            || !char.IsAsciiDigit((char)rest[0])
            || rest[0] == '0' && digits > 1)
            return null;
        rest = rest[digits..];
        if (!Take(ref rest, ",\"salt\":\""u8) || rest.Length < EvidenceNames.DigestLength)
            return null;
        var salt = rest[..EvidenceNames.DigestLength];
        rest = rest[EvidenceNames.DigestLength..];
        return EvidenceNames.IsDigest(salt) && Take(ref rest, "\",\"fields\":{"u8) && Fields(rest) is { } fields
            ? (seq, new StoredContent(Convert.FromHexString(Encoding.ASCII.GetString(salt)), fields))
            : null;
    }

    private static ValueList<ContentField>? Fields(ReadOnlySpan<byte> rest)
    {
        var fields = ImmutableArray.CreateBuilder<ContentField>();
        while (Take(ref rest, fields.Count == 0 ? "\""u8 : ",\""u8))
        {
            var end = Math.Max(0, rest.IndexOf((byte)'"'));
            var name = rest[..end];
            if (!EvidenceNames.IsField(name) || fields.Count == StoredContent.MaxFields)
                return null;
            rest = rest[end..];
            if (!Take(ref rest, "\":\""u8) || rest.IndexOf((byte)'"') is not (>= 0 and var length))
                return null;
            var field = Encoding.ASCII.GetString(name);
            if (Value(rest[..length]) is not { } value || fields.Count > 0 && string.CompareOrdinal(fields[^1].Name, field) >= 0)
                return null;
            fields.Add(new ContentField(field, value));
            rest = rest[(length + 1)..];
        }
        return rest.SequenceEqual("}}"u8) ? new ValueList<ContentField>(fields.ToImmutable()) : null;
    }

    // Base64 in its one form. The decoder refuses bits that stand for nothing; blanks, which it takes, change the length.
    private static byte[]? Value(ReadOnlySpan<byte> encoded)
    {
        if (encoded.IsEmpty)
            return [];
        if (encoded.Length % 4 != 0)
            return null;
        var padding = encoded[^2] == '=' ? 2 : encoded[^1] == '=' ? 1 : 0;
        var value = new byte[encoded.Length / 4 * 3 - padding];
        return Base64.DecodeFromUtf8(encoded, value, out var read, out var length) == OperationStatus.Done
            && read == encoded.Length
            && length == value.Length
            ? value
            : null;
    }

    private static bool Take(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> literal)
    {
        if (!rest.StartsWith(literal))
            return false;
        rest = rest[literal.Length..];
        return true;
    }

    private static void Ascii(ArrayBufferWriter<byte> output, string text) =>
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
