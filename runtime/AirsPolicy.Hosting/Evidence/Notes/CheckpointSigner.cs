using System.Security.Cryptography;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Hosting.Evidence.Notes;

/// <summary>Signs the checkpoints of a log. For one thread at a time.</summary>
public sealed class CheckpointSigner : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create();
    private readonly CheckpointKey _public;

    /// <summary>Reads a key.</summary>
    /// <param name="name">The name under which auditors know it: 1 to 64 of <c>a</c> to <c>z</c>, digits and <c>-</c>.</param>
    /// <param name="pem">A private key of ECDSA over P-256 in PEM without a password, as <c>airs keygen</c> writes it.</param>
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    /// <exception cref="CryptographicException">The key cannot be used.</exception>
    public CheckpointSigner(string name, string pem)
    {
        if (!KeyNames.IsWellFormed(name))
            throw new ArgumentException($"'{name}' is no name of a key; it is {KeyNames.Form}.", nameof(name));
        using var key = SigningKey.FromPem(pem);
        _key.ImportFromPem(key.ToPem());
        _public = CheckpointKey.Of(name, key.Public);
    }

    /// <summary>Its public half: a <c>PUBLIC KEY</c> in PEM.</summary>
    public string PublicPem => _public.Key.ToPem();

    /// <summary>Signs the root of a tree.</summary>
    /// <param name="origin">The name of the log, such as <c>shop.example/prod</c>; see <see cref="Checkpoint.Origin"/>.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="root">Its root: 32 bytes.</param>
    /// <exception cref="ArgumentException">The origin is none, or the root is not of its length.</exception>
    public Checkpoint Sign(string origin, long size, ReadOnlySpan<byte> root) => Checkpoint.Unsigned(origin, size, root).SignedBy(this);

    internal CheckpointSignature Sign(ReadOnlySpan<byte> text) => new(
        _public.Name,
        _public.Id,
        _key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
