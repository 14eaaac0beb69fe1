using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs fmt</c>: lays policies out in the one form.</summary>
internal static class FmtCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.PathsOrInput();
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing; name the files that are laid out otherwise and end with 1 if there are any.",
        };
        var command = new AirsCommand(
            "fmt",
            "Lays policies out in the one form; only white space changes.",
            ("airs fmt", "the policies in this folder and below"),
            ("airs fmt - < shop.airs", "the standard input, laid out on the standard output"),
            ("airs fmt --check policies", "for CI: says which files are not in the form")) { paths, check };
        command.SetAction(line =>
        {
            var (named, isCheck) = (line.GetRequiredValue(paths), line.GetValue(check));
            if (StandardInput.IsAmong(named))
                return FormatInput(terminal, named, isCheck);
            var workspace = Workspace.Read(named, []);
            var trees = workspace.Packages.SelectMany(package => package.Trees).ToList();
            var unreadable = workspace.DiagnosticsOf([]);
            TextReport.Write(terminal.Ink, unreadable);
            var changed = trees.Count(tree => Format(terminal, tree, isCheck));
            Summarize(terminal.Ink, isCheck, trees.Count, changed);
            return unreadable.IsEmpty && (changed == 0 || !isCheck) ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }

    // Only the text goes to the standard output, so that an editor can take it as it comes.
    private static int FormatInput(Terminal terminal, string[] named, bool isCheck)
    {
        if (named.Length > 1)
            throw new UsageException("The standard input is formatted by itself; name no other path beside '-'.");
        var folder = StandardInput.Read(terminal.OpenInput);
        TextReport.Write(new Ink(terminal.Error, isColoured: false), folder.Diagnostics);
        if (folder.Packages is not [{ Trees: [var tree] }])
            return ExitCode.Findings;
        if (isCheck)
        {
            var changed = Format(terminal, tree, isCheck);
            Summarize(terminal.Ink, isCheck, 1, changed ? 1 : 0);
            return changed ? ExitCode.Findings : ExitCode.Clean;
        }
        terminal.Out.Write(Formatter.Format(tree));
        return ExitCode.Clean;
    }

    // Whether the file is or was laid out otherwise.
    private static bool Format(Terminal terminal, SyntaxTree tree, bool isCheck)
    {
        var formatted = Formatter.Format(tree);
        if (string.Equals(formatted, tree.Source.Content, StringComparison.Ordinal))
            return false;
        if (!isCheck)
            PolicyFile.Write(tree.Source.Path, formatted);
        terminal
            .Ink.Write(DisplayText.Visible(tree.Source.Path), Tone.Strong)
            .Line(isCheck ? ": is not formatted; 'airs fmt' does it" : ": formatted");
        return true;
    }

    private static void Summarize(Ink ink, bool isCheck, int files, int changed)
    {
        var count = TextReport.Count(files, "file") ?? "no file";
        if (changed == 0)
            ink.Write("ok", Tone.Good).Line($": {count} formatted");
        else
            ink.Line(isCheck ? $"{changed} of {count} not formatted" : $"{changed} of {count} changed", Tone.Strong);
    }
}
