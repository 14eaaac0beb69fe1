using System.Diagnostics;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class ChildProcessTests : IDisposable
{
    private const string Facts =
        """
        { "output": { "text": "THAT'S A DEAL, AND THAT'S A LEGALLY BINDING OFFER - NO TAKESIES BACKSIES." } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("airs-");

    [Fact]
    public void Bundles_and_their_decisions_are_the_same_in_German_in_Turkish_and_without_ICU()
    {
        var facts = Path.Combine(_folder.FullName, "facts.json");
        File.WriteAllText(facts, Facts);
        var results = new[]
        {
            ("LC_ALL", "C.UTF-8"),
            ("LC_ALL", "de_DE.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        }
            .AsParallel()
            .Select(setting =>
            {
                var bundle = Path.Combine(_folder.FullName, $"{setting.Item2}.airsb");
                Run(setting, "build", Repository.PathOf("policies", "examples", "chevrolet"), "-o", bundle);
                return (
                    Bundle: Convert.ToHexString(File.ReadAllBytes(bundle)),
                    Decision: Run(setting, "eval", bundle, "--trust", "--point", "output", "--facts", facts));
            })
            .ToList();

        Assert.Single(results.Select(result => result.Bundle).Distinct());
        Assert.Contains("\"block\"", Assert.Single(results.Select(result => result.Decision).Distinct()), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Run((string Name, string Value) setting, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "airs.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[setting.Name] = setting.Value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} under {setting} ended with {process.ExitCode}: {errors.Result}");
        return output;
    }
}
