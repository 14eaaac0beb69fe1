using System.CommandLine;
using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Compiler;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs build</c>: compiles a policy into a bundle.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PathSymbols.Policy();
        var libraries = PathSymbols.Libraries();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The bundle to write. Without it: the policy's name and .airsb, in this folder.",
            HelpName = "file",
        };
        var asOf = PathSymbols.AsOf();
        var command = new AirsCommand(
            "build",
            "Compiles a policy into a bundle that a host loads. The same policy gives the same bytes on every machine.",
            ("airs build shop", "writes shop.airsb"),
            ("airs build policies/shop -o out/shop.airsb", "writes the file named")) { policy, libraries, output, asOf };
        command.SetAction(line =>
        {
            // Much of a build is the JIT compiling the C# compiler, which can overlap with reading and binding.
            _ = PolicyCompiler.WarmUp();
            if (PolicyChoice.Bind(
                    line.GetRequiredValue(policy),
                    line.GetRequiredValue(libraries),
                    terminal.Error,
                    PathSymbols.DayOf(line, asOf))
                is not { } model)
                return ExitCode.Findings;
            var bundle = BundleBuilder.Build(model);
            var file = line.GetValue(output) ?? $"{model.Name}.airsb";
            OutputFile.Write(file, stream => stream.Write(bundle));
            var size = string.Create(CultureInfo.InvariantCulture, $"{(bundle.Length + 1023) / 1024} KiB");
            terminal.Ink.Write(DisplayText.Visible(file), Tone.Strong).Line($": {model.Name} {model.Version}".TrimEnd() + $", {size}");
            terminal.Ink.Line($"sha256 {Bundle.Read(bundle).Digest}", Tone.Faint);
            return ExitCode.Clean;
        });
        return command;
    }
}
