using System.CommandLine;
using System.CommandLine.Completions;

namespace AirsPolicy.Cli.Completing;

/// <summary>What can be written behind the words of one command.</summary>
/// <param name="Path">The words that call it, with a blank between them; empty for <c>airs</c> alone.</param>
/// <param name="Description">What it does, in one clause.</param>
/// <param name="Commands">The commands below it.</param>
/// <param name="Options">Its options, and those that stand behind every command.</param>
/// <param name="Values">The words that an argument is one of; empty where it is anything else.</param>
/// <param name="TakesFiles">An argument is a path.</param>
internal sealed record CompletedCommand(
    string Path,
    string Description,
    IReadOnlyList<CompletedCommand> Commands,
    IReadOnlyList<CompletedOption> Options,
    IReadOnlyList<string> Values,
    bool TakesFiles)
{
    /// <summary>The last of its words.</summary>
    public string Name => Path[(Path.LastIndexOf(' ') + 1)..];

    /// <summary>This command and all below it.</summary>
    public IEnumerable<CompletedCommand> All => Commands.SelectMany(command => command.All).Prepend(this);

    /// <summary>Reads the tree of commands.</summary>
    public static CompletedCommand Of(RootCommand root) => Of(root, "", []);

    /// <summary>The first sentence of a description, without its full stop.</summary>
    internal static string Clause(string? description) => (description ?? "").Split(". ")[0].TrimEnd('.');

    private static CompletedCommand Of(Command command, string path, IReadOnlyList<Option> everywhere)
    {
        IReadOnlyList<Option> inherited = [.. everywhere, .. command.Options.Where(option => option.Recursive)];
        var values = command
            .Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty))
            .Select(value => value.Label)
            .ToList();
        return new CompletedCommand(
            path,
            Clause(command.Description),
            [
                .. command
                    .Subcommands.Where(below => !below.Hidden)
                    .Select(below => Of(below, $"{path} {below.Name}".TrimStart(), inherited)),
            ],
            [.. command.Options.Concat(everywhere).Distinct().Where(option => !option.Hidden).Select(CompletedOption.Of)],
            values,
            command.Arguments.Count > 0 && values.Count == 0);
    }
}
