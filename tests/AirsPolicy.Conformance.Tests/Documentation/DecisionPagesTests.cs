using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>
/// What was decided can be found: each decision says when it was taken and whether it still holds, and one page lists them all.
/// </summary>
public partial class DecisionPagesTests
{
    private static readonly string s_folder = Repository.PathOf("docs", "decisions");

    [Fact]
    public void Each_decision_says_when_it_was_taken_and_whether_it_holds() =>
        Assert.All(
            Pages(),
            page =>
                Assert.True(
                    Head().IsMatch(page.Text),
                    $"'{page.Name}' does not begin with a title and '*Accepted, YYYY-MM-DD.*' or '*Superseded by [TITLE](FILE), YYYY-MM-DD.*'."
                ));

    [Fact]
    public void The_index_lists_every_decision()
    {
        var rows =
            from page in Pages()
            let head = Head().Match(page.Text)
            orderby head.Groups["title"].Value
            select $"| {head.Groups["date"].Value} | [{head.Groups["title"].Value}]({page.Name}) | {head.Groups["status"].Value} |\n";
        var expected =
            $"# Decisions\n\nWhere building showed a better way than the design, or where the design was silent. A decision that no longer holds stays, and names the one that took its place.\n\n"
            + $"| date | decision | status |\n|---|---|---|\n{string.Concat(rows)}";
        var path = Path.Combine(s_folder, "README.md");
        if (Repository.Updates("AIRS_UPDATE_DOCS"))
            File.WriteAllText(path, expected);
        Assert.True(
            File.ReadAllText(path) == expected,
            "docs/decisions/README.md is stale; run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference.");
    }

    private static IEnumerable<(string Name, string Text)> Pages() =>
        Directory
            .EnumerateFiles(s_folder, "*.md")
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
            .Where(page => page.Item1 != "README.md");

    [GeneratedRegex(@"\A# (?<title>.+)\n\n\*(?<status>Accepted|Superseded by \[.+\]\(.+\)), (?<date>\d{4}-\d\d-\d\d)\.\*\n")]
    private static partial Regex Head();
}
