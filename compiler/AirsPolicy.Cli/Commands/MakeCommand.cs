using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Making;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Compiler;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs make</c>: checks, tests and builds all policies of a folder, as one step of a build.</summary>
internal static class MakeCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.Paths();
        var libraries = PathSymbols.Libraries();
        var into = new Option<string>("--into")
        {
            Description = "The folder for the bundles, each with the name of its policy and .airsb. Without it: this folder.",
            HelpName = "folder",
            DefaultValueFactory = _ => ".",
        };
        var untested = new Option<bool>("--no-test") { Description = "Leave the tests of the policies out." };
        var strict = new Option<bool>("--strict") { Description = "Take warnings for errors." };
        var emit = new Option<bool>("--emit")
        {
            Description = "Also write the C# of the policies, for an application that compiles them in.",
        };
        var format = new Option<string>("--format")
        {
            Description = "How findings are written: for people, or as lines that MSBuild reads.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "msbuild");
        var asOf = PathSymbols.AsOf();
        var command = new AirsCommand(
            "make",
            "Checks, tests and builds all policies in folders. Nothing is written while one of them has an error or a test fails.",
            ("airs make policies --into out", "a bundle for each policy in 'policies'"),
            ("airs make policies --strict", "and no warning either")) { paths, libraries, into, untested, strict, emit, format, asOf };
        command.SetAction(line =>
        {
            // As for a build: the C# compiler gets ready while policies are read and tested.
            _ = PolicyCompiler.WarmUp();
            var workspace = Workspace.Read(line.GetRequiredValue(paths), line.GetRequiredValue(libraries));
            return new MakeRun(terminal, workspace, line.GetRequiredValue(format))
            {
                Tests = !line.GetValue(untested),
                Strict = line.GetValue(strict),
                Emits = line.GetValue(emit),
            }.Run(line.GetRequiredValue(into), PathSymbols.DayOf(line, asOf));
        });
        return command;
    }
}
