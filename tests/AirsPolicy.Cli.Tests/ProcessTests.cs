using System.Diagnostics;
using System.Text;
using Xunit;

namespace AirsPolicy.Cli.Tests;

/// <summary>The executable as a user starts it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_process_ends_with_the_exit_code_and_writes_plain_utf8()
    {
        _folder.Write("a.airs", "library shop\ncontrol ü { at input  always flag }\n");
        var (code, output, error) = Run("", "check", _folder.Path);
        Assert.Equal(ExitCode.Findings, code);
        Assert.Contains("control ü {", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Facts_come_from_the_standard_input()
    {
        _folder.Write("a.airs", "policy shop\nsystem s { owner \"o\" }\ncontrol c { at input  when text contains \"ü\" then block \"né\" }\n");
        var (code, output, _) = Run("{\"input\":{\"text\":\"für\"}}", "eval", _folder.Path, "-p", "input", "-f", "-");
        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("\"message\": \"né\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_usage_ends_with_two_and_leaves_the_output_empty()
    {
        var (code, output, error) = Run("", "nothing");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        Assert.Contains("'airs --help'", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "airs.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
