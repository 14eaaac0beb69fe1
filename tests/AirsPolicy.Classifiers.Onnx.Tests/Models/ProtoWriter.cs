using System.Text;

namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>Writes a message of Protocol Buffers, field by field.</summary>
internal sealed class ProtoWriter
{
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public ProtoWriter Number(int field, long value)
    {
        Key(field, 0);
        return Varint((ulong)value);
    }

    public ProtoWriter Single(int field, float value)
    {
        Key(field, 5);
        _bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoWriter Message(int field, ProtoWriter value) => Bytes(field, value.ToArray());

    public ProtoWriter Messages(int field, IEnumerable<ProtoWriter> values)
    {
        foreach (var value in values)
            Message(field, value);
        return this;
    }

    public ProtoWriter Bytes(int field, byte[] value)
    {
        Key(field, 2);
        Varint((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    private void Key(int field, int type) => Varint((ulong)((field << 3) | type));

    private ProtoWriter Varint(ulong value)
    {
        for (; value > 127; value >>= 7)
            _bytes.Add((byte)(value | 128));
        _bytes.Add((byte)value);
        return this;
    }
}
