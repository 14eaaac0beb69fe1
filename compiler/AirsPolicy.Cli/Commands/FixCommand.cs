using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Fixing;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs fix</c>: applies the fixes that findings carry.</summary>
internal static class FixCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.Paths();
        var libraries = PathSymbols.Libraries();
        var command = new AirsCommand("fix", "Applies the fixes that 'airs check' names, and says what it did and what is left.",
            ("airs fix", "the policies in this folder and below"),
            ("airs fix shop.airs", "one file")) { paths, libraries };
        command.SetAction(line =>
        {
            var run = FixRun.Of(line.GetRequiredValue(paths), line.GetRequiredValue(libraries));
            foreach (var file in run.Changed)
                PolicyFile.Write(file.Path, file.Content);
            Report(terminal, run);
            return ExitCode.Of(run.Left);
        });
        return command;
    }

    private static void Report(Terminal terminal, FixRun run)
    {
        foreach (var diagnostic in run.Fixed)
        {
            terminal.Ink.Write(TextReport.Place(diagnostic.Source, diagnostic.Span) + ": ", Tone.Strong)
                .Write("fixed " + diagnostic.Code, Tone.Good)
                .Line(": " + DisplayText.Visible(diagnostic.Fixes[0].Title));
        }

        foreach (var file in run.Changed)
            terminal.Ink.Write("changed ", Tone.Good).Line(DisplayText.Visible(file.Path));
        if (!run.Fixed.IsEmpty)
            terminal.Ink.Line();
        TextReport.Write(terminal.Ink, run.Left);
        var done = run.Fixed.IsEmpty
            ? "nothing to fix"
            : $"fixed {TextReport.Count(run.Fixed.Length, "finding")} in {TextReport.Count(run.Changed.Length, "file")}";
        terminal.Ink.Line(run.Left.IsEmpty ? done : $"{done}; left: {TextReport.Summary(run.Left)}", Tone.Strong);
    }
}
