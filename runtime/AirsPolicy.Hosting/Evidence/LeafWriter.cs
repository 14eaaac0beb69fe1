using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>Writes leaves: each record in one way only.</summary>
internal static class LeafWriter
{
    public static byte[] Write(long seq, EvidenceRecord record, StoredContent? content)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        output.Write("{\"v\":1"u8);
        Number(output, "seq", seq, least: 0);
        Time(output, record.Time);
        Name(output, "kind", record.Kind.Word());
        Name(output, "point", record.Point);
        Name(output, "outcome", record.Outcome);
        Controls(output, record);
        Request(output, record.Request);
        Number(output, "held", record.Held, least: 0);
        Digest(output, "bundle", record.Bundle);
        Number(output, "lost", record.Lost, least: 1);
        Content(output, content);
        output.Write("}"u8);
        return output.WrittenCount <= EvidenceLeaf.MaxBytes
            ? output.WrittenSpan.ToArray()
            : throw new ArgumentException($"The leaf takes {output.WrittenCount} bytes, where one has {EvidenceLeaf.MaxBytes} at most.");
    }

    private static void Number(ArrayBufferWriter<byte> output, string member, long? number, long least)
    {
        if (number is not { } value)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, member);
        Member(output, member);
        Ascii(output, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Time(ArrayBufferWriter<byte> output, DateTimeOffset time)
    {
        Member(output, "time");
        output.Write("\""u8);
        Utf8Formatter.TryFormat(time.UtcDateTime, output.GetSpan(EvidenceLeaf.TimeLength), out var length, 'O');
        output.Advance(length);
        output.Write("\""u8);
    }

    private static void Name(ArrayBufferWriter<byte> output, string member, string? name)
    {
        if (name is null)
            return;
        Member(output, member);
        Quoted(output, Checked(member, name));
    }

    private static void Controls(ArrayBufferWriter<byte> output, EvidenceRecord record)
    {
        if (record.Controls.Count == 0)
            return;
        Member(output, "controls");
        var open = "["u8;
        foreach (var control in record.Controls.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            output.Write(open);
            Quoted(output, Checked("controls", control));
            open = ","u8;
        }
        output.Write("]"u8);
    }

    private static void Request(ArrayBufferWriter<byte> output, string? request)
    {
        if (request is null)
            return;
        Member(output, "request");
        output.Write("\""u8);
        LeafText.Write(output, Encoding.UTF8.GetBytes(request));
        output.Write("\""u8);
    }

    private static void Digest(ArrayBufferWriter<byte> output, string member, string? digest)
    {
        if (digest is null)
            return;
        if (!EvidenceNames.IsDigest(digest))
            throw new ArgumentException($"'{digest}' is no digest: SHA-256 in 64 lower-case hexadecimal digits.", member);
        Member(output, member);
        Quoted(output, digest);
    }

    private static void Content(ArrayBufferWriter<byte> output, StoredContent? content)
    {
        if (content is null || content.Fields.Count == 0)
            return;
        Span<byte> commitment = stackalloc byte[EvidenceNames.HashSize];
        Member(output, "content");
        var open = "{"u8;
        foreach (var field in content.Fields)
        {
            output.Write(open);
            Quoted(output, field.Name);
            output.Write(":"u8);
            content.Commit(field, commitment);
            Quoted(output, Convert.ToHexStringLower(commitment));
            open = ","u8;
        }
        output.Write("}"u8);
    }

    private static string Checked(string member, string name) => EvidenceNames.IsName(name)
        ? name
        : throw new ArgumentException($"'{name}' cannot stand as '{member}': 1 to {EvidenceNames.MaxName} visible ASCII characters do.");

    private static void Member(ArrayBufferWriter<byte> output, string name)
    {
        output.Write(","u8);
        Quoted(output, name);
        output.Write(":"u8);
    }

    private static void Quoted(ArrayBufferWriter<byte> output, string plain)
    {
        output.Write("\""u8);
        Ascii(output, plain);
        output.Write("\""u8);
    }

    private static void Ascii(ArrayBufferWriter<byte> output, string text) =>
        output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
}
