using System.Buffers.Binary;

namespace AirsPolicy.Hosting.Evidence.Notes;

/// <summary>A signature line of a checkpoint.</summary>
/// <param name="Key">The name of the key.</param>
/// <param name="KeyId">The first four bytes of SHA-256 over the public key as SubjectPublicKeyInfo in DER, big-endian.</param>
/// <param name="Signature">ECDSA over P-256 and SHA-256 in DER (RFC 3279, section 2.2.3), over the text of the checkpoint.</param>
public readonly record struct CheckpointSignature(string Key, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    internal static uint IdOf(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt32BigEndian(hash);

    /// <summary>What stands behind the name: the id and the signature in base64.</summary>
    internal string Encoded
    {
        get
        {
            var bytes = new byte[sizeof(uint) + Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
            Signature.Span.CopyTo(bytes.AsSpan(sizeof(uint)));
            return Convert.ToBase64String(bytes);
        }
    }
}
