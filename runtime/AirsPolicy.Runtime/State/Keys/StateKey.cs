using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace AirsPolicy.Runtime.State.Keys;

/// <summary>
/// Who or what is counted together: the values of <c>per</c> and of the conditions that compare an event with the present, as 32 bytes
/// that are the same in every process.
/// </summary>
/// <remarks>
/// Up to 31 bytes are the key themselves, so short keys never collide. Longer ones are the first 31 bytes of their SHA-256; the last byte
/// tells the two apart. Counting two values as one could let a condition pass that waits for an event (<c>count of … == 0</c>), so it must
/// be out of reach and not only unlikely: finding any two values of one digest takes about 2¹²⁴ steps.
/// </remarks>
public readonly record struct StateKey
{
    /// <summary>How many bytes a key holds as they are.</summary>
    public const int MaxPlain = Size - 1;

    /// <summary>How many bytes a key is.</summary>
    internal const int Size = 32;

    private const byte Digested = 0xFF;

    // Where a key falls in a table must not be for those to choose who choose keys.
    private static readonly (ulong A, ulong B, ulong C, ulong D) s_secret = (Random(), Random(), Random(), Random());

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private StateKey(ReadOnlySpan<byte> bytes)
    {
        _a = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
    }

    /// <summary>The key of canonical bytes, which <see cref="StateKeyWriter"/> writes. No bytes: the key of the whole system.</summary>
    public static StateKey Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> key = stackalloc byte[Size];
        key.Clear();
        if (bytes.Length <= MaxPlain)
        {
            bytes.CopyTo(key);
            key[MaxPlain] = (byte)bytes.Length;
        }
        else
        {
            SHA256.HashData(bytes, key);
            key[MaxPlain] = Digested;
        }
        return new StateKey(key);
    }

    /// <summary>Where the key falls in tables of this process; another in every process.</summary>
    public override int GetHashCode() => Hash(s_secret);

    /// <summary>The key of the bytes that <see cref="CopyTo"/> wrote.</summary>
    internal static StateKey Read(ReadOnlySpan<byte> bytes) => new(bytes[..Size]);

    /// <summary>The one text that the key is of; false where it is of something else, or too long to be kept as it is.</summary>
    internal bool TryText([NotNullWhen(true)] out string? text)
    {
        text = null;
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        // A text of so few bytes has its length in one.
        if (bytes[MaxPlain] is 0 or > MaxPlain || bytes[0] != bytes[MaxPlain] - 1)
            return false;
        var plain = bytes[1..bytes[MaxPlain]];
        if (!Utf8.IsValid(plain))
            return false;
        var read = Encoding.UTF8.GetString(plain);
        // Numbers may look like texts that nobody writes.
        text = read.Any(char.IsControl) ? null : read;
        return text is not null;
    }

    /// <summary>The key in hexadecimal, for those to whom no text of it can be shown.</summary>
    internal string ToHex()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>The key that <see cref="ToHex"/> has written; false where it is none.</summary>
    internal static bool TryHex(string hex, out StateKey key)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var isKey = Convert.FromHexString(hex, bytes, out var read, out var written) == OperationStatus.Done && read == hex.Length
            && written == Size && bytes[MaxPlain] is <= MaxPlain or Digested;
        key = isKey ? Read(bytes) : default;
        return isKey;
    }

    /// <summary>Writes the key, in <see cref="Size"/> bytes.</summary>
    internal void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, _a);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], _b);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], _c);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], _d);
    }

    /// <summary>Where the key falls under a secret of <see cref="Size"/> bytes; the same in every process that knows it.</summary>
    internal int HashUnder(ReadOnlySpan<byte> secret)
    {
        var key = Read(secret);
        return Hash((key._a, key._b, key._c, key._d));
    }

    private int Hash((ulong A, ulong B, ulong C, ulong D) secret)
    {
        var high = Math.BigMul(_a ^ secret.A, _b ^ secret.B, out var low);
        var otherHigh = Math.BigMul(_c ^ secret.C, _d ^ secret.D, out var otherLow);
        var mixed = high ^ low ^ otherHigh ^ otherLow;
        return (int)(mixed ^ mixed >> 32);
    }

    private static ulong Random()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
