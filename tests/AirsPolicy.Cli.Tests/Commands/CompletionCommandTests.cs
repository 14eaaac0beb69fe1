using System.Diagnostics;
using AirsPolicy.Cli.Completing;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class CompletionCommandTests : IDisposable
{
    private static readonly CompletedCommand s_root = CompletedCommand.Of(CommandTree.Root());

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("powershell")]
    public void A_script_knows_every_command_and_option(string shell)
    {
        var script = Script(shell);
        foreach (var (words, command) in CommandTree.All())
        {
            Assert.Contains($"'{string.Join(' ', words)}'", script, StringComparison.Ordinal);
            Assert.All(
                command.Options.Where(option => !option.Hidden),
                option => Assert.Contains(option.Name, script, StringComparison.Ordinal));
        }
        Assert.DoesNotContain('\r', script);
    }

    [Fact]
    public void A_shell_that_does_not_exist_is_wrong_usage() => Assert.Equal(ExitCode.Usage, CliRun.Of("completion", "fish").Code);

    [Theory]
    [InlineData("airs che", "check")]
    [InlineData("airs import ", "mcp --help --debug")]
    [InlineData("airs import mcp tools.json --ch", "--check")]
    [InlineData("airs check policies --format ", "json msbuild sarif text")]
    [InlineData("airs check --format s", "sarif")]
    [InlineData("airs eval shop -p out", "output")]
    [InlineData("airs check --as-of ", "")]
    [InlineData("airs check policies --cos", "--cost")]
    [InlineData("airs completion ", "bash powershell zsh --help --debug")]
    [InlineData("airs nothing --ver", "--version")]
    public void Bash_offers_what_can_be_written_next(string line, string offered) => Assert.Equal(offered, Offered(line));

    [Theory]
    [InlineData("airs check p")]
    [InlineData("airs check --library p")]
    [InlineData("airs build shop -o p")]
    public void Bash_completes_paths_where_paths_can_stand(string line)
    {
        // The shell does so by itself where nothing is offered and its default is not taken away.
        var (offered, taken) = Complete(line);
        Assert.Equal(("", false), (offered, taken));
    }

    [Fact]
    public void Bash_offers_every_command_and_every_option_of_each()
    {
        foreach (var command in s_root.All)
        {
            var words = $"airs {command.Path}".TrimEnd();
            Assert.Equal(string.Join(' ', command.Options.Select(option => option.Name)), Offered($"{words} --"));
            if (command.Commands.Count > 0)
                Assert.StartsWith(
                    string.Join(' ', command.Commands.Select(below => below.Name)),
                    Offered($"{words} "),
                    StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pri", "priority")]
    [InlineData("'pri", "priority")]
    [InlineData("\"priority == ur", "priority == urgent")]
    [InlineData("'tool == \"pay\" and not (cont", "tool == \"pay\" and not (contains tool == \"pay\" and not (control")]
    public void Bash_completes_the_last_word_of_a_filter(string filter, string offered) =>
        Assert.Equal(offered, Complete(["airs", "review", "--where", filter]).Offered);

    [Fact]
    public void Bash_completes_the_fields_of_evidence() =>
        Assert.Equal("session", Complete(["airs", "audit", "show", "log", "--where", "'kind == halt and sess"]).Offered.Split(' ')[^1]);

    private string Offered(string line) => Complete(line).Offered;

    private (string Offered, bool TakesDefault) Complete(string line) => Complete(line.Split(' '));

    private (string Offered, bool TakesDefault) Complete(string[] words)
    {
        var script = _folder.Write("airs.bash", Script("bash"));
        var harness = $$"""
            compopt() { taken=1; }
            source '{{script}}'
            COMP_WORDS=({{string.Join(' ', words.Select(ScriptText.Quoted))}})
            COMP_CWORD={{words.Length - 1}}
            _airs
            echo "${COMPREPLY[*]}"
            echo "${taken:-0}"
            """;
        var answer = Bash(harness).Split('\n');
        return (answer[0], answer[1] == "1");
    }

    private static string Bash(string script)
    {
        using var process = Process.Start(
            new ProcessStartInfo("bash", ["--norc", "-u", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error.GetAwaiter().GetResult());
        return output;
    }

    private static string Script(string shell)
    {
        var run = CliRun.Of("completion", shell);
        Assert.Equal(ExitCode.Clean, run.Code);
        return run.Out;
    }
}
