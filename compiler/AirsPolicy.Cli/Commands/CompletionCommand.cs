using System.CommandLine;
using AirsPolicy.Cli.Completing;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs completion</c>: the script with which a shell completes command lines.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<CompletedCommand, string>> s_shells = new(StringComparer.Ordinal)
    {
        ["bash"] = BashScript.Write,
        ["powershell"] = PowerShellScript.Write,
        ["zsh"] = ZshScript.Write,
    };

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "The shell." };
        shell.AcceptOnlyFromAmong([.. s_shells.Keys]);
        var command = new AirsCommand("completion", "Writes a script with which a shell completes commands, options and their values.",
            ("airs completion bash", "source <(airs completion bash), in ~/.bashrc"),
            ("airs completion zsh", "source <(airs completion zsh), in ~/.zshrc"),
            ("airs completion powershell", "airs completion powershell | Out-String | Invoke-Expression, in $PROFILE")) { shell };
        command.SetAction(line =>
        {
            terminal.Out.Write(s_shells[line.GetRequiredValue(shell)](CompletedCommand.Of((RootCommand)line.RootCommandResult.Command)));
            return ExitCode.Clean;
        });
        return command;
    }
}
