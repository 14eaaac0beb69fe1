using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Conformance.Tests.Documentation;

public class DiagnosticPagesTests
{
    private static readonly string s_folder = Repository.PathOf("docs", "reference", "diagnostics");

    [Fact]
    public void Every_diagnostic_has_its_page_and_every_page_its_diagnostic()
    {
        var expected = DiagnosticPages.All();
        if (Repository.Updates("AIRS_UPDATE_DOCS"))
            Write(expected);
        var found = Directory.Exists(s_folder)
            ? Directory
                .EnumerateFiles(s_folder, "*.md")
                .ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText, StringComparer.Ordinal)
            : [];
        var stale = expected.Keys.Union(found.Keys, StringComparer.Ordinal)
            .Where(name => !string.Equals(expected.GetValueOrDefault(name), found.GetValueOrDefault(name), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.True(
            !stale.Any(),
            $"docs/reference/diagnostics is stale ({string.Join(", ", stale)}); run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference."
        );
    }

    [Fact]
    public void A_code_belongs_to_one_diagnostic() =>
        Assert.Empty(
            DiagnosticCatalogue
                .All.GroupBy(descriptor => descriptor.Code, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key));

    private static void Write(IReadOnlyDictionary<string, string> pages)
    {
        Directory.CreateDirectory(s_folder);
        foreach (var file in Directory.EnumerateFiles(s_folder, "*.md"))
            File.Delete(file);
        foreach (var (name, content) in pages)
            File.WriteAllText(Path.Join(s_folder, name), content);
    }
}
