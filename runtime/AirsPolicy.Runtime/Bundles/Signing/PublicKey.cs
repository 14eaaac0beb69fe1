using System.Security.Cryptography;

namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>A public key of ECDSA over P-256. Two are equal where their points are.</summary>
internal sealed class PublicKey : IEquatable<PublicKey>
{
    private const string Label = "PUBLIC KEY";
    private const int PointLength = 64;

    // RFC 5480, section 2: the one form of a key of this curve by its name and with its whole point. No other form is read, so that equal
    // keys have equal bytes.
    private static readonly byte[] s_head = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private readonly byte[] _info;

    private PublicKey(byte[] info) => _info = info;

    /// <summary>The public half of a key.</summary>
    /// <exception cref="CryptographicException">It is no key of P-256.</exception>
    public static PublicKey Of(ECDsa key) => Of(key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads a key.</summary>
    /// <exception cref="CryptographicException">The text is no public key of P-256 in PEM.</exception>
    public static PublicKey FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem.AsSpan()[fields.Label] is not Label)
            throw new CryptographicException($"It is no '{Label}' in PEM.");
        return Of(Convert.FromBase64String(pem[fields.Base64Data]));
    }

    /// <summary>The key as PEM.</summary>
    public string ToPem() => PemEncoding.WriteString(Label, _info) + "\n";

    /// <summary>Whether this key has signed the bytes.</summary>
    public bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(_info, out _);
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public bool Equals(PublicKey? other) => other is not null && _info.AsSpan().SequenceEqual(other._info);

    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    public override int GetHashCode() => BitConverter.ToInt32(_info, s_head.Length);

    private static PublicKey Of(byte[] info)
    {
        if (info.Length != s_head.Length + PointLength || !info.AsSpan().StartsWith(s_head))
            throw new CryptographicException("It is no key of the curve P-256.");
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return new PublicKey(info);
    }
}
