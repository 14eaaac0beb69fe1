using System.Diagnostics;
using System.Text;
using AirsPolicy.Cli.Console;

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
        _folder.Write(
            "a.airs",
            "policy shop\nsystem s { owner \"o\" }\ncontrol c { at input  when text contains \"ü\" then block \"né\" }\n");
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

    [Fact]
    public void Locale_and_time_zone_and_the_order_of_the_files_leave_no_trace_in_a_bundle()
    {
        string[] files =
        [
            "policy shop\nsystem s { owner \"o\" zone \"Europe/London\" }\ncontrol i { at input  when text contains \"I\" then block " +
            "\"ı İ\" }\n",
            "policy shop\ndetector inform { match \"INFO\" }\ncontrol d { at output  when inform.found(text) then flag }\n",
        ];
        var bundles = new List<byte[]>();
        foreach (
            var (locale, zone, invariant, first) in new[]
            {
                ("en_GB.UTF-8", "UTC", "1", 0),
                ("tr_TR.UTF-8", "Asia/Tokyo", "0", 1),
                ("de_DE.UTF-8", "America/St_Johns", "0", 0),
            }
        )
        {
            var folder = $"shop{bundles.Count}";
            foreach (var file in new[] { first, 1 - first })
                _folder.Write($"{folder}/{"ab"[file]}.airs", files[file]);
            var variables = new Dictionary<string, string?>
            {
                ["LC_ALL"] = locale,
                ["LANG"] = locale,
                ["TZ"] = zone,
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant,
            };
            var (code, output, error) = Run("", variables, "build", _folder.PathOf(folder), "-o", _folder.PathOf($"{folder}.airsb"));
            Assert.True(code == ExitCode.Clean, output + error);
            bundles.Add(File.ReadAllBytes(_folder.PathOf($"{folder}.airsb")));
        }
        Assert.All(bundles, bundle => Assert.Equal(bundles[0], bundle));
    }

    public void Dispose() => _folder.Dispose();

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments) => Run(input, [], arguments);

    private static (int Code, string Output, string Error) Run(
        string input,
        Dictionary<string, string?> variables,
        params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "airs.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
