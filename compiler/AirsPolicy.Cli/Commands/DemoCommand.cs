using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Demo;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs demo</c>: a conversation on record, under a policy.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new AirsCommand(
            "demo",
            "Compiles a policy, loads its bundle, and runs a conversation on record through it, decision by decision.",
            ("airs demo", "the dealership's chatbot of December 2023"));
        command.SetAction(_ =>
        {
            var run = DemoRun.Prepare();
            var stage = new DemoStage(terminal, run);
            stage.Open();
            var shown = new List<(DemoStep, Decision, TimeSpan)>();
            foreach (var step in DemoFiles.Script())
            {
                var (decision, time) = run.Decide(step);
                stage.Show(step, decision, time);
                terminal.Out.Flush();
                shown.Add((step, decision, time));
            }

            stage.Close(shown);
            return ExitCode.Clean;
        });
        return command;
    }
}
