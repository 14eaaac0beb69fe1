using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Operating;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs lift</c>: lifts a halt.</summary>
internal static class LiftCommand
{
    public static Command Create(Terminal terminal)
    {
        var (pipe, scope, id) = (DeskSymbols.Pipe(), DeskSymbols.Scope(), DeskSymbols.Id());
        var key = new Option<string?>("--key")
        {
            Description = "Which one, by the key that 'airs pace status' shows where the id is too long.",
            HelpName = "digits",
        };
        var command = new AirsCommand(
            "lift",
            "Lifts what is halted in an application that runs, and waits until its store keeps that. Nobody lifts their own halt. "
                + DeskSymbols.WhoMay,
            ("airs lift airs-review session s-1234", "the session goes on"),
            ("airs lift airs-review system", "everything goes on that is not halted for itself"))
        {
            pipe, scope, id, key,
        };
        command.Validators.Add(line =>
        {
            if (line.GetResult(key) is not null && line.GetResult(id)?.Tokens.Count > 0)
                line.AddError("Give an id or '--key', and not both.");
        });
        command.SetAction(line => OperatedDesk.Do(
            terminal,
            line.GetRequiredValue(pipe),
            DeskRequests.Of(
                DeskAction.Lift, ("scope", line.GetValue(scope)), ("id", line.GetValue(id)), ("key", line.GetValue(key)))));
        return command;
    }
}
