using System.Security.Cryptography;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Hosting.Evidence.Notes;

/// <summary>A public key as signature lines name it.</summary>
/// <param name="Id">The first four bytes of SHA-256 over the key as SubjectPublicKeyInfo in DER.</param>
internal sealed record CheckpointKey(string Name, uint Id, PublicKey Key)
{
    public static CheckpointKey Of(string name, PublicKey key)
    {
        var pem = key.ToPem();
        var info = Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);
        return new CheckpointKey(name, CheckpointSignature.IdOf(SHA256.HashData(info)), key);
    }
}
