using AirsPolicy.Cli.Signing;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>Which bundle is deployed, and who has signed it.</summary>
internal static class BundleSection
{
    public static DossierSection? Of(DossierSource source)
    {
        if (source.Bundle is not { } verified)
            return null;
        var manifest = verified.Bundle.Manifest;
        return new DossierSection("bundle", "Bundle", DossierView.Auditor | DossierView.Engineer,
        [
            new ListBlock(
            [
                new(
                    "Policy", $"{manifest.Package} {manifest.PolicyVersion}".TrimEnd(),
                    manifest.PolicyVersion == source.Model.Version ? null : "another version than this report is of",
                    manifest.PolicyVersion == source.Model.Version ? default : DossierState.Bad),
                new("SHA-256", verified.Bundle.Digest),
                new("Built by", $"airs {manifest.CompilerVersion}"),
                new(
                    "Signed by", verified.Keys is null ? "no key was given" : DossierWords.List(verified.Signers),
                    verified.Forged ?? Short(verified), verified.Holds && verified.Keys is not null ? DossierState.Good : DossierState.Bad),
            ]),
        ]);
    }

    private static string? Short(Verification verified) => verified.Keys is { } keys && verified.Signers.Count < keys.Threshold
        ? $"{DossierWords.Count(keys.Threshold, "has", "have")} to have signed"
        : null;
}
