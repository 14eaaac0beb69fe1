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
        var root = new RootCommand("Checks, tests, builds and asks policies for the runtime security of AI systems.")
        {
            NewCommand.Create(terminal),
            CheckCommand.Create(terminal),
            TestCommand.Create(terminal),
            FmtCommand.Create(terminal),
            FixCommand.Create(terminal),
            BuildCommand.Create(terminal),
            EvalCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            FactsCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            CalibrateCommand.Create(terminal),
            ScanCommand.Create(terminal),
            ImportCommand.Create(terminal),
            LspCommand.Create(terminal),
            CompletionCommand.Create(terminal),
            DemoCommand.Create(terminal),
        };
        root.Options.Add(new Option<bool>(DebugOption) { Description = "Show the stack where airs itself fails.", Recursive = true });
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new ExamplesHelp((HelpAction)option.Action!);
        return root;
    }
}
