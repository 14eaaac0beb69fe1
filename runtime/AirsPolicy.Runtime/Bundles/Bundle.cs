using System.Collections.Frozen;
using System.Security.Cryptography;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>
/// A bundle whose form and digests are right: what it holds is what its manifest says. Whether it may be trusted is the host's to know.
/// </summary>
public sealed class Bundle
{
    private static readonly string[] s_required =
    [
        BundleFormat.Assembly,
        BundleFormat.Model,
        BundleFormat.Symbols,
        BundleFormat.Tables,
        BundleFormat.Vectors,
    ];

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _entries;

    private Bundle(
        BundleManifest manifest,
        string digest,
        FrozenDictionary<string, ReadOnlyMemory<byte>> entries,
        IReadOnlyList<KeySignature> signatures)
    {
        Manifest = manifest;
        Digest = digest;
        Signatures = signatures;
        _entries = entries;
    }

    /// <summary>What the bundle says of itself.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>SHA-256 of the manifest in lower-case hexadecimal: the identity of the bundle, which decisions carry.</summary>
    public string Digest { get; }

    /// <summary>The names of the entries, in the order of the manifest.</summary>
    public IEnumerable<string> Names => Manifest.Entries.Select(entry => entry.Name);

    /// <summary>The signatures that the bundle carries, by whomever.</summary>
    internal IReadOnlyList<KeySignature> Signatures { get; }

    /// <summary>The bytes of an entry, or null where there is none of that name.</summary>
    public ReadOnlyMemory<byte>? Find(string name) => _entries.TryGetValue(name, out var content) ? (ReadOnlyMemory<byte>?)content : null;

    /// <summary>Reads a bundle and checks its form, its versions and the digest of every entry. Who has signed it is not asked.</summary>
    /// <exception cref="InvalidDataException">It is refused; the message says why in one sentence.</exception>
    public static Bundle Read(ReadOnlyMemory<byte> bytes) => Read(bytes, keys: null);

    /// <summary>The same, where keys are given only of a bundle that enough of them have signed.</summary>
    /// <param name="keys">The keys that are trusted; null to ask for no signature.</param>
    /// <exception cref="InvalidDataException">It is refused; the message says why in one sentence.</exception>
    internal static Bundle Read(ReadOnlyMemory<byte> bytes, TrustedKeys? keys)
    {
        var ordered = ZipReader.Read(bytes);
        var entries = ordered.ToFrozenDictionary(entry => entry.Name, entry => entry.Content, StringComparer.Ordinal);
        if (!entries.TryGetValue(BundleFormat.Manifest, out var raw) || raw.Length > BundleFormat.MaxManifestBytes)
            throw new InvalidDataException($"The bundle has no '{BundleFormat.Manifest}' that can be read.");
        // Before the manifest is read: what nobody has signed is not interpreted.
        var signatures = SignatureEntries.Read(ordered);
        keys?.Check("the bundle", SignatureEntries.PayloadType, raw.Span, signatures);
        var manifest = ManifestJson.Read(raw);
        CheckVersions(manifest);
        CheckEntries(manifest, entries);
        CheckOrder(ordered);
        return new Bundle(manifest, DigestOf(raw.Span), entries, signatures);
    }

    /// <summary>Which of the keys have signed the bundle, each once.</summary>
    /// <exception cref="InvalidDataException">Under the name of a key stands a signature that it has not made.</exception>
    internal IReadOnlyList<string> SignersAmong(TrustedKeys keys) =>
        keys.SignersOf("the bundle", SignatureEntries.PayloadType, _entries[BundleFormat.Manifest].Span, Signatures);

    /// <summary>The bytes of a bundle with one more signature, or with a new one of the same name.</summary>
    /// <param name="name">The name of the key, under which hosts know it.</param>
    /// <exception cref="InvalidDataException">The bundle is refused, or has no place for a signature; the message says why.</exception>
    internal static byte[] Sign(ReadOnlyMemory<byte> bytes, string name, SigningKey key)
    {
        _ = Read(bytes);
        var entries = ZipReader.Read(bytes);
        var signature = SignatureEntries.Write(key.Sign(name, SignatureEntries.PayloadType, entries[0].Content.Span));
        var signed = ZipWriter.Write(
        [
            entries[0],
            .. entries.Skip(1).Where(entry => entry.Name != signature.Name).Append(signature)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ]);
        _ = Read(signed);
        return signed;
    }

    /// <summary>The bytes of a bundle without its signatures, as they were when it was built.</summary>
    internal static byte[] Unsigned(ReadOnlyMemory<byte> bytes) => ZipWriter.Write(
        [.. ZipReader.Read(bytes).Where(entry => !entry.Name.StartsWith(BundleFormat.Signatures, StringComparison.Ordinal))]);

    /// <summary>The bytes of a bundle.</summary>
    /// <param name="manifest">The manifest; its digests are worked out here.</param>
    /// <param name="entries">Everything else but signatures.</param>
    public static byte[] Write(BundleManifest manifest, IEnumerable<ZipEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var ordered = entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        var digests = ordered.Select(entry => new BundleDigest(entry.Name, DigestOf(entry.Content.Span))).ToValueList();
        var written = ManifestJson.Write(manifest with { Entries = digests });
        return ZipWriter.Write([new ZipEntry(BundleFormat.Manifest, written), .. ordered]);
    }

    private static void CheckVersions(BundleManifest manifest)
    {
        if (!Version.TryParse(manifest.LanguageVersion, out var language) || language > Version.Parse(BundleFormat.LanguageVersion))
            throw new InvalidDataException(
                $"The policy is written in version '{manifest.LanguageVersion}' of the language, and this runtime knows {BundleFormat.LanguageVersion}."
            );
        var known = BundleFormat.ContractVersion;
        if (!Version.TryParse(manifest.ContractVersion, out var contract)
            || contract.Major != known.Major || contract.Minor > known.Minor)
            throw new InvalidDataException(
                $"The bundle is compiled against version '{manifest.ContractVersion}' of the runtime, and this is {known.ToString(2)}.");
        if (manifest.UnicodeVersion != Text.Unicode.CharacterTables.UnicodeVersion)
            throw new InvalidDataException(
                $"The bundle folds texts by Unicode '{manifest.UnicodeVersion}', and this runtime by {Text.Unicode.CharacterTables.UnicodeVersion}."
            );
    }

    private static void CheckEntries(BundleManifest manifest, FrozenDictionary<string, ReadOnlyMemory<byte>> entries)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { BundleFormat.Manifest };
        foreach (var entry in manifest.Entries)
        {
            if (!listed.Add(entry.Name))
                throw new InvalidDataException($"The manifest lists '{entry.Name}' twice.");
            if (!entries.TryGetValue(entry.Name, out var content))
                throw new InvalidDataException($"The manifest lists '{entry.Name}', which the bundle does not hold.");
            if (!string.Equals(entry.Sha256, DigestOf(content.Span), StringComparison.Ordinal))
                throw new InvalidDataException($"'{entry.Name}' is not what the manifest says: its digest differs.");
        }
        foreach (var name in entries.Keys.Order(StringComparer.Ordinal))
        {
            if (!listed.Contains(name) && !name.StartsWith(BundleFormat.Signatures, StringComparison.Ordinal))
                throw new InvalidDataException($"The bundle holds '{name}', which its manifest does not list.");
        }
        foreach (var name in s_required)
        {
            if (!listed.Contains(name))
                throw new InvalidDataException($"The bundle does not hold '{name}'.");
        }
    }

    private static void CheckOrder(IReadOnlyList<ZipEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var follows = i switch
            {
                0 => entries[0].Name == BundleFormat.Manifest,
                1 => true,
                _ => string.CompareOrdinal(entries[i - 1].Name, entries[i].Name) < 0,
            };
            if (!follows)
                throw new InvalidDataException(
                    $"'{entries[i].Name}' stands out of order: the manifest comes first and the other entries by name.");
        }
    }

    private static string DigestOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
