using System.Buffers.Binary;
using System.Text;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Changes;

/// <summary>
/// Writes changes of one part of a state, under the lock of that part. The same memory serves each of them, so that a change allocates
/// nothing.
/// </summary>
/// <param name="journal">Takes them down.</param>
internal sealed class ChangeWriter(IStateJournal journal)
{
    // What a large section has taken is given back.
    private const int KeptBytes = 64 * 1024;

    private byte[] _bytes = new byte[128];
    private int _length;

    /// <summary>The writer of a part of a state that is kept; null for one that is not.</summary>
    public static ChangeWriter? Of(StateKeeping? keeping) => keeping is null ? null : new ChangeWriter(keeping.Journal);

    public ChangeWriter Begin(ChangeKind kind)
    {
        _length = 0;
        return Add((byte)kind);
    }

    public ChangeWriter Add(byte value)
    {
        Reserve(1)[0] = value;
        return this;
    }

    public ChangeWriter Add(bool value) => Add((byte)(value ? 1 : 0));

    /// <summary>Adds a number, seven bits a byte and the lowest first; those near zero of either sign are short.</summary>
    public ChangeWriter Add(long value)
    {
        var rest = (ulong)((value << 1) ^ (value >> 63));
        for (; rest >= 0x80; rest >>= 7)
            Add((byte)(rest | 0x80));
        return Add((byte)rest);
    }

    public ChangeWriter Add(long? value) => value is { } number ? Add(true).Add(number) : Add(false);

    public ChangeWriter Add(Int128 value)
    {
        BinaryPrimitives.WriteInt128LittleEndian(Reserve(16), value);
        return this;
    }

    public ChangeWriter Add(in StateKey key)
    {
        key.CopyTo(Reserve(StateKey.Size));
        return this;
    }

    public ChangeWriter Add(StateKey? key) => key is { } known ? Add(true).Add(known) : Add(false);

    public ChangeWriter Add(in EventKey key) => key.Owned ? Add(key.Key).Add(true).Add(key.Owner) : Add(key.Key).Add(false);

    public ChangeWriter Add(ReadOnlySpan<byte> bytes)
    {
        Add((long)bytes.Length);
        bytes.CopyTo(Reserve(bytes.Length));
        return this;
    }

    public ChangeWriter Add(string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        Add((long)size);
        Encoding.UTF8.GetBytes(text, Reserve(size));
        return this;
    }

    public ChangeWriter AddOptional(string? text) => text is null ? Add(false) : Add(true).Add(text);

    /// <summary>What is written has come to so much that the rest of a section goes into another change.</summary>
    public bool IsLong => _length > KeptBytes / 2;

    /// <summary>Takes the change down.</summary>
    public void End(ChangeRole role = ChangeRole.Soon)
    {
        journal.Add(_bytes.AsSpan(0, _length), role);
        if (_bytes.Length > KeptBytes)
            _bytes = new byte[128];
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, checked(Math.Max(_length + count, 2 * _bytes.Length)));
        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
