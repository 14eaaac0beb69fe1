using System.Collections.Frozen;
using System.Security.Cryptography;

namespace AirsPolicy.Runtime.Bundles.Signing;

/// <summary>The keys that a host trusts, and how many of them have to have signed a bundle. For any number of threads.</summary>
public sealed class TrustedKeys
{
    private readonly FrozenDictionary<string, PublicKey> _keys;

    /// <summary>Reads the keys.</summary>
    /// <param name="keys">
    /// Public keys by their names: ECDSA over P-256, each a <c>PUBLIC KEY</c> in PEM. A signature is looked for under the name of the key.
    /// </param>
    /// <param name="threshold">How many of them have to have signed; 1 by default.</param>
    /// <exception cref="ArgumentException">There is no key, a key or its name cannot be used, or a key has two names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not between 1 and the number of keys.</exception>
    public TrustedKeys(IReadOnlyDictionary<string, string> keys, int threshold = 1)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            throw new ArgumentException("At least one key is needed; a host without any trusts nobody.", nameof(keys));
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, keys.Count);
        _keys = keys.ToFrozenDictionary(key => key.Key, key => Read(key.Key, key.Value), StringComparer.Ordinal);
        if (_keys.Values.Distinct().Count() != _keys.Count)
            throw new ArgumentException("A key has two names; it would be counted twice.", nameof(keys));
        Threshold = threshold;
    }

    /// <summary>How many of the keys have to have signed.</summary>
    public int Threshold { get; }

    /// <summary>The names of the keys, in their order.</summary>
    internal IEnumerable<string> Names => _keys.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names of the keys that have signed, each once. Keys of other names are passed over.</summary>
    /// <param name="what">What is signed, for the message.</param>
    /// <exception cref="InvalidDataException">Under the name of a key stands a signature that it has not made.</exception>
    internal IReadOnlyList<string> SignersOf(
        string what, string payloadType, ReadOnlySpan<byte> payload, IEnumerable<KeySignature> signatures)
    {
        var signed = Envelope.Encode(payloadType, payload);
        var signers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, signature) in signatures)
        {
            if (!_keys.TryGetValue(name, out var key))
                continue;
            if (!key.Verifies(signed, signature.Span))
                throw new InvalidDataException($"The signature '{name}' of {what} is not one of the key that is trusted under this name.");
            signers.Add(name);
        }
        return [.. signers];
    }

    /// <summary>Sees that enough of the keys have signed.</summary>
    /// <inheritdoc cref="SignersOf"/>
    internal void Check(string what, string payloadType, ReadOnlySpan<byte> payload, IEnumerable<KeySignature> signatures)
    {
        var signers = SignersOf(what, payloadType, payload, signatures).Count;
        if (signers < Threshold)
            throw new InvalidDataException(
                $"{signers} of the keys that are trusted {(signers == 1 ? "has" : "have")} signed {what}, "
                + $"where {Threshold} {(Threshold == 1 ? "is" : "are")} asked for.");
    }

    private static PublicKey Read(string name, string pem)
    {
        if (!KeyNames.IsWellFormed(name))
            throw new ArgumentException($"'{name}' is no name of a key; it is {KeyNames.Form}.", nameof(name));
        try
        {
            return PublicKey.FromPem(pem);
        }
        catch (CryptographicException fault)
        {
            throw new ArgumentException($"The key '{name}' is no public key of the curve P-256 in PEM.", nameof(pem), fault);
        }
    }
}
