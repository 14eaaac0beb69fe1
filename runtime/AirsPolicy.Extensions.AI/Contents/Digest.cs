using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AirsPolicy.Extensions.AI.Contents;

/// <summary>What texts are known by, without their being kept.</summary>
internal static class Digest
{
    // The digits of a length, and what stands beside them.
    private const int MostBesides = 13;

    /// <summary>128 bits of SHA-256 over a kind and its parts, in their order.</summary>
    /// <param name="kind">What they are; no two kinds have one name.</param>
    /// <param name="parts">The parts. One that is null is another than one that is empty.</param>
    public static UInt128 Of(string kind, params ReadOnlySpan<string?> parts)
    {
        var length = kind.Length;
        foreach (var part in parts)
            length += MostBesides + (part?.Length ?? 0);
        var buffer = ArrayPool<char>.Shared.Rent(length);
        try
        {
            kind.CopyTo(buffer);
            var at = kind.Length;
            // The length of a part stands before it, so that no part can end another and begin the next.
            foreach (var part in parts)
            {
                buffer[at++] = '\n';
                (part?.Length ?? -1).TryFormat(buffer.AsSpan(at), out var digits, default, CultureInfo.InvariantCulture);
                at += digits;
                buffer[at++] = ':';
                part?.CopyTo(buffer.AsSpan(at));
                at += part?.Length ?? 0;
            }
            return Of(MemoryMarshal.AsBytes(buffer.AsSpan(0, at)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>A digest of two.</summary>
    public static UInt128 Of(UInt128 first, UInt128 second)
    {
        Span<byte> both = stackalloc byte[32];
        BinaryPrimitives.WriteUInt128LittleEndian(both, first);
        BinaryPrimitives.WriteUInt128LittleEndian(both[16..], second);
        return Of(both);
    }

    /// <summary>128 bits of SHA-256 over bytes.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
