using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs check</c>: says what is wrong with policies.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.Paths();
        var libraries = PathSymbols.Libraries();
        var format = new Option<string>("--format")
        {
            Description = "How findings are written: for people, as JSON, or as SARIF 2.1.0 for code scanning.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong(ReportFormat.Names);
        var asOf = PathSymbols.AsOf();
        var command = new AirsCommand("check", "Says what is wrong with policies, and how to mend it.",
            ("airs check", "the policies in this folder and below"),
            ("airs check policies --library shared", "with the packages in 'shared' at hand"),
            ("airs check policies --format sarif > airs.sarif", "for code scanning"),
            ("airs check policies --as-of 2027-04-01", "what will have ended by then")) { paths, libraries, format, asOf };
        command.SetAction(line =>
        {
            var workspace = Workspace.Read(line.GetRequiredValue(paths), line.GetRequiredValue(libraries));
            var diagnostics = workspace.DiagnosticsOf(workspace.Analyze(line.GetValue(asOf)));
            ReportFormat.Write(terminal, line.GetRequiredValue(format), diagnostics, workspace.FileCount);
            return diagnostics.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }
}
