using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>What a bundle says of itself.</summary>
/// <param name="FormatVersion">The version of the format.</param>
/// <param name="Package">The name of the policy's package.</param>
/// <param name="PolicyVersion">The declared version of the policy, or null.</param>
/// <param name="LanguageVersion">The version of the language it is written in.</param>
/// <param name="CompilerVersion">The version of the compiler that made it.</param>
/// <param name="UnicodeVersion">The version of Unicode that its texts are folded by.</param>
/// <param name="ContractVersion">The version of the runtime that its code is compiled against.</param>
/// <param name="Zone">The IANA time zone in which <c>today</c> is meant.</param>
/// <param name="Hosts">The quoted names that the host binds, ordered by kind and name.</param>
/// <param name="Entries">Every other entry but signatures, ordered by name.</param>
public sealed record BundleManifest(
    int FormatVersion,
    string Package,
    string? PolicyVersion,
    string LanguageVersion,
    string CompilerVersion,
    string UnicodeVersion,
    string ContractVersion,
    string Zone,
    ValueList<BundleHost> Hosts,
    ValueList<BundleDigest> Entries);

/// <summary>A quoted name that the host binds.</summary>
/// <param name="Kind">What it names: <c>notify</c>, <c>require</c>, <c>reviewers</c>, <c>model</c>, <c>provider</c>, <c>fact</c>, <c>classifier</c>.</param>
/// <param name="Name">The name.</param>
public sealed record BundleHost(string Kind, string Name);

/// <summary>The digest of an entry.</summary>
/// <param name="Name">The name of the entry.</param>
/// <param name="Sha256">SHA-256 of its bytes in lower-case hexadecimal.</param>
public sealed record BundleDigest(string Name, string Sha256);
