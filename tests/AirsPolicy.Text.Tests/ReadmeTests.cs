using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Text.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_package_finds_what_its_page_says()
    {
        // README:
        var detectors = DetectorSet.Compile([new DetectorDefinition(
            "promise", ["plain", "folded"],
            [
                new(DetectorItemKind.Term, "legally binding", true, 1_000_000),
                new(DetectorItemKind.Detector, "pii.email", false, 1_000_000),
            ],
            Exceptions: [], ScoreMethod.Max, FoundAt: null)]);
        var answer = new DetectorScratch(detectors).Ask(detectors.NumberOf("promise"), "That is LEGALLY  BINDING. Write to ann@example.com.");
        var places = new List<(int Start, int End)>();
        for (var i = 0; i < answer.Count; i++)
            places.Add((answer[i].Start, answer[i].End));
        // :README
        Assert.Equal([(8, 24), (35, 50)], places);
    }

    [Fact]
    public void The_example_of_the_package_is_the_code_that_is_tested()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AirsPolicy.sln")))
            root = root.Parent;
        Assert.NotNull(root);
        var readme = File.ReadAllText(Path.Combine(root.FullName, "runtime", "AirsPolicy.Text", "README.md"));
        var tested = File.ReadAllText(Path.Combine(root.FullName, "tests", "AirsPolicy.Text.Tests", "ReadmeTests.cs"));
        var code = tested[
            (tested.IndexOf("// README:\n", StringComparison.Ordinal) + 11)..tested.IndexOf("        // :README", StringComparison.Ordinal)
        ];
        var lines = code.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line);
        Assert.Contains($"```csharp\n{string.Join('\n', lines)}```", readme, StringComparison.Ordinal);
    }
}
