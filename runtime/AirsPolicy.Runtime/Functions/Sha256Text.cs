using System.Security.Cryptography;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Functions;

/// <summary>Adds the SHA-256 of bytes to a frame as a text of 64 lower-case hexadecimal digits.</summary>
internal static class Sha256Text
{
    public static long Add(FactFrame facts, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        Span<char> text = stackalloc char[SHA256.HashSizeInBytes * 2];
        for (var i = 0; i < hash.Length; i++)
        {
            text[2 * i] = "0123456789abcdef"[hash[i] >> 4];
            text[2 * i + 1] = "0123456789abcdef"[hash[i] & 0xF];
        }
        return facts.AddWorkedOut(text);
    }
}
