using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Documentation;

public partial class LinkTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_file_leads_to_one(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        foreach (Match link in FileLink().Matches(File.ReadAllText(Repository.PathOf(document))))
        {
            var target = link.Groups[1].Value.Split('#')[0];
            if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var path = Path.GetFullPath(Path.Combine(folder, target));
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{document} links to {target}, which is not there.");
        }
    }

    [Theory]
    [InlineData("README.md")]
    public void The_readme_fits_its_bound(string document) =>
        Assert.InRange(File.ReadAllLines(Repository.PathOf(document)).Length, 1, 120);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex FileLink();
}
