using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Signing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs channel</c>: says which bundle a channel stands at.</summary>
internal static class ChannelCommand
{
    public static Command Create(Terminal terminal)
    {
        var bundle = PathSymbols.Bundle();
        var name = PathSymbols.File("channel", "The name of the channel: 1 to 64 of 'a' to 'z', digits and '-'.");
        var number = new Option<long>("--number", "-n")
        {
            Description = "The version of the channel; each is greater than the one before.",
            HelpName = "number",
            Required = true,
        };
        var until = PathSymbols.Until();
        var keys = new Option<string[]>("--key", "-k")
        {
            Description = "A private key that signs, as 'airs keygen' writes it. Can be given several times.",
            HelpName = "file",
            Required = true,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write. Without it: the name of the channel and .json, in this folder.",
            HelpName = "file",
        };
        var command = new AirsCommand(
            "channel",
            "Writes a signed pointer that says which bundle a channel stands at. A host that follows the channel takes no older bundle, " +
            "and none once the pointer has expired.",
            ("airs channel prod shop.airsb --number 7 --until 2027-03-31 --key release.key", "writes prod.json"))
        {
            name, bundle, number, until, keys, output,
        };
        command.SetAction(line =>
        {
            var (channel, path) = (KeyFile.Named(line.GetRequiredValue(name)), line.GetRequiredValue(bundle));
            if (line.GetRequiredValue(number) < 1)
                throw new UsageException("The version of a channel is 1 or more.");
            var digest = BundleFile.Read(path, BundleFile.ReadBytes(path)).Digest;
            if (line.GetRequiredValue(until) == DateOnly.MaxValue)
                throw new UsageException("A pointer that never expires would not notice a channel that somebody holds back.");
            var expires = new DateTimeOffset(line.GetRequiredValue(until)!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            var pointer = new ChannelPointer(channel, line.GetRequiredValue(number), digest, expires);
            var file = line.GetValue(output) ?? $"{channel}.json";
            var signed = Signed(pointer, line.GetRequiredValue(keys));
            OutputFile.Write(file, stream => stream.Write(signed));
            terminal.Ink.Write(DisplayText.Visible(file), Tone.Strong)
                .Line($": {channel} at version {pointer.Version}, until {pointer.ExpiresText}");
            terminal.Ink.Line($"sha256 {digest}", Tone.Faint);
            return ExitCode.Clean;
        });
        return command;
    }

    private static byte[] Signed(ChannelPointer pointer, string[] files)
    {
        var keys = files.Select(file => (Name: KeyFile.NameOf(file), Key: KeyFile.ReadPrivate(file))).ToList();
        try
        {
            return pointer.Sign(keys);
        }
        finally
        {
            keys.ForEach(key => key.Key.Dispose());
        }
    }
}
