using System.Diagnostics;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Watching;

/// <summary>The commands as a user leaves them running.</summary>
public sealed class WatchedCommandTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        control c { at input  when text contains "x" then block }
        test "good" { given input "x"  expect block }

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Check_reports_again_after_a_change_and_ends_well_when_it_is_asked_to()
    {
        _folder.Write("a.airs", Policy);
        using var process = Start("check", _folder.Path, "--watch");
        Assert.Equal(["ok: 1 file checked"], await Report(process));
        var file = _folder.Write("a.airs", Policy.Replace("text", "txet", StringComparison.Ordinal));
        var report = await Report(process);
        Assert.Equal($"changed: {file}", report[0]);
        Assert.Contains("'txet'", report[1], StringComparison.Ordinal);
        await End(process);
    }

    [Fact]
    public async Task Test_reports_again_after_a_change_of_a_library_and_names_only_tests_that_fail()
    {
        _folder.Write("shop/a.airs", Policy.Replace("system", "extends base\nsystem", StringComparison.Ordinal));
        var library = _folder.Write("base/b.airs", "library base\ncontrol b { at input  when text contains \"y\" then block }\n");
        using var process = Start("test", _folder.PathOf("shop"), "--library", _folder.PathOf("base"), "--watch");
        Assert.Equal(["shop", "", "1 passed in 1 package"], await Report(process));
        _folder.Write("base/b.airs", "library base\ncontrol b { at input  always halt system }\n");
        var report = await Report(process);
        Assert.Equal($"changed: {library}", report[0]);
        Assert.Contains("  FAIL  good", report);
        await End(process);
    }

    [Theory]
    [InlineData("check", "--watch", "--format", "json")]
    [InlineData("check", "--watch", "--cost")]
    [InlineData("check", "--watch", "-")]
    [InlineData("test", "--watch", "--json")]
    [InlineData("check", "--watch", "no/such/folder")]
    public void What_cannot_be_watched_is_wrong_usage(params string[] line) => Assert.Equal(ExitCode.Usage, CliRun.Of(line).Code);

    public void Dispose() => _folder.Dispose();

    private static Process Start(params string[] arguments)
    {
        string[] line = [Path.Join(AppContext.BaseDirectory, "airs.dll"), .. arguments];
        return Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true })!;
    }

    private static async Task<List<string>> Report(Process process)
    {
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "watching; Ctrl+C ends")
            lines.Add(line);
        return lines;
    }

    // Not by Ctrl+C, which a process does not hear that was started in the background.
    private static async Task End(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
            return;
        }
        Process.Start("kill", ["-TERM", $"{process.Id}"]).Dispose();
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Clean, process.ExitCode);
    }
}
