using System.Security.Cryptography;

namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>A private key of ECDSA over P-256.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = PublicKey.Of(key);
    }

    /// <summary>Its public half.</summary>
    public PublicKey Public { get; }

    /// <summary>A new key.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a key.</summary>
    /// <exception cref="CryptographicException">The text is no private key of P-256 in PEM without a password.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            // What is public only has nothing to export.
            _ = key.ExportECPrivateKey();
            return new SigningKey(key);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new CryptographicException("It is no private key of the curve P-256 in PEM, or it has a password.", fault);
        }
    }

    /// <summary>The key as PEM of PKCS #8, without a password.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Signs a payload.</summary>
    /// <param name="name">The name of this key.</param>
    public KeySignature Sign(string name, string payloadType, ReadOnlySpan<byte> payload) =>
        new(
            name,
            _key.SignData(
                Envelope.Encode(payloadType, payload),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence));

    public void Dispose() => _key.Dispose();
}
