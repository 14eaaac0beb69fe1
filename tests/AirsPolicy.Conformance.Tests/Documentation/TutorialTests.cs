using AirsPolicy.Conformance.Tests.Packaging;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The tutorial, step by step as it is printed, in a folder of its own with packages of what was built.</summary>
[Collection("packing")]
public sealed class TutorialTests : IDisposable
{
    private static readonly string[] s_packages =
        ["runtime/AirsPolicy.Text", "runtime/AirsPolicy.Runtime", "runtime/AirsPolicy.Hosting", "compiler/AirsPolicy.Cli"];

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-tutorial-").FullName;

    [Fact]
    public void Every_step_of_the_tutorial_does_what_the_page_says()
    {
        var feed = Path.Combine(_folder, "feed");
        foreach (var project in s_packages)
            Command.Run("dotnet", Repository.Root, new Dictionary<string, string>(), Pack(project, feed));
        File.WriteAllText(
            Path.Combine(_folder, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>");
        // A home and caches of its own, so that the reader's tools stay as they are and an older build is never what is tested.
        var environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["DOTNET_CLI_HOME"] = _folder,
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["PATH"] = $"{Path.Combine(_folder, ".dotnet", "tools")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        };
        var reader = Directory.CreateDirectory(Path.Combine(_folder, "reader")).FullName;
        foreach (var step in TutorialStep.Of(File.ReadAllText(Repository.PathOf("docs", "tutorial.md"))))
            Follow(step, reader, environment);
    }

    [Fact]
    public void Steps_are_read_in_order_with_their_output()
    {
        var steps = TutorialStep.Of("a\n```sh\none\ntwo\n```\n\nb\n```text\n1\n```\n```airs x/y.airs\npolicy p\n```\n");
        Assert.Equal(
            [(null, "one\ntwo", "1"), ("x/y.airs", "policy p\n", "")],
            steps.Select(step => (step.File, step.Text, string.Join(' ', step.Output))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Follow(TutorialStep step, string folder, Dictionary<string, string> environment)
    {
        if (step.File is { } file)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, step.Text);
            return;
        }
        var output = Command.Run("bash", folder, environment, "-c", $"set -e\n{step.Text}");
        var printed = output.Split('\n').ToList();
        foreach (var line in step.Output)
        {
            // What the page leaves out may stand between, and more may stand behind a line.
            var at = printed.FindIndex(other => other.StartsWith(line, StringComparison.Ordinal));
            Assert.True(at >= 0, $"Behind '{step.Text}' the page shows '{line}', but this was printed:\n{output}");
            printed.RemoveRange(0, at + 1);
        }
    }

    private static string[] Pack(string project, string feed) =>
        ["pack", project, "-c", Configuration, "--no-build", "-o", feed, "--nologo", "-p:AheadOfTime=false"];

    private static string Configuration =>
        AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Release") ? "Release" : "Debug";
}
