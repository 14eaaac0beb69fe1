using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Signing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs verify</c>: who has signed a bundle, and whether it is what its sources say.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var bundle = PathSymbols.Bundle();
        var (keys, threshold) = (PathSymbols.Keys(), PathSymbols.Threshold());
        var rebuild = new Option<bool>("--rebuild")
        {
            Description = "Build the sources in the bundle again, and compare every byte.",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new AirsCommand(
            "verify",
            "Says who has signed a bundle. The exit code is 0 only where as many of the keys have signed as are asked for. " +
            "Nothing of the bundle is run.",
            ("airs verify shop.airsb --key release.pub", "whether the key 'release' has signed"),
            ("airs verify shop.airsb --key a.pub --key b.pub --threshold 2", "whether both have"),
            ("airs verify shop.airsb --rebuild", "whether its sources build to the same bytes")) { bundle, keys, threshold, rebuild, json };
        command.SetAction(line =>
        {
            var (path, files, rebuilds) = (line.GetRequiredValue(bundle), line.GetRequiredValue(keys), line.GetValue(rebuild));
            if (files.Length == 0 && !rebuilds)
                throw new UsageException("There is nothing to verify by; give the keys that you trust with --key, or say --rebuild.");
            var trusted = files.Length == 0 ? null : KeyFile.ReadTrusted(files, line.GetValue(threshold));
            var verification = Verification.Of(path, trusted, rebuilds);
            if (line.GetValue(json))
                VerificationJson.Write(terminal.Out, path, verification);
            else
                VerificationText.Write(terminal.Ink, path, verification);
            return verification.Holds ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }
}
