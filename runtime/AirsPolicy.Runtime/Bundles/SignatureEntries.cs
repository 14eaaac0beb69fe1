using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>
/// The signatures of a bundle: one envelope a key, whose payload is the manifest. They are not listed in the manifest, so nothing else may
/// lie among them.
/// </summary>
internal static class SignatureEntries
{
    /// <summary>What is signed.</summary>
    public const string PayloadType = "application/vnd.airspolicy.manifest+json";

    private const string Suffix = ".json";

    /// <summary>The name of the entry for the signature of a key.</summary>
    public static string NameOf(string key) => $"{BundleFormat.Signatures}{key}{Suffix}";

    /// <summary>The entry for a signature.</summary>
    public static ZipEntry Write(KeySignature signature) =>
        new(NameOf(signature.Key), new Envelope(PayloadType, null, [signature]).Write());

    /// <summary>The signatures, each by a key of another name.</summary>
    /// <exception cref="InvalidDataException">There are too many, or one has another form.</exception>
    public static IReadOnlyList<KeySignature> Read(IEnumerable<ZipEntry> entries)
    {
        var signatures = new List<KeySignature>();
        foreach (var entry in entries.Where(entry => entry.Name.StartsWith(BundleFormat.Signatures, StringComparison.Ordinal)))
        {
            if (!entry.Name.EndsWith(Suffix, StringComparison.Ordinal) || !KeyNames.IsWellFormed(KeyOf(entry.Name)))
                throw new InvalidDataException($"'{entry.Name}' is no signature: the name of a key and '{Suffix}' would be one.");
            if (entry.Content.Length > BundleFormat.MaxSignatureBytes)
                throw new InvalidDataException(
                    $"The signature '{entry.Name}' takes {entry.Content.Length} bytes, where at most {BundleFormat.MaxSignatureBytes} are read."
                );
            if (signatures.Count == BundleFormat.MaxSignatures)
                throw new InvalidDataException($"The bundle has more than {BundleFormat.MaxSignatures} signatures.");
            signatures.Add(Read(entry));
        }
        return signatures;
    }

    private static KeySignature Read(ZipEntry entry)
    {
        try
        {
            return Envelope.Read(entry.Content) is { PayloadType: PayloadType, Payload: null, Signatures: [var only] }
                && KeyOf(entry.Name).SequenceEqual(only.Key)
                ? only
                : throw new FormatException("it is not one signature of this key over a manifest");
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"The signature '{entry.Name}' cannot be read: {fault.Message}.", fault);
        }
    }

    private static ReadOnlySpan<char> KeyOf(string name) =>
        name.AsSpan(BundleFormat.Signatures.Length, Math.Max(0, name.Length - BundleFormat.Signatures.Length - Suffix.Length));
}
