using System.Globalization;
using System.Text;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>Gathers canonical JSON as UTF-8; grows to what it has held and then allocates nothing.</summary>
internal sealed class CanonicalBuffer
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Add(char ascii) => Room(1)[0] = (byte)ascii;

    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    public void Add(long value)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        AddAscii(text[..length]);
    }

    public void AddAscii(ReadOnlySpan<char> text)
    {
        var room = Room(text.Length);
        for (var i = 0; i < text.Length; i++)
            room[i] = (byte)text[i];
    }

    /// <summary>
    /// A text in quotes; escaped are quotes, backslashes and controls alone, these by their short escape where there is one.
    /// </summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        Add('"');
        while (!text.IsEmpty)
        {
            var plain = PlainLength(text);
            AddUtf8(text[..plain]);
            if (plain < text.Length)
                AddEscape(text[plain++]);
            text = text[plain..];
        }
        Add('"');
    }

    /// <summary>A number as ECMAScript lays it out (RFC 8785 section 3.2.2.3), but from its exact digits.</summary>
    public void Add(ExactNumber number)
    {
        if (number.Coefficient == UInt128.Zero)
        {
            Add('0');
            return;
        }
        Span<char> digits = stackalloc char[40];
        number.Coefficient.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        // The value is 0.digits · 10^point.
        var point = count + number.Exponent;
        while (count > 1 && digits[count - 1] == '0')
            count--;
        digits = digits[..count];
        if (number.Negative)
            Add('-');
        if (point is > 21 or <= -6)
        {
            AddExponential(digits, point - 1);
        }
        else if (point <= 0)
        {
            Add("0."u8);
            AddZeros(-point);
            AddAscii(digits);
        }
        else if (count <= point)
        {
            AddAscii(digits);
            AddZeros(point - count);
        }
        else
        {
            AddAscii(digits[..point]);
            Add('.');
            AddAscii(digits[point..]);
        }
    }

    public void Add(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var coefficient = new UInt128((uint)parts[2], (ulong)(uint)parts[1] << 32 | (uint)parts[0]);
        Add(new ExactNumber(value < 0, coefficient, -(parts[3] >> 16 & 0xFF)));
    }

    private void AddExponential(ReadOnlySpan<char> digits, int exponent)
    {
        AddAscii(digits[..1]);
        if (digits.Length > 1)
        {
            Add('.');
            AddAscii(digits[1..]);
        }
        Add(exponent < 0 ? "e-"u8 : "e+"u8);
        Add(Math.Abs((long)exponent));
    }

    private void AddZeros(int count) => Room(count).Fill((byte)'0');

    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] >= ' ' && text[length] != '"' && text[length] != '\\')
            length++;
        return length;
    }

    private void AddUtf8(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var room = Room(most);
        _length -= most - Encoding.UTF8.GetBytes(text, room);
    }

    private void AddEscape(char unit)
    {
        Add('\\');
        switch (unit)
        {
            case '"' or '\\': Add(unit); break;
            case '\b': Add('b'); break;
            case '\f': Add('f'); break;
            case '\n': Add('n'); break;
            case '\r': Add('r'); break;
            case '\t': Add('t'); break;
            default:
                Add("u00"u8);
                Add((char)('0' + (unit >> 4)));
                Add("0123456789abcdef"[unit & 0xF]);
                break;
        }
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length));
        _length += length;
        return _bytes.AsSpan(_length - length, length);
    }
}
