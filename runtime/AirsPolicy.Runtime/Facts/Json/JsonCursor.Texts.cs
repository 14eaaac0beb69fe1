using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Facts.Json;

internal ref partial struct JsonCursor
{
    private const int Room = 64;

    private static readonly SearchValues<byte> s_ends = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(b => (byte)b)]);

    /// <summary>The first characters behind those the frame holds: the text that was taken last.</summary>
    public readonly ReadOnlySpan<char> Taken(int length) => length == 0 ? [] : _frame.ReserveText(length)[..length];

    /// <summary>Keeps the text that was taken last.</summary>
    public readonly long Keep(int length) => _frame.CommitText(length);

    /// <summary>Takes the text whose quote stands next, without escapes, behind the characters of the frame.</summary>
    /// <param name="length">How many UTF-16 units it has.</param>
    public bool TakeText(out int length)
    {
        var json = Json;
        var at = At + 1;
        // Less than nothing is added where an escape is longer than what it stands for.
        var start = at;
        length = 0;
        var room = _frame.ReserveText(Room);
        while (true)
        {
            // One block, and behind it a pair that an escape stands for.
            if (room.Length - length < Vector128<byte>.Count + 2)
            {
                room = _frame.ReserveText(length * 2 + Room);
                if (room.IsEmpty)
                    return TextOverLimit();
            }
            if (json.Length - at >= Vector128<byte>.Count)
            {
                var plain = Widen(json.Slice(at, Vector128<byte>.Count), room.Slice(length, Vector128<byte>.Count));
                at += plain;
                length += plain;
                if (plain == Vector128<byte>.Count)
                {
                    if (at - start > _maxTextBytes)
                        return TextOverLimit();
                    continue;
                }
            }
            else
            {
                while (at < json.Length && json[at] is >= 0x20 and < 0x80 and not (byte)'"' and not (byte)'\\')
                    room[length++] = (char)json[at++];
            }
            At = at;
            if (at == json.Length)
                return Unreadable("the closing '\"' of a text");
            if (json[at] == '"')
            {
                At = at + 1;
                return at - start <= _maxTextBytes || TextOverLimit();
            }
            if (!(json[at] >= 0x80 ? TakeRun(start, ref room, ref length) : TakeEscape(ref start, room, ref length)))
                return false;
            at = At;
        }
    }

    /// <summary>Takes a name, without escapes, as UTF-8. The span holds until the next text or name is taken.</summary>
    /// <param name="name">The name.</param>
    /// <param name="start">Where it stands in the JSON, or -1 where it has escapes.</param>
    public bool TakeName(out ReadOnlySpan<byte> name, out int start)
    {
        start = At + 1;
        name = default;
        if (Next() != '"')
            return Unreadable("the '\"' of a name");
        start = At + 1;
        var length = Json[start..].IndexOfAny(s_ends);
        if (length >= 0 && Json[start + length] == '"')
        {
            name = Json.Slice(start, length);
            if (Utf8.IsValid(name))
            {
                At = start + length + 1;
                return true;
            }
        }
        if (!TakeText(out var chars))
            return false;
        name = Names.Encode(Taken(chars));
        start = -1;
        return true;
    }

    // Writes 16 bytes as characters and gives how many of them, from the first, stand for themselves. What lies behind those is
    // overwritten by what is read next.
    private static int Widen(ReadOnlySpan<byte> bytes, Span<char> room)
    {
        var block = Vector128.Create(bytes);
        // Signed: bytes from 0x80 are negative, so that one comparison finds controls and everything beyond ASCII.
        var ends = Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte()
            | Vector128.Equals(block, Vector128.Create((byte)'"'))
            | Vector128.Equals(block, Vector128.Create((byte)'\\'));
        var (low, high) = Vector128.Widen(block);
        var units = MemoryMarshal.Cast<char, ushort>(room);
        low.CopyTo(units);
        high.CopyTo(units[8..]);
        var mask = ends.ExtractMostSignificantBits();
        return mask == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(mask);
    }

    // Takes what begins beyond ASCII, up to the next quote, escape or control.
    private bool TakeRun(int start, ref Span<char> room, ref int length)
    {
        var run = Json[At..].IndexOfAny(s_ends);
        if (run < 0)
            run = Json.Length - At;
        if (At - start + run > _maxTextBytes)
            return TextOverLimit();
        room = _frame.ReserveText(length + run + Room);
        if (room.IsEmpty)
            return TextOverLimit();
        var status = Utf8.ToUtf16(Json.Slice(At, run), room[length..], out var read, out var written, replaceInvalidSequences: false);
        At += read;
        length += written;
        return status == OperationStatus.Done || Unreadable("well-formed UTF-8");
    }

    private bool TakeEscape(ref int start, Span<char> room, ref int length)
    {
        if (Json[At] != '\\')
            return Unreadable("an escape for the control character, or the closing '\"' of a text,");
        var escape = At;
        At++;
        int scalar;
        switch (At < Json.Length ? Json[At] : 0)
        {
            case '"' or '\\' or '/': scalar = Json[At]; break;
            case 'b': scalar = '\b'; break;
            case 'f': scalar = '\f'; break;
            case 'n': scalar = '\n'; break;
            case 'r': scalar = '\r'; break;
            case 't': scalar = '\t'; break;
            case 'u': return TakeUnicodeEscape(escape, ref start, room, ref length);
            default: return Unreadable("one of the escapes of JSON");
        }
        At++;
        room[length++] = (char)scalar;
        start += At - escape - 1;
        return true;
    }

    private bool TakeUnicodeEscape(int escape, ref int start, Span<char> room, ref int length)
    {
        At++;
        if (!TakeHex(out var first))
            return false;
        var rune = new Rune(0xFFFD);
        if (char.IsHighSurrogate(first) && Json[At..].StartsWith("\\u"u8))
        {
            At += 2;
            if (!TakeHex(out var second))
                return false;
            if (!Rune.TryCreate(first, second, out rune))
                return LoneSurrogate();
        }
        else if (!Rune.TryCreate(first, out rune))
        {
            return LoneSurrogate();
        }
        length += rune.EncodeToUtf16(room[length..]);
        start += At - escape - rune.Utf8SequenceLength;
        return true;
    }

    private bool TakeHex(out char unit)
    {
        unit = '\0';
        for (var i = 0; i < 4; i++, At++)
        {
            if (At >= Json.Length || !char.IsAsciiHexDigit((char)Json[At]))
                return Unreadable("four hexadecimal digits of an escape");
            var digit = Json[At] <= '9' ? Json[At] - '0' : (Json[At] | 0x20) - 'a' + 10;
            unit = (char)(unit << 4 | digit);
        }
        return true;
    }

    private readonly bool LoneSurrogate() =>
        Misfit.Note(FailureKind.MisfitFact, "holds half of a surrogate pair, where whole characters fit");

    private readonly bool TextOverLimit() =>
        Misfit.Note(
            FailureKind.OverLimit,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"is over its limit, where a text of at most {_maxTextBytes} bytes fits"));
}
