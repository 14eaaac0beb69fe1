using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Documentation;

public partial class LinkTests
{
    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Where(file =>
                    !file.Contains("/bin/", StringComparison.Ordinal)
                    && !file.Contains("/obj/", StringComparison.Ordinal)
                    && !file.Contains("node_modules", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_and_a_heading_that_are_there(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        foreach (Match link in FileLink().Matches(File.ReadAllText(Repository.PathOf(document))))
        {
            var target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#');
            var path = parts[0].Length == 0 ? Repository.PathOf(document) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{document} links to {target}, which is not there.");
            Assert.True(
                parts.Length == 1 || HeadingsOf(path).Contains(parts[1]),
                $"{document} links to {target}, which has no such heading.");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_page_of_the_documentation_stands_in_its_index(string document)
    {
        if (document.StartsWith("docs/", StringComparison.Ordinal)
            && document.Count(character => character == '/') == 2
            && !document.EndsWith("/README.md", StringComparison.Ordinal))
        {
            var index =
                File.ReadAllText(Repository.PathOf("docs", "README.md"))
                + File.ReadAllText(Repository.PathOf("docs", "decisions", "README.md"));
            Assert.Contains(
                $"({document["docs/".Length..].Replace("decisions/", "", StringComparison.Ordinal)})",
                index,
                StringComparison.Ordinal);
        }
    }

    // As renderers make them: small letters, no punctuation, a hyphen for each space.
    private static HashSet<string> HeadingsOf(string path) =>
    [
        .. File.ReadLines(path).Select(line => Heading().Match(line)).Where(match => match.Success)
            .Select(match => NoWord().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    [Theory]
    [InlineData("README.md")]
    public void The_readme_fits_its_bound(string document) =>
        Assert.InRange(File.ReadAllLines(Repository.PathOf(document)).Length, 1, 120);

    [GeneratedRegex(@"^#+ (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex FileLink();
}
