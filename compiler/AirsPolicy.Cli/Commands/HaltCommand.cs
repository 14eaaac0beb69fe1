using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Operating;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs halt</c>: halts a session, run, agent, user or the system.</summary>
internal static class HaltCommand
{
    public static Command Create(Terminal terminal)
    {
        var (pipe, scope, id) = (DeskSymbols.Pipe(), DeskSymbols.Scope(), DeskSymbols.Id());
        var message = new Option<string?>("--message") { Description = "What the user is told." };
        var time = new Option<string?>("--for")
        {
            Description = "For how long, such as 30m, 4h or 2d. Without it: until somebody lifts it.",
            HelpName = "time",
        };
        var command = new AirsCommand(
            "halt",
            "Halts a session, run, agent, user or the whole system in an application that runs, and waits until its store keeps that. "
                + DeskSymbols.WhoMay,
            ("airs halt airs-review session s-1234 --for 4h", "one session, for four hours"),
            ("airs halt airs-review system --message \"We are back soon.\"", "everything, until 'airs lift'"))
        {
            pipe, scope, id, message, time,
        };
        command.SetAction(line => OperatedDesk.Do(
            terminal,
            line.GetRequiredValue(pipe),
            DeskRequests.Of(
                DeskAction.Halt,
                ("scope", line.GetValue(scope)),
                ("id", line.GetValue(id)),
                ("text", line.GetValue(message)),
                ("for", line.GetValue(time)))));
        return command;
    }
}
