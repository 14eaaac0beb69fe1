namespace AirsPolicy.Text.Tests.Detectors;

public sealed class DetectorPagesTests
{
    [Fact]
    public void Every_detector_has_its_page_and_every_page_its_detector()
    {
        var folder = Path.Combine(Root(), "docs", "reference", "detectors");
        var expected = DetectorPages.All();
        if (Environment.GetEnvironmentVariable("AIRS_UPDATE_DOCS") == "1") Write(folder, expected);
        var found = Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.md")
                .ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText, StringComparer.Ordinal)
            : [];
        var stale = expected.Keys.Union(found.Keys, StringComparer.Ordinal)
            .Where(name => !string.Equals(expected.GetValueOrDefault(name), found.GetValueOrDefault(name), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.True(
            !stale.Any(),
            $"docs/reference/detectors is stale ({string.Join(", ", stale)}); run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference."
        );
    }

    private static void Write(string folder, Dictionary<string, string> pages)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.md"))
            File.Delete(file);
        foreach (var (name, content) in pages)
            File.WriteAllText(Path.Combine(folder, name), content);
    }

    private static string Root()
    {
        var folder = Path.GetDirectoryName(typeof(DetectorPagesTests).Assembly.Location)!;
        while (!File.Exists(Path.Combine(folder, "AirsPolicy.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not stand within the repository.");
        return folder;
    }
}
