using System.Text.RegularExpressions;
using AirsPolicy.Cli.Commands;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed partial class DocumentedCommandTests
{
    [Fact]
    public void Every_command_in_the_documentation_can_be_written()
    {
        using var terminal = Silent();
        var root = Root.Create(terminal);
        var commands = Documents().SelectMany(File.ReadLines)
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.StartsWith("airs ", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(commands);
        Assert.Empty(
            commands.SelectMany(command =>
                root.Parse(Words(command["airs ".Length..])).Errors.Select(error => $"{command}: {error.Message}")));
    }

    [Fact]
    public void Every_command_stands_on_the_page_of_the_command_line()
    {
        var page = File.ReadAllText(Path.Combine(Repository().FullName, "docs", "reference", "command-line.md"));
        using var terminal = Silent();
        Assert.All(
            Root.Create(terminal).Subcommands.Where(command => !command.Hidden),
            command => Assert.Contains($"`airs {command.Name}`", page, StringComparison.Ordinal));
    }

    // As a shell cuts them.
    private static string[] Words(string command) =>
        [.. ShellWord().Matches(command).Select(word => word.Groups.Values.Skip(1).First(group => group.Success).Value)];

    [GeneratedRegex("""'([^']*)'|"([^"]*)"|(\S+)""")]
    private static partial Regex ShellWord();

    private static Terminal Silent() =>
        new(TextWriter.Null, TextWriter.Null, () => Stream.Null, () => Stream.Null, isColoured: false, width: 100);

    private static IEnumerable<string> Documents()
    {
        var folder = Repository();
        return Directory.EnumerateFiles(folder.FullName, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(folder.FullName, "docs"), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(folder.FullName, "compiler", "AirsPolicy.Cli", "README.md"));
    }

    private static DirectoryInfo Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder;
    }
}
