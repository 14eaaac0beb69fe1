using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Watching;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs check</c>: says what is wrong with policies.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.PathsOrInput();
        var libraries = PathSymbols.Libraries();
        var format = new Option<string>("--format")
        {
            Description =
                "How findings are written: for people, as JSON, as SARIF 2.1.0 for code scanning, or as lines that MSBuild reads.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong(ReportFormat.Names);
        var asOf = PathSymbols.AsOf();
        var cost = new Option<bool>("--cost")
        {
            Description = "Says also what a decision costs at most at each point, and which rules cost most.",
        };
        var answers = new Option<bool>("--answers") { Description = "Also lists, for each judge, the answers from which nothing follows." };
        var watch = PathSymbols.Watch();
        var command = new AirsCommand("check", "Says what is wrong with policies, and how to mend it.",
            ("airs check", "the policies in this folder and below"),
            ("airs check policies --library shared", "with the packages in 'shared' at hand"),
            ("airs check - < shop.airs", "a file on the standard input"),
            ("airs check policies --format sarif > airs.sarif", "for code scanning"),
            ("airs check policies --as-of 2027-04-01", "what will have ended by then"),
            ("airs check policies --cost", "and what decisions cost at most"),
            ("airs check --watch", "again whenever a file changes")) { paths, libraries, format, asOf, cost, answers, watch };
        command.Validators.Add(result =>
        {
            var isMore = result.GetValue(cost) || result.GetValue(answers) || result.GetValue(format) is "json" or "sarif";
            if (result.GetValue(watch) && (isMore || StandardInput.IsAmong(result.GetValue(paths))))
                result.AddError("--watch shows the findings of files to people; leave out --format, --cost, --answers and '-'.");
        });
        command.SetAction(line =>
        {
            if (line.GetValue(watch))
                return Watch(terminal, line.GetRequiredValue(paths), line.GetRequiredValue(libraries), () => PathSymbols.DayOf(line, asOf));
            var workspace = Workspace.Read(line.GetRequiredValue(paths), line.GetRequiredValue(libraries), terminal.OpenInput);
            var day = PathSymbols.DayOf(line, asOf);
            var analyses = workspace.Analyze(day);
            var diagnostics = workspace.DiagnosticsOf(analyses);
            new CheckReport(terminal, [.. analyses.Select(analysis => analysis.Model).OfType<PolicyModel>()], day, line.GetValue(cost))
                .Write(line.GetRequiredValue(format), diagnostics, workspace.FileCount);
            if (line.GetValue(answers))
                AnswerReport.Write(terminal, analyses);
            return ExitCode.Of(diagnostics);
        });
        return command;
    }

    private static int Watch(Terminal terminal, string[] paths, string[] libraries, Func<DateOnly> day)
    {
        using var changes = new FolderChanges([.. paths, .. libraries]);
        return new WatchLoop(terminal, changes, (report, read) =>
        {
            var workspace = Workspace.Read(paths, libraries).Noting(read);
            ReportFormat.Write(report, "text", workspace.DiagnosticsOf(workspace.Analyze(day())), workspace.FileCount);
        }).Run();
    }
}
