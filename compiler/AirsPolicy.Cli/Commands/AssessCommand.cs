using System.CommandLine;
using System.Text;
using AirsPolicy.Cli.Assessing;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Judging;
using AirsPolicy.Cli.Probing;
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
        var live = new LiveModelSymbols(
            "--probe",
            "Instead ask a model at this address, which speaks the protocol of OpenAI's chat completions, attacks and honest questions, "
            + "as it is and behind the policy, and say what each layer stopped.");
        var instructions = new Option<string?>("--instructions")
        {
            Description = "With --probe: a file with what the application tells the model.",
            HelpName = "file",
        };
        var facts = new Option<string?>("--facts")
        {
            Description = "With --probe: a JSON file with the facts that the policy declares, for each request.",
            HelpName = "file",
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
            ("airs assess --answers desk.json --json", "for programs"),
            ("airs assess --probe https://models.example/v1 --policy policies/desk", "what a live model does behind the policy"))
        {
            answers,
            policy,
            libraries,
            write,
            json,
            asOf,
            instructions,
            facts,
        };
        live.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(answers) is null && !live.IsNamed(result))
                result.AddError("--json is for programs, which have no terminal to be asked on; give the answers with --answers.");
        });
        command.SetAction(line =>
        {
            if (live.Read(line) is { } model)
                return Probe(terminal, line, model);
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
            if (assessment.System.IsConsumed && line.GetValue(write) is not null)
                throw FirstPolicy.OfOthers();
            if (line.GetValue(json))
                AssessmentJson.Write(terminal.Out, assessment, lacks);
            else
                AssessmentText.Write(terminal.Ink, assessment, lacks);
            if (line.GetValue(write) is { } folder)
                Write(terminal, assessment, folder, isSilent: line.GetValue(json));
            return lacks is { Count: > 0 } ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;

        int Probe(Terminal terminal, ParseResult line, LiveModel model)
        {
            if (line.GetValue(policy) is not { } path)
                throw new UsageException("Name with --policy what the model is asked behind.");
            if (line.GetValue(answers) is not null || line.GetValue(write) is not null)
                throw new UsageException("--probe asks a model, and goes with neither --answers nor --write.");
            return PolicyChoice.Bind(path, line.GetRequiredValue(libraries), terminal.Error, PathSymbols.DayOf(line, asOf)) is { } bound
                ? ProbeRun.Run(
                    bound, model, line.GetValue(instructions), line.GetValue(facts), live.Agreed(line), line.GetValue(json), terminal)
                : ExitCode.Usage;
        }
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
