using AirsPolicy.Cli.Deciding;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Cli.Signing;

/// <summary>Who has signed a bundle, and whether it is what its sources say.</summary>
/// <param name="Bundle">The bundle.</param>
/// <param name="Keys">The keys that are trusted; null where none were given.</param>
/// <param name="Signers">Those of the keys that have signed.</param>
/// <param name="Forged">Why no signature counts, in one sentence; else null.</param>
/// <param name="Differing">
/// The entries that differ where the sources are built again; null where that was not asked.
/// </param>
internal sealed record Verification(
    Bundle Bundle, TrustedKeys? Keys, IReadOnlyList<string> Signers, string? Forged, IReadOnlyList<string>? Differing)
{
    /// <summary>Whether everything that was asked holds.</summary>
    public bool Holds => Forged is null && (Keys is null || Signers.Count >= Keys.Threshold) && Differing is null or [];

    /// <summary>The names of signatures for which no key was given.</summary>
    public IEnumerable<string> Unknown => Bundle.Signatures.Select(signature => signature.Key).Except(Keys?.Names ?? []);

    /// <summary>Verifies a bundle. Nothing of it is run.</summary>
    /// <exception cref="Console.UsageException">The bundle is refused, or its sources do not build.</exception>
    public static Verification Of(string path, TrustedKeys? keys, bool rebuilds)
    {
        var bytes = BundleFile.ReadBytes(path);
        var bundle = BundleFile.Read(path, bytes);
        var differing = rebuilds ? Rebuild.Differing(path, bundle, bytes) : null;
        if (keys is null)
            return new Verification(bundle, keys, [], null, differing);
        try
        {
            return new Verification(bundle, keys, bundle.SignersAmong(keys), null, differing);
        }
        catch (InvalidDataException forged)
        {
            return new Verification(bundle, keys, [], forged.Message, differing);
        }
    }
}
