using System.Security.Cryptography;

namespace AirsPolicy.Text.Detectors.Builtin.Checks;

/// <summary>Base58Check (Bitcoin: base58.h; the last four bytes are the first of the double SHA-256 of the others).</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static bool IsDigit(char unit) => char.IsAsciiLetterOrDigit(unit) && unit is not ('0' or 'O' or 'I' or 'l');

    /// <summary>Decodes a text and checks it.</summary>
    /// <param name="text">Base58 digits.</param>
    /// <param name="payload">Takes what the text stands for, with its version and without the check; exactly as long as that.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> payload)
    {
        Span<byte> bytes = stackalloc byte[payload.Length + 4];
        bytes.Clear();
        foreach (var unit in text)
        {
            var carry = Alphabet.IndexOf(unit, StringComparison.Ordinal);
            if (carry < 0) return false;
            for (var i = bytes.Length - 1; i >= 0; i--)
            {
                carry += 58 * bytes[i];
                bytes[i] = (byte)carry;
                carry >>= 8;
            }
            if (carry > 0) return false;
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..^4], hash);
        SHA256.HashData(hash, hash);
        bytes[..^4].CopyTo(payload);
        return hash[..4].SequenceEqual(bytes[^4..]);
    }
}
