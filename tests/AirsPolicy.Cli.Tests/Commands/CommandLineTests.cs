using System.Text.RegularExpressions;
using AirsPolicy.Cli.Commands;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public void A_command_that_does_not_exist_is_wrong_usage_and_the_nearest_is_named()
    {
        var run = CliRun.Of("chek");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
        Assert.Equal("There is no command 'chek'; did you mean 'check'?\n'airs --help' shows what can be written.\n", run.Error);
    }

    [Theory]
    [InlineData("chek", "--help")]
    [InlineData("chek", "--version")]
    [InlineData("import", "mpc", "--help")]
    public void A_command_that_does_not_exist_has_no_help_to_show(params string[] arguments)
    {
        var run = CliRun.Of(arguments);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
        Assert.StartsWith($"There is no command '{arguments[^2]}'; did you mean '", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_that_an_error_names_can_be_shown()
    {
        foreach (var (words, _) in CommandTree.All())
        {
            var error = CliRun.Of([.. words, "--no-such-option", "--no-such-option"]).Error;
            if (Regex.Match(error, "'airs (.*--help)'") is { Success: true } named)
                Assert.Equal(ExitCode.Clean, CliRun.Of(named.Groups[1].Value.Split(' ')).Code);
            else
                Assert.Equal("scan", words[0]);
        }
        Assert.Contains("'airs import mcp --help'", CliRun.Of("import", "mcp").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_that_help_shows_can_be_written()
    {
        var shown = 0;
        foreach (var (words, _) in CommandTree.All())
        {
            var errors = Errors(words).Length;
            foreach (
                Match line in Regex.Matches(
                    CliRun.Of([.. words, "--help"]).Out,
                    @"^ +(?:-\w, )?(--[\w-]+).*\[default: ([^\]]+)\]",
                    RegexOptions.Multiline))
            {
                shown++;
                Assert.True(Errors([.. words, line.Groups[1].Value, line.Groups[2].Value]).Length <= errors, line.Value);
            }
        }
        Assert.True(shown > 0);

        static string[] Errors(string[] arguments) => [.. CommandTree.Root().Parse(arguments).Errors.Select(error => error.Message)];
    }

    [Fact]
    public void An_option_that_does_not_exist_is_wrong_usage()
    {
        var run = CliRun.Of("check", "--colour");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--colour", run.Error, StringComparison.Ordinal);
        Assert.Contains("'airs check --help'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_command_is_wrong_usage() => Assert.Equal(ExitCode.Usage, CliRun.Of().Code);

    [Fact]
    public void A_path_that_does_not_exist_is_wrong_usage()
    {
        var run = CliRun.Of("check", "no/such/folder");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal("There is no file or folder 'no/such/folder'.\n", run.Error);
    }

    [Fact]
    public void A_folder_without_policies_is_wrong_usage()
    {
        using var folder = new TemporaryFolder();
        var run = CliRun.Of("check", folder.Path);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("There is no policy under", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_help_with_a_sentence_for_each_word_and_with_examples()
    {
        using var terminal = new Terminal(
            TextWriter.Null,
            TextWriter.Null,
            () => Stream.Null,
            () => Stream.Null,
            isColoured: false,
            width: 100);
        foreach (var command in Root.Create(terminal).Subcommands.Where(command => !command.Hidden))
        {
            Assert.EndsWith(".", command.Description, StringComparison.Ordinal);
            Assert.All(
                command.Options.Where(option => !option.Hidden),
                option => Assert.False(string.IsNullOrEmpty(option.Description), option.Name));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrEmpty(argument.Description), argument.Name));
            var run = CliRun.Of(command.Name, "--help");
            Assert.Equal(ExitCode.Clean, run.Code);
            Assert.Contains($"Examples:\n  airs {command.Name}", run.Out, StringComparison.Ordinal);
            Assert.Contains("Exit codes:", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_help_of_airs_groups_every_command_by_what_it_is_for()
    {
        var help = CliRun.Of("--help");
        Assert.Equal(ExitCode.Clean, help.Code);
        Assert.All(CommandTree.Root().Subcommands,
            command => Assert.Single(Regex.Matches(help.Out, $"^  {command.Name} ", RegexOptions.Multiline)));
        var start = "\nStart:\n  new         Writes a small package with tests, to begin with.\n  demo ";
        Assert.Contains(start, help.Out, StringComparison.Ordinal);
        Assert.Contains("\nOptions:\n  -?, -h, --help  ", help.Out, StringComparison.Ordinal);
        Assert.EndsWith("3 a fault of airs.\n", help.Out, StringComparison.Ordinal);
        Assert.All(help.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void A_fault_of_ours_says_so_and_keeps_its_stack_for_debug()
    {
        using var error = new StringWriter();
        using var terminal = new Terminal(new BrokenWriter(), error, () => Stream.Null, () => Stream.Null, isColoured: false, width: 100);
        Assert.Equal(ExitCode.Fault, AirsCli.Run(["check", "--help"], terminal));
        Assert.Contains("a fault of airs, not of your policy", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(BrokenWriter), error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fault, AirsCli.Run(["check", "--help", "--debug"], terminal));
        Assert.Contains(nameof(BrokenWriter), error.ToString(), StringComparison.Ordinal);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(char value) => throw new InvalidOperationException("broken");

        public override void Write(string? value) => throw new InvalidOperationException("broken");
    }
}
