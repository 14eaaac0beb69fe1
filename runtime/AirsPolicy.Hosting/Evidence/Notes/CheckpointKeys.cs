using System.Collections.Frozen;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Hosting.Evidence.Notes;

/// <summary>
/// The keys with which the checkpoints of a log may be signed. Several stand for a log whose key was changed: each counts for what it
/// has signed. For any number of threads.
/// </summary>
public sealed class CheckpointKeys
{
    private readonly FrozenDictionary<(string, uint), CheckpointKey> _keys;

    /// <summary>Reads the keys.</summary>
    /// <param name="keys">
    /// Public keys by their names: ECDSA over P-256, each a <c>PUBLIC KEY</c> in PEM. A signature is looked for under the name of the key.
    /// </param>
    /// <exception cref="ArgumentException">There is no key, or a key or its name cannot be used.</exception>
    public CheckpointKeys(IReadOnlyDictionary<string, string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        // What names and texts are keys is asked where bundles ask it.
        _ = new TrustedKeys(keys);
        _keys = keys.Select(key => CheckpointKey.Of(key.Key, PublicKey.FromPem(key.Value))).ToFrozenDictionary(key => (key.Name, key.Id));
    }

    /// <summary>The names of the keys that have signed a checkpoint, in its order; none where no trusted one has.</summary>
    /// <param name="fault">Why a signature under a trusted key does not count, in one sentence; else null.</param>
    public IReadOnlyList<string> SignersOf(Checkpoint checkpoint, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        fault = null;
        var signers = new List<string>();
        foreach (var line in checkpoint.Signatures)
        {
            if (!_keys.TryGetValue((line.Key, line.KeyId), out var key))
                continue;
            if (key.Key.Verifies(checkpoint.Text.Span, line.Signature.Span))
                signers.Add(line.Key);
            else
                fault = $"The signature '{line.Key}' of the checkpoint at {checkpoint.Size} is not one of the key that is trusted.";
        }
        return fault is null ? signers : [];
    }
}
