using System.Buffers.Binary;
using System.Text;

namespace AirsPolicy.Runtime.State.Keys;

/// <summary>
/// Writes the values of a key in their canonical form: equal values give equal bytes, and different values of the same types different
/// ones. Used again and again; one thread at a time.
/// </summary>
public sealed class StateKeyWriter
{
    private byte[] _bytes = new byte[64];
    private int _length;

    /// <summary>Begins a new key.</summary>
    public StateKeyWriter Begin()
    {
        _length = 0;
        return this;
    }

    /// <summary>Adds a number, truth, duration, instant, date, size, share, or the index of an enum.</summary>
    public StateKeyWriter Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value);
        return this;
    }

    /// <summary>Adds a decimal or an amount; how many noughts it ends in makes no difference.</summary>
    public StateKeyWriter Add(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        // Dividing by a one with all its noughts takes away those at the end. Nought has a sign, which must go too.
        decimal.GetBits(value == 0 ? 0 : value / 1.0000000000000000000000000000m, parts);
        foreach (var part in parts)
            BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), part);
        return this;
    }

    /// <summary>Adds a text without lone surrogates, behind its length, so that no two lists of texts run into one another.</summary>
    public StateKeyWriter Add(ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        var rest = (uint)size;
        for (; rest >= 0x80; rest >>= 7)
            Reserve(1)[0] = (byte)(rest | 0x80);
        Reserve(1)[0] = (byte)rest;
        Encoding.UTF8.GetBytes(text, Reserve(size));
        return this;
    }

    /// <summary>The key of what was added since <see cref="Begin"/>.</summary>
    public StateKey ToKey() => StateKey.Of(_bytes.AsSpan(0, _length));

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, Math.Max(_length + count, 2 * _bytes.Length));
        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
