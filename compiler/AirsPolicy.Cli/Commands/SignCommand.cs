using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Signing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs sign</c>: adds a signature to a bundle.</summary>
internal static class SignCommand
{
    public static Command Create(Terminal terminal)
    {
        var bundle = PathSymbols.Bundle();
        var key = new Option<string>("--key", "-k")
        {
            Description = "The private key, as 'airs keygen' writes it.",
            HelpName = "file",
            Required = true,
        };
        var name = new Option<string?>("--name")
        {
            Description = "The name under which hosts know the key. Without it: the name of the file, without what stands behind the dot.",
            HelpName = "name",
        };
        var command = new AirsCommand(
            "sign",
            "Adds a signature to a bundle, in place. Its digest stays the same. A signature of the same name is replaced.",
            ("airs sign shop.airsb --key release.key", "adds the signature 'release'"),
            ("airs sign shop.airsb --key mine.key --name audit", "under the name that hosts know")) { bundle, key, name };
        command.SetAction(line =>
        {
            var (path, file) = (line.GetRequiredValue(bundle), line.GetRequiredValue(key));
            var signer = line.GetValue(name) is { } named ? KeyFile.Named(named) : KeyFile.NameOf(file);
            using var secret = KeyFile.ReadPrivate(file);
            var signed = Signed(path, signer, secret);
            OutputFile.Write(path, stream => stream.Write(signed));
            terminal.Ink.Write(DisplayText.Visible(path), Tone.Strong).Line($": signed by {signer}");
            terminal.Ink.Line($"sha256 {Bundle.Read(signed).Digest}", Tone.Faint);
            return ExitCode.Clean;
        });
        return command;
    }

    private static byte[] Signed(string path, string signer, SigningKey key)
    {
        try
        {
            return Bundle.Sign(BundleFile.ReadBytes(path), signer, key);
        }
        catch (InvalidDataException refusal)
        {
            throw BundleFile.Refused(path, refusal.Message);
        }
    }
}
