namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>What one key has signed.</summary>
/// <param name="Key">The name of the key.</param>
/// <param name="Signature">ECDSA over P-256 and SHA-256 in DER (RFC 3279, section 2.2.3).</param>
internal readonly record struct KeySignature(string Key, ReadOnlyMemory<byte> Signature);
