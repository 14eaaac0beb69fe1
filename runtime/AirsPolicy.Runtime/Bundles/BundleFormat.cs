namespace AirsPolicy.Runtime.Bundles;

/// <summary>The names and versions of the bundle format, and what a bundle may hold.</summary>
public static class BundleFormat
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The version of the policy language that this runtime knows; bundles of a newer one are refused.</summary>
    public const string LanguageVersion = "1.0";

    /// <summary>Names, versions and digests of everything else.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The policy model, for reports and tools; the host does not read it.</summary>
    public const string Model = "model.json";

    /// <summary>The assembly of the program.</summary>
    public const string Assembly = "policy.dll";

    /// <summary>The symbols that lead from the program to the sources.</summary>
    public const string Symbols = "policy.pdb";

    /// <summary>What the program names by number.</summary>
    public const string Tables = "tables.json";

    /// <summary>Decisions that the bundle must repeat before it is taken.</summary>
    public const string Vectors = "vectors.json";

    /// <summary>The folder of the sources, by package.</summary>
    public const string Sources = "sources/";

    /// <summary>
    /// The folder of signatures over the manifest, which the manifest does not list: each is <c>signatures/NAME.json</c>, where the name
    /// of the key is 1 to 64 of <c>a</c> to <c>z</c>, digits and <c>-</c>.
    /// </summary>
    public const string Signatures = "signatures/";

    /// <summary>The greatest number of signatures.</summary>
    public const int MaxSignatures = 16;

    /// <summary>The greatest size of a signature, in bytes.</summary>
    public const int MaxSignatureBytes = 64 << 10;

    /// <summary>The greatest size of a bundle, in bytes.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>The greatest number of entries.</summary>
    public const int MaxEntries = 4_096;

    /// <summary>The greatest length of an entry's name, in bytes of UTF-8.</summary>
    public const int MaxNameBytes = 512;

    /// <summary>The greatest size of the manifest, in bytes.</summary>
    public const int MaxManifestBytes = 4 << 20;

    /// <summary>The contract version of this runtime: that of its assembly.</summary>
    public static Version ContractVersion { get; } = typeof(BundleFormat).Assembly.GetName().Version!;
}
