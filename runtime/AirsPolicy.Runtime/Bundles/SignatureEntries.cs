using System.Buffers;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>
/// Whether the signatures of a bundle keep to their form. They are not listed in the manifest, so nothing else may lie among them.
/// </summary>
internal static class SignatureEntries
{
    private const string Suffix = ".json";
    private const int MaxKey = 64;

    private static readonly SearchValues<char> s_key = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <exception cref="InvalidDataException">There are too many, or one has another name or is too large.</exception>
    public static void Check(IEnumerable<ZipEntry> entries)
    {
        var count = 0;
        foreach (var entry in entries.Where(entry => entry.Name.StartsWith(BundleFormat.Signatures, StringComparison.Ordinal)))
        {
            if (!IsWellFormed(entry.Name))
                throw new InvalidDataException($"'{entry.Name}' is no signature: the name of a key and '{Suffix}' would be one.");
            if (entry.Content.Length > BundleFormat.MaxSignatureBytes)
                throw new InvalidDataException(
                    $"The signature '{entry.Name}' takes {entry.Content.Length} bytes, where at most {BundleFormat.MaxSignatureBytes} are read."
                );
            if (++count > BundleFormat.MaxSignatures)
                throw new InvalidDataException($"The bundle has more than {BundleFormat.MaxSignatures} signatures.");
        }
    }

    private static bool IsWellFormed(string name)
    {
        if (!name.EndsWith(Suffix, StringComparison.Ordinal))
            return false;
        var key = name.AsSpan(BundleFormat.Signatures.Length, name.Length - BundleFormat.Signatures.Length - Suffix.Length);
        return key.Length is > 0 and <= MaxKey && !key.ContainsAnyExcept(s_key);
    }
}
