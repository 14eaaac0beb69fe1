using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Signing;

/// <summary>What <c>airs verify</c> says to people.</summary>
internal static class VerificationText
{
    public static void Write(Ink ink, string path, Verification verification)
    {
        var bundle = verification.Bundle;
        ink.Write(DisplayText.Visible(path), Tone.Strong)
            .Line(DisplayText.Visible($": {bundle.Manifest.Package} {bundle.Manifest.PolicyVersion}".TrimEnd()));
        ink.Line($"sha256 {bundle.Digest}", Tone.Faint);
        if (verification.Keys is { } keys)
        {
            foreach (var name in verification.Signers)
                ink.Line($"signed by {name}", Tone.Good);
            foreach (var name in keys.Names.Except(verification.Signers))
                ink.Line($"not signed by {name}");
        }
        foreach (var name in verification.Unknown)
            ink.Line($"passed over: {name}, for which no key was given");
        if (verification.Forged is { } forged)
            ink.Line(forged, Tone.Bad);
        if (verification.Differing is { } differing)
            ink.Line(
                differing is []
                    ? "Its sources build to the same bytes."
                    : $"Its sources build to other bytes: {string.Join(", ", differing)}.",
                differing is [] ? Tone.Good : Tone.Bad);
        if (verification.Differing is [_, ..] && Builder(verification) is { } builder)
            ink.Line(builder);
        ink.Line(Conclusion(verification), verification.Holds ? Tone.Good : Tone.Bad);
    }

    private static string Conclusion(Verification verification) => verification switch
    {
        { Holds: false } => "Not verified.",
        { Keys: { } keys } => $"Verified: {verification.Signers.Count} signed, {keys.Threshold} asked for.",
        _ => "Verified; no key was given, so that nothing is said of who built it.",
    };

    private static string? Builder(Verification verification)
    {
        var (built, here) = (verification.Bundle.Manifest.CompilerVersion, Rebuild.CompilerVersion);
        return built == here
            ? null
            : $"It was built by airs {DisplayText.Visible(built)}, and this is {here}: verify it with that version.";
    }
}
