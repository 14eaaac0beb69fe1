using System.CommandLine;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary>All commands, at any depth, with the words that call them.</summary>
internal static class CommandTree
{
    public static RootCommand Root()
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, () => Stream.Null, () => Stream.Null, isColoured: false, width: 100);
        return Cli.Commands.Root.Create(terminal);
    }

    /// <summary>The root first, whose words are none.</summary>
    public static IEnumerable<(string[] Words, Command Command)> All() => Below([], Root());

    private static IEnumerable<(string[] Words, Command Command)> Below(string[] words, Command command) =>
        command.Subcommands.SelectMany(sub => Below([.. words, sub.Name], sub)).Prepend((words, command));
}
