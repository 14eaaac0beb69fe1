using System.CommandLine;
using System.CommandLine.Parsing;
using AirsPolicy.Cli.Commands;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli;

/// <summary>Runs one command line. The only place where our own mistakes are caught.</summary>
internal static class AirsCli
{
    /// <summary>Carries out <paramref name="arguments"/> and gives the exit code.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        var root = Root.Create(terminal);
        try
        {
            var line = root.Parse(arguments);
            if (line.Errors.Count > 0 || UnknownCommand(line) is not null)
                return Usage(terminal, line);
            return line.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (UsageException mistake)
        {
            terminal.Error.WriteLine(DisplayText.Visible(mistake.Message));
            return ExitCode.Usage;
        }
        catch (IOException) when (terminal.IsOutClosed)
        {
            // Whoever read our output has seen enough (`airs check | head`).
            return ExitCode.Clean;
        }
        catch (Exception fault)
        {
            Fault(terminal, fault, arguments.Contains(Root.DebugOption, StringComparer.Ordinal));
            return ExitCode.Fault;
        }
    }

    private static int Usage(Terminal terminal, ParseResult line)
    {
        if (UnknownCommand(line) is { } unknown)
        {
            var near = Spelling.Nearest(unknown, line.CommandResult.Command.Subcommands.Select(known => known.Name));
            terminal.Error.WriteLine(
                $"There is no command '{DisplayText.Visible(unknown)}'{(near is null ? "" : $"; did you mean '{near}'?")}");
        }
        else
        {
            foreach (var error in line.Errors.DistinctBy(error => error.Message, StringComparer.Ordinal))
                terminal.Error.WriteLine(DisplayText.Visible(error.Message));
        }

        terminal.Error.WriteLine($"'{NameOf(line.CommandResult)} --help' shows what can be written.");
        return ExitCode.Usage;
    }

    // The help of the command above would else be shown for one that does not exist.
    private static string? UnknownCommand(ParseResult line) =>
        line.CommandResult.Command.Subcommands.Count > 0 && line.UnmatchedTokens is [var first, ..] ? first : null;

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "airs";

    private static void Fault(Terminal terminal, Exception fault, bool debug)
    {
        terminal.Error.WriteLine($"This is a fault of airs, not of your policy: {DisplayText.Visible(fault.Message)}");
        terminal.Error.WriteLine(
            debug
                ? fault.ToString()
                : $"Run the command again with {Root.DebugOption} and report what it prints, with the policy if you can share it: see CONTRIBUTING.md."
        );
    }
}
