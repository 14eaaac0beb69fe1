using System.CommandLine;
using System.CommandLine.Help;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Commands;

/// <summary>The command <c>airs</c> and the table of its commands.</summary>
internal static class Root
{
    public const string DebugOption = "--debug";

    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Checks, tests, builds and asks policies for the runtime security of AI systems.");
        CommandGroup[] groups =
        [
            new("Start", [NewCommand.Create(terminal), DemoCommand.Create(terminal)]),
            new("Check",
            [
                CheckCommand.Create(terminal),
                TestCommand.Create(terminal),
                FmtCommand.Create(terminal),
                FixCommand.Create(terminal),
            ]),
            new("Build and decide",
            [
                BuildCommand.Create(terminal),
                MakeCommand.Create(terminal),
                FactsCommand.Create(terminal),
                EvalCommand.Create(terminal),
                ExplainCommand.Create(terminal),
            ]),
            new("Sign",
            [
                KeygenCommand.Create(terminal),
                SignCommand.Create(terminal),
                VerifyCommand.Create(terminal),
                ChannelCommand.Create(terminal),
            ]),
            new("Compare", [DiffCommand.Create(terminal), ReplayCommand.Create(terminal)]),
            new("Measure", [ScanCommand.Create(terminal), CalibrateCommand.Create(terminal)]),
            new("Account", [AssessCommand.Create(terminal), CoverageCommand.Create(terminal), ReportCommand.Create(terminal)]),
            new("Oversee",
            [
                ReviewCommand.Create(terminal),
                QueueCommand.Create(terminal),
                PaceCommand.Create(terminal),
                HaltCommand.Create(terminal),
                LiftCommand.Create(terminal),
                AuditCommand.Create(terminal),
                StoreCommand.Create(terminal),
            ]),
            new("Connect", [ImportCommand.Create(terminal), LspCommand.Create(terminal), CompletionCommand.Create(terminal)]),
        ];
        foreach (var command in groups.SelectMany(group => group.Commands))
            root.Subcommands.Add(command);
        root.Options.Add(new Option<bool>(DebugOption) { Description = "Show the stack where airs itself fails.", Recursive = true });
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new ExamplesHelp((HelpAction)option.Action!, new RootHelp(terminal, groups));
        return root;
    }
}
