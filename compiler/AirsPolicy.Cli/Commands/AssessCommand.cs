using System.CommandLine;
using System.Text;
using AirsPolicy.Cli.Assessing;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Workspaces;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs assess</c>: which tier a system comes to, what that requires, and what its policy lacks.</summary>
internal static class AssessCommand
{
    public static Command Create(Terminal terminal)
    {
        var answers = new Option<string?>("--answers")
        {
            Description = "A JSON file with the answers. Without it: asks them, one after the other.",
            HelpName = "file",
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "The folder or a file of the policy of the system: says what it lacks, instead of all that is required.",
            HelpName = "policy",
        };
        var libraries = PathSymbols.Libraries();
        var write = new Option<string?>("--write")
        {
            Description = "Also write the policy that such a system begins with into this folder. It never writes over a file.",
            HelpName = "folder",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var asOf = PathSymbols.AsOf();
        var command = new AirsCommand(
            "assess",
            "Says which tier a system comes to and why, whether the fast lane is open to it, what its tier requires, and what its policy "
            + "lacks. The exit code is 1 where the policy lacks anything.",
            ("airs assess", "asks, and says what is required"),
            ("airs assess --write policies/desk", "and writes a policy to begin with"),
            ("airs assess --answers desk.json --policy policies/desk", "what a policy lacks"),
            ("airs assess --answers desk.json --json", "for programs")) { answers, policy, libraries, write, json, asOf };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(answers) is null)
                result.AddError("--json is for programs, which have no terminal to be asked on; give the answers with --answers.");
        });
        command.SetAction(line =>
        {
            var assessment = Assessment.Of(
                line.GetValue(answers) is { } file ? AnswersFile.Read(file) : Ask(terminal, line.GetValue(write) is not null));
            IReadOnlyCollection<Lack>? lacks = null;
            if (line.GetValue(policy) is { } path)
            {
                var workspace = Workspace.Read([path], line.GetRequiredValue(libraries));
                var day = PathSymbols.DayOf(line, asOf);
                if (PolicyChoice.Analyzed(workspace, path, workspace.Analyze(day), terminal.Error) is not { } chosen)
                    return ExitCode.Usage;
                lacks = Lack.Of(assessment, chosen, day);
            }
            if (line.GetValue(json))
                AssessmentJson.Write(terminal.Out, assessment, lacks);
            else
                AssessmentText.Write(terminal.Ink, assessment, lacks);
            if (line.GetValue(write) is { } folder)
                Write(terminal, assessment, folder, isSilent: line.GetValue(json));
            return lacks is { Count: > 0 } ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static AssessedSystem Ask(Terminal terminal, bool needsOwner)
    {
        using var input = new StreamReader(terminal.OpenInput(), Encoding.UTF8);
        var system = new Interview(terminal, input).Ask(needsOwner);
        terminal.Ink.Line();
        return system;
    }

    private static void Write(Terminal terminal, Assessment assessment, string folder, bool isSilent)
    {
        var path = Path.Join(folder, FirstPolicy.FileName);
        if (Path.Exists(path))
            throw new UsageException($"'{path}' is there already; nothing was written. Name a new folder.");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unwritable(path, failure);
        }
        OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(FirstPolicy.Write(assessment))));
        if (isSilent)
            return;
        terminal.Ink.Line();
        terminal.Ink.Write("ok", Tone.Good)
            .Line($": {DisplayText.Visible(path)} is written; 'airs check {DisplayText.Visible(folder)}' says what it still needs");
    }
}
