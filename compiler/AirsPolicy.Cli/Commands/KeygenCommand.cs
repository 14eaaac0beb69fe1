using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Signing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs keygen</c>: makes a pair of keys.</summary>
internal static class KeygenCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = PathSymbols.File(
            "name",
            "The name of the key, in a folder if you like: 1 to 64 of 'a' to 'z', digits and '-'. Hosts know the key by it.");
        var command = new AirsCommand(
            "keygen",
            "Makes a pair of keys with which bundles are signed: ECDSA over P-256, in PEM. The private key can be " +
            "read by its owner alone and has no password. Nothing is written over.",
            ("airs keygen release", "writes release.key, the private key, and release.pub, which hosts are given")) { name };
        command.SetAction(line =>
        {
            var path = line.GetRequiredValue(name);
            _ = KeyFile.Named(Path.GetFileName(path));
            var (secret, open) = (path + KeyFile.PrivateSuffix, path + KeyFile.PublicSuffix);
            KeyFile.Create(secret, open);
            terminal.Ink.Write(DisplayText.Visible(secret), Tone.Strong).Line(": the private key, which signs; keep it secret");
            terminal.Ink.Write(DisplayText.Visible(open), Tone.Strong).Line(": the public key; give it to hosts");
            return ExitCode.Clean;
        });
        return command;
    }
}
