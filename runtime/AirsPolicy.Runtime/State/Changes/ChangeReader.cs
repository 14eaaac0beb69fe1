using System.Buffers.Binary;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Changes;

/// <summary>Reads what <see cref="ChangeWriter"/> has written. Whatever the bytes are, it reads no more than there is.</summary>
internal ref struct ChangeReader(ReadOnlySpan<byte> change)
{
    private ReadOnlySpan<byte> _rest = change;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw new InvalidDataException("A truth is neither true nor false."),
    };

    public long Long()
    {
        var (value, shift, part) = (0UL, 0, (byte)0x80);
        for (; part >= 0x80; shift += 7)
        {
            if (shift > 63)
                throw new InvalidDataException("A number has too many bytes.");
            part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
        }
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int Int() =>
        Long() is >= int.MinValue and <= int.MaxValue and var value
            ? (int)value
            : throw new InvalidDataException("A number is too large.");

    /// <summary>A number of things that follow, each of at least one byte.</summary>
    public int Count() =>
        Int() is >= 0 and var count && count <= _rest.Length
            ? count
            : throw new InvalidDataException("There is less than is said.");

    public long? OptionalLong() => Flag() ? Long() : null;

    public Int128 Int128() => BinaryPrimitives.ReadInt128LittleEndian(Take(16));

    public StateKey Key() => StateKey.Read(Take(StateKey.Size));

    public StateKey? OptionalKey() => Flag() ? Key() : null;

    public EventKey EventKey() => Key() is var key && Flag() ? new EventKey(key, Key()) : new EventKey(key);

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public string? OptionalText() => Flag() ? Text() : null;

    public T Word<T>()
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), Int());
        return Enum.IsDefined(value) ? value : throw new InvalidDataException($"A number is no {typeof(T).Name}.");
    }

    public ValueList<string> Texts()
    {
        var texts = new string[Count()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text();
        return texts.ToValueList();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw new InvalidDataException("There is less than is said.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
