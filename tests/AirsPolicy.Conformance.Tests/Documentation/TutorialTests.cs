using AirsPolicy.Conformance.Tests.Packaging;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The tutorial, step by step as it is printed, in a folder of its own with packages of what was built.</summary>
[Collection(PackedFeed.Collection)]
public sealed class TutorialTests(PackedFeed feed)
{
    [Fact]
    public void Every_step_of_the_tutorial_does_what_the_page_says()
    {
        var folder = feed.FolderOf("reader");
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed.Feed}\" /></packageSources></configuration>");
        // Tools of the reader are installed into a home of its own.
        var tools = Path.Combine(feed.Environment["DOTNET_CLI_HOME"], ".dotnet", "tools");
        var environment = new Dictionary<string, string>(feed.Environment)
        {
            ["PATH"] = $"{tools}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        };
        foreach (var step in TutorialStep.Of(File.ReadAllText(Repository.PathOf("docs", "guide", "tutorial.md"))))
            Follow(step, folder, environment);
    }

    [Fact]
    public void Steps_are_read_in_order_with_their_output()
    {
        var steps = TutorialStep.Of("a\n```sh\none\ntwo\n```\n\nb\n```text\n1\n```\n```airs x/y.airs\npolicy p\n```\n");
        Assert.Equal(
            [(null, "one\ntwo", "1"), ("x/y.airs", "policy p\n", "")],
            steps.Select(step => (step.File, step.Text, string.Join(' ', step.Output))));
    }

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
}
