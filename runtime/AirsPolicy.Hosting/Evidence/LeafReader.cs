using System.Buffers.Text;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>Reads leaves as <see cref="LeafWriter"/> writes them, and nothing else, in one pass that allocates nothing.</summary>
internal ref struct LeafReader
{
    private readonly int _length;
    private ReadOnlySpan<byte> _rest;
    private string? _missing;
    private LeafParts _parts;

    private LeafReader(ReadOnlySpan<byte> bytes)
    {
        _rest = bytes;
        _length = bytes.Length;
    }

    /// <summary>Reads a leaf.</summary>
    /// <param name="reason">Where not: why, in words that go on a sentence.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LeafParts parts, out string? reason)
    {
        parts = default;
        reason = $"it takes {bytes.Length} bytes, where a leaf has {EvidenceLeaf.MaxBytes} at most";
        if (bytes.Length > EvidenceLeaf.MaxBytes)
            return false;
        var reader = new LeafReader(bytes);
        var isRead = reader.Read();
        reason = isRead ? null : $"{reader._missing} was expected at byte {reader._length - reader._rest.Length}";
        parts = reader._parts;
        return isRead;
    }

    private bool Read() =>
        Expect("{\"v\":1,\"seq\":"u8, "'v' 1 and 'seq'")
        && Number(out _parts.Seq, least: 0)
        && Expect(",\"time\":\""u8, "'time'")
        && Time(out _parts.Time)
        && Expect("\",\"kind\":\""u8, "'kind'")
        && Kind(out _parts.Kind)
        && Name("\"point\":\""u8, ref _parts.Point)
        && Name("\"outcome\":\""u8, ref _parts.Outcome)
        && Controls(ref _parts.Controls)
        && Request()
        && Number("\"held\":"u8, ref _parts.Held, least: 0)
        && Digest("\"bundle\":\""u8, ref _parts.Bundle)
        && Number("\"lost\":"u8, ref _parts.Lost, least: 1)
        && Content(ref _parts.Content)
        && Expect("}"u8, "a member that leaves have, in its place, or the end")
        && (_rest.IsEmpty || Fail("the end"));

    private bool Fail(string expected)
    {
        _missing = expected;
        return false;
    }

    private bool Take(scoped ReadOnlySpan<byte> literal)
    {
        if (!_rest.StartsWith(literal))
            return false;
        _rest = _rest[literal.Length..];
        return true;
    }

    private bool Expect(scoped ReadOnlySpan<byte> literal, string what) => Take(literal) || Fail(what);

    // An optional member.
    private bool Member(scoped ReadOnlySpan<byte> name)
    {
        if (_rest is not [(byte)',', ..] || !_rest[1..].StartsWith(name))
            return false;
        _rest = _rest[(1 + name.Length)..];
        return true;
    }

    private bool Number(out long number, long least)
    {
        if (!Utf8Parser.TryParse(_rest, out number, out var length)
            || number < least
            || !char.IsAsciiDigit((char)_rest[0])
            || _rest[0] == '0' && length > 1)
            return Fail("a number as it is written");
        _rest = _rest[length..];
        return true;
    }

    private bool Number(scoped ReadOnlySpan<byte> member, ref long? number, long least)
    {
        if (!Member(member))
            return true;
        if (!Number(out var value, least))
            return false;
        number = value;
        return true;
    }

    private bool Time(out long ticks)
    {
        ticks = 0;
        var length = EvidenceLeaf.TimeLength;
        if (_rest.Length < length
            || _rest[length - 1] != 'Z'
            || !Utf8Parser.TryParse(_rest[..length], out DateTime time, out var read, 'O')
            || read != length)
            return Fail("a time in UTC with seven decimals");
        ticks = time.Ticks;
        _rest = _rest[length..];
        return true;
    }

    private bool Kind(out EvidenceKind kind)
    {
        var end = Math.Max(0, _rest.IndexOf((byte)'"'));
        if (!EvidenceKinds.TryRead(_rest[..end], out kind))
            return Fail("a kind of record");
        _rest = _rest[(end + 1)..];
        return true;
    }

    private bool Name(scoped ReadOnlySpan<byte> member, ref ReadOnlySpan<byte> name) => !Member(member) || TakeName(out name);

    private bool TakeName(out ReadOnlySpan<byte> name)
    {
        var end = Math.Max(0, _rest.IndexOf((byte)'"'));
        name = _rest[..end];
        if (!EvidenceNames.IsName(name))
            return Fail("a name");
        _rest = _rest[(end + 1)..];
        return true;
    }

    private bool Controls(ref ReadOnlySpan<byte> controls)
    {
        if (!Member("\"controls\":["u8))
            return true;
        var list = _rest;
        ReadOnlySpan<byte> last = default;
        do
        {
            if (!Expect("\""u8, "a name") || !TakeName(out var name))
                return false;
            if (name.SequenceCompareTo(last) <= 0)
                return Fail("an ordinal order of controls, each once,");
            last = name;
        }
        while (Take(","u8));
        controls = list[..(list.Length - _rest.Length)];
        return Expect("]"u8, "the end of the controls");
    }

    private bool Request()
    {
        if (!Member("\"request\":\""u8))
            return true;
        var length = LeafText.LengthOf(_rest);
        if (length < 0)
            return Fail("a text in UTF-8, with the escapes that it needs alone,");
        _parts.Request = _rest[..length];
        _parts.HasRequest = true;
        _rest = _rest[(length + 1)..];
        return true;
    }

    private bool Digest(scoped ReadOnlySpan<byte> member, ref ReadOnlySpan<byte> digest) => !Member(member) || TakeDigest(out digest);

    private bool TakeDigest(out ReadOnlySpan<byte> digest)
    {
        var length = EvidenceNames.DigestLength;
        digest = _rest.Length > length ? _rest[..length] : default;
        if (!EvidenceNames.IsDigest(digest) || _rest[length] != '"')
            return Fail("64 lower-case hexadecimal digits");
        _rest = _rest[(length + 1)..];
        return true;
    }

    private bool Content(ref ReadOnlySpan<byte> content)
    {
        if (!Member("\"content\":{"u8))
            return true;
        var list = _rest;
        ReadOnlySpan<byte> last = default;
        do
        {
            if (!Expect("\""u8, "the name of a field"))
                return false;
            var end = Math.Max(0, _rest.IndexOf((byte)'"'));
            var name = _rest[..end];
            if (!EvidenceNames.IsField(name) || name.SequenceCompareTo(last) <= 0)
                return Fail("a name of a field, in ordinal order and each once,");
            _rest = _rest[(end + 1)..];
            if (!Expect(":\""u8, "a commitment") || !TakeDigest(out _))
                return false;
            last = name;
        }
        while (Take(","u8));
        content = list[..(list.Length - _rest.Length)];
        return Expect("}"u8, "the end of the content");
    }
}
