using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Operating;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs queue</c>: shows what waits by queue.</summary>
internal static class QueueCommand
{
    public static Command Create(Terminal terminal)
    {
        var (pipe, json) = (DeskSymbols.Pipe(), DeskSymbols.Json());
        var command = new AirsCommand(
            "queue",
            "Shows how much waits for people in each queue, since when, and how long they have for the next. Operators see all queues, "
                + "reviewers their own. 'airs review' shows what it is.",
            ("airs queue airs-review", "every queue in a line"),
            ("airs queue airs-review --json", "for programs"))
        {
            pipe, json,
        };
        command.SetAction(line => OperatedDesk.Show(
            terminal,
            line.GetRequiredValue(pipe),
            DeskRequests.Of(DeskAction.Queues),
            "queues",
            line.GetValue(json),
            answer => QueueText.Write(terminal, answer)));
        return command;
    }
}
